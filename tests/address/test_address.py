"""The address is the state: what exists is read into values, anything else gets a sentence and a status."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress, as_of, past_day
from dashboard.pages import PAGES
from dashboard.pages.find_my_place import page as find_my_place

pytestmark = pytest.mark.core


@pytest.fixture(scope="module")
def read(site):
    return lambda path, search="": addresses.read(site, PAGES, path, search)


def test_an_address_names_a_page_a_region_and_a_day(read):
    found = read("/indicator/employment/employment_rate", "?region=E47000006&as_of=2025-07-01")
    assert (found.region.name, found.as_of) == ("Tees Valley", date(2025, 7, 1))
    assert found.indicator.id == "employment/employment_rate"


def test_the_region_is_the_process_own_when_none_is_named(read):
    assert read("/").region.code == "E47000001"


def test_what_another_page_at_the_same_path_takes_is_ignored_and_an_empty_value_is_none(site):
    """A view of the office’s first page that is published as evidence opens the public’s first page."""
    assert addresses.read(site, [find_my_place.PAGE], "/", "?show=worsening&list=all&region=").path == "/"


@pytest.mark.parametrize(
    ("path", "search", "status", "sentence"),
    [
        ("/", "?region=E47000099", 404, "There is no city region with the code “E47000099”."),
        ("/", "?region=E08000003", 404, "There is no city region"),
        ("/place/E99999999", "", 404, "There is no place with the code “E99999999” here."),
        ("/indicator/housing/castles", "", 404, "There is no indicator called “housing/castles”."),
        ("/theme/astrology", "", 404, "There is no theme called “astrology”."),
        ("/nowhere", "", 404, "There is no page at this address."),
        ("/../etc/passwd", "", 404, "There is no page at this address."),
        ("/", "?as_of=yesterday", 400, "“yesterday” is no date; write it as 2025-07-01."),
        ("/", "?as_of=20250701", 400, "“20250701” is no date; write it as 2025-07-01."),
        ("/", "?as_of=2025-7-1", 400, "“2025-7-1” is no date; write it as 2025-07-01."),
        ("/", "?as_of=2025-W27-2", 400, "“2025-W27-2” is no date"),
        ("/", "?as_of=1066-10-14", 400, "Nothing is held from before 1 January 2000"),
        ("/", "?as_of=2099-01-01", 400, "1 January 2099 is still to come; choose today or an earlier day."),
        ("/", "?show=" + "x" * 3000, 400, "This address is too long"),
        ("/", "?utm=mail", 400, "There is no parameter called “utm” here; use region, as_of,"),
        ("/about", "?places=", 400, "There is no parameter called “places” here; use region, as_of."),
        ("/place/E08000003", "?place=E08000004", 400, "There is no parameter called “place” here"),
        ("/", "?region=E47000001&region=E47000002", 400, "Give region once."),
        ("/", "?show=gossip", 400, "“gossip” is not one of the choices here"),
        ("/compare", "?places=" + ",".join(f"E080000{n}" for n in range(10, 51)), 400, "at most"),
    ],
)
def test_an_address_that_names_what_is_not_there_is_refused_with_a_sentence(
    read, path, search, status, sentence
):
    with pytest.raises(BadAddress) as refusal:
        read(path, search)
    assert refusal.value.status == status
    assert sentence in str(refusal.value)


def test_today_is_a_day_to_ask_for_and_tomorrow_is_not():
    today = datetime.now(UTC).date()
    assert past_day(today.isoformat()) == today
    assert as_of(today.isoformat()) is None  # of today nothing is past: the page is the one without a day
    with pytest.raises(BadAddress):
        as_of((today + timedelta(days=2)).isoformat())  # midnight may pass meanwhile


def test_a_link_leads_back_to_the_same_address(read, site):
    region = site.geography["E47000007"]
    link = addresses.link("/", region, as_of="2026-01-01", show="worsening")
    path, search = link.split("?")
    found = read(path, f"?{search}")
    assert (found.region, found.as_of, found.show) == (region, date(2026, 1, 1), "worsening")


@pytest.mark.parametrize(
    "appended",
    [
        "utm_source=mail&utm_medium=x",
        "fbclid=a",
        "gclid=b",
        "msclkid=c&msclkid=d",
        "mc_cid=a&mc_eid=b",
        "_gl=1",
        "_hsenc=p2A&_hsmi=3",
        "mkt_tok=e",
        "igshid=x",
        "ref=newsletter",
        "UTM_Source=mail",
        "_=1700000000",
        "__cft__[0]=AZ&__tn__=R",
        "emci=1&emdi=2&ceid=3",
        "CMP=share_btn_url",
        "sfnsn=mo",
        "rcm=ACo&lipi=urn",
        "guccounter=1&guce_referrer=x",
        "inf_contact_key=1",
    ],
)
def test_what_other_sites_append_to_a_link_changes_nothing(read, appended):
    assert read("/theme/housing", f"?map=homelessness&{appended}") == read(
        "/theme/housing", "?map=homelessness"
    )


def test_a_region_behind_a_second_question_mark_is_not_taken_for_what_was_appended(read):
    with pytest.raises(BadAddress, match="“region” stands behind a second"):
        read("/", "?utm_source=mail?region=E47000008")
    elsewhere = "?utm_content=why?&ref=https://elsewhere.example/a?region=3&map=homelessness"
    assert read("/theme/housing", elsewhere) == read("/theme/housing", "?map=homelessness")


def test_a_page_of_a_place_is_looked_at_from_its_own_region_wherever_a_link_came_from(read):
    assert read("/place/E06000001", "?region=E47000001").region.name == "Tees Valley"
    outside = read("/place/E06000052", "?region=E47000001")  # Cornwall lies in none
    assert outside.region.name == "Greater Manchester"
