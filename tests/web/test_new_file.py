"""An office uploads a file: ten rows as read, the entry and what is to be decided; nothing of it is kept."""

import io
import tempfile
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from dashboard.pages.new_file.analysis import Analysis
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from dashboard.web.writing import new_file
from dashboard.web.writing.new_file import safe_name
from tests.ingest.draft.publishers_files import MORE


@pytest.fixture(scope="module")
def office(served):
    """The office view over the built-in snapshot."""
    return create_app(SiteKeeper(replace(served, audience="office"))).server


@pytest.fixture
def send(office):
    """send(name, content) -> the answer, and its text without markup."""

    def send(name, content, more=(), options="", **headers):
        files = [(io.BytesIO(held), called) for called, held in ((name, content), *more)]
        form = {"file": files, "region": "E47000001", "options": options}
        answer = office.test_client().post("/new-file", data=form, headers=headers)
        return answer, unescape(answer.get_data(True))

    return send


@pytest.mark.full
def test_a_file_is_shown_as_it_would_be_read_and_leaves_no_trace(send, tmp_path):
    path = MORE["estimates_with_limits"](tmp_path)
    answer, text = send(path.name, path.read_bytes())
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    for words in (
        "Ten rows, as they would be read", "Bury</td>", "7.2", "Only a person can decide",
        "licence: the licence", 'adapter = "long_csv"', 'lower = "Lower limit"', "SELECT area_code",
    ):  # fmt: skip
        assert words in text
    assert not list(Path(tempfile.gettempdir()).glob("looked-at-*"))


@pytest.mark.full
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.csv", b"Colour,Number\nred,1\n", "no column of the file holds area codes"),
        ("table.xlsx", b"PK\x03\x04 and no more", "broken zip file"),
        ("old.xls", b"\xd0\xcf\0\x81\xff" * 300, "holds a NUL byte"),
        ("nothing.csv", b"", "is empty"),
        ("<img src=x onerror=alert(1)>.csv", b"a\n", "no column of the file holds area codes"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(send, name, content, said):
    answer, text = send(name, content)
    assert answer.status_code == 200
    assert said in text
    assert "<img" not in text
    assert "Traceback" not in text


@pytest.mark.full
def test_what_a_person_decides_is_taken_and_stands_in_the_form_again(send):
    homes = b"Code,Area,Homes\nE08000001,Bolton,1\nE08000002,Bury,2\nE08000003,Manchester,3\n"
    _, text = send("homes.csv", homes)
    assert "options.period is empty, say of when the figures are" in text
    _, text = send("homes.csv", homes, options="period = 2025\r\nskip = ['E08000001']\r\n")
    assert "2025-01-01" in text
    assert "Bolton</td>" not in text
    assert ">\nperiod = 2025\nskip = ['E08000001']\n</textarea>" in text
    _, text = send("homes.csv", homes, options="of 2025")
    assert "of 2025: is no option, write it as" in text
    assert send("homes.csv", homes, options="outlines = '../x'")[0].status_code == 400


@pytest.mark.full
def test_files_named_alike_but_for_their_dates_are_read_as_one_dataset(send):
    def month(number):
        rows = "".join(
            f"{code},2025-0{number},{number}\n" for code in ("E08000001", "E08000002", "E08000003")
        )
        return f"trips-2025-0{number}.csv", f"Code,Month,Trips\n{rows}".encode()

    _, text = send(*month(1), more=[month(2), month(3)])
    assert "3 of the files are read as one dataset: trips-*.csv" in text
    assert "2025-03-01" in text
    assert 'path = "trips-*.csv"' in text
    _, text = send(*month(1), more=[month(1)])
    assert "2 files were sent and some have one name" in text


@pytest.mark.full
def test_points_are_told_where_they_can_be_counted(send):
    points = b"name,lon,lat\n" + b"".join(b"n,-2.2%d,53.4\n" % at for at in range(5))
    options = "period = 2025-03-31\ncovers = ['E08000003']\nseries = Sites"
    _, text = send("sites.csv", points, options=options)
    assert "looked-at" not in text
    assert "ons-geography/lsoa21.geojson" in text
    assert "make draft" in text


@pytest.mark.full
def test_a_packed_bomb_is_weighed_before_it_is_opened(send):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", b"0" * (301 * 1_000_000))
    _, text = send("bomb.xlsx", packed.getvalue())
    assert "unpacks to over 301 MB" in text


def test_what_is_too_large_or_from_another_site_or_from_a_reader_is_refused(send, office, monkeypatch):
    monkeypatch.setattr(new_file, "looked_at", lambda *_: pytest.fail("it was read"))
    answer, _ = send("large.csv", b"0" * (22 * 1024 * 1024))
    assert answer.status_code == 413
    answer, _ = send("a.csv", b"a", **{"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    answer, _ = send("a.csv", b"a", Origin="https://elsewhere.example")
    assert answer.status_code == 403
    assert office.test_client().post("/new-file", json={}).status_code == 415


def test_a_process_that_takes_too_long_or_breaks_is_one_sentence(send, monkeypatch):
    monkeypatch.setattr(new_file, "READING_SECONDS", 0.01)
    _, text = send("slow.csv", b"Code\nE08000001\n")
    assert "Reading it took too long" in text


def test_a_full_disk_is_one_sentence(send, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_file.tempfile, "TemporaryDirectory", full)
    answer, text = send("a.csv", b"a")
    assert answer.status_code == 200
    assert "There is no room here" in text


def test_the_form_is_there_before_any_file(office):
    text = office.test_client().get("/new-file?region=E47000001").get_data(True)
    assert 'enctype="multipart/form-data"' in text
    assert "Your file" in text


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\files\\Bins 2024.xlsx", "Bins 2024.xlsx"),
        ("..", "file"),
        ("-rf", "rf"),
    ],
)
def test_a_name_leads_nowhere(given, name):
    assert safe_name(given) == name
    assert Analysis(file=safe_name(given)).file == name
