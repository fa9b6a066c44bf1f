"""What stands in an address is decoded once, is no part of a query or a path, and names no file of ours."""

import re

import pytest

pytestmark = pytest.mark.core
OBSERVATIONS = "/api/v1/indicators/employment/employment_rate/observations"


def test_an_address_is_decoded_once(client):
    """A second decoding, here or in the key of a kept answer, would show what another address stands for: a
    reader is led there instead, a program is told that there is nothing."""
    once, twice = (client.get(f"/place/E08{zero}00003?region=E47000001") for zero in ("%30", "%2530"))
    assert (once.status_code, twice.status_code) == (200, 302)
    assert twice.location == "/place/E08000003?region=E47000001"
    assert client.get(OBSERVATIONS, query_string={"area": "E08%3000003"}).status_code == 400


@pytest.mark.parametrize(
    "given",
    [
        "E08000003' OR '1'='1",
        "E08000003'; DROP TABLE areas; --",
        "E08000003\") UNION ALL SELECT * FROM read_csv('/etc/passwd') --",
        "E0800000_",
        "%",
    ],
)
def test_what_would_be_sql_is_the_name_of_no_area(client, given):
    """Refused by its form before anything is asked of the database, in a sentence that says what is one."""
    answer = client.get(OBSERVATIONS, query_string={"area": given})
    assert answer.status_code == 400
    assert "area must be up to 50 area codes" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/download/../../../etc/passwd.csv",
        "/download/%2e%2e/%2e%2e/settings.csv",
        "/download/..%2f..%2fpublic/manifest.json",
        "/download/employment/..\\..\\manifest.json",
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/assets/vendor/..%2f..%2fapp.py",
        "/download//etc/passwd.csv",
        "/maps/../district.json",
    ],
)
def test_no_path_leads_out_of_what_is_served(client, path):
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code == 404
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/download/employment/employment_rate.csv?region=E47000001",
        "/download/data/bus_journeys.csv",
        "/download/chart/employment/employment_rate.svg?region=E47000001",
        "/download/priority.csv?region=E47000001",
    ],
)
def test_the_name_of_a_download_is_ours_whatever_is_asked(client, path):
    """Letters that a header takes as they are: nothing of a name needs to be encoded."""
    assert re.fullmatch(
        r'attachment; filename="[a-zA-Z0-9_.-]+"', client.get(path).headers["Content-Disposition"]
    )
    more = client.get(f"{path}{'&' if '?' in path else '?'}name=%22%0d%0aSet-Cookie:%20a=b")
    assert "Set-Cookie" not in more.headers
    assert more.status_code == 400
