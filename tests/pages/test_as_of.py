"""A past day: every page shows what was known then, or says exactly what it does not do and why."""

from dataclasses import replace

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import as_of
from dashboard.components.frame.as_of import as_of_banner
from dashboard.pages import pages_for
from dashboard.site import open_site
from dashboard.statements.as_of_words import NO_FIGURES
from tests.page_examples import example_of
from tests.pages.tables_read import Reading
from tests.pages.testshire import words

DAY = "2025-07-01"

# Who lives where, as it is told beside the figures of small areas: said in the banner. And, for the tabs,
# whether the region has casualties and journeys at all: no figure of them.
_BESIDE = {"census_disability", "road_casualties", "commuting_district"}
TOLD = {"/neighbourhoods": _BESIDE, "/priority": _BESIDE}


@pytest.fixture(scope="module")
def keepers(keeper, wsgi, office_keeper, office_wsgi):
    """Each audience's view as it is served, the office's with an empty record."""
    return {"public": keeper, "office": office_keeper}


def address_of(site, page, day=DAY, more=""):
    return addresses.read(site, [page], example_of(page.path), f"?as_of={day}{more}")


def every_page():
    return [(audience, page) for audience in ("public", "office") for page in pages_for(audience)]


@pytest.fixture(scope="module")
def watched(keepers):
    """watched("office") -> the site of that audience in a store of its own, and its Reading."""
    found = {}

    def watched(audience):
        if audience not in found:
            kept = keepers[audience].current()
            own = replace(kept, store=open_site(kept.settings).store)
            found[audience] = own, Reading(own.store)
        return found[audience]

    return watched


def swept():
    """Each page once in `make test`: the public's as the office sees them, which holds more tables."""
    seen_by_both = {page.path for page in pages_for("office")} & {page.path for page in pages_for("public")}
    for audience, page in every_page():
        later = audience == "public" and page.path in seen_by_both
        mark = pytest.mark.soak if later else pytest.mark.full
        yield pytest.param(audience, page, id=f"{audience} {page.path}", marks=mark)


@pytest.mark.parametrize(("audience", "page"), list(swept()))
def test_a_page_reads_tables_of_today_on_a_past_day_only_where_it_says_so(watched, audience, page):
    site, reading = watched(audience)
    address = address_of(site, page)
    read = reading.of(lambda: page.layout(site.at(address.as_of), address)) - TOLD.get(page.path, set())
    says = page.as_of is not None and page.path not in TOLD
    assert says or not read, f"{page.path} reads {sorted(read)} as they are today and does not say so"


def test_what_was_read_to_make_a_thing_is_told_again_where_the_thing_is_found_made(watched):
    site, reading = watched("office")
    look = lambda: site.remember(("looked",), lambda: site.store.rows("SELECT 1 FROM statements LIMIT 1"))  # noqa: E731
    assert reading.of(look) == reading.of(look) == {"statements"}
    assert reading.of(lambda: None) == set()


def told():
    """Each page once in the core, as the public sees it where it does; one of many figures later. The office
    reads the same words on a page of both: in `make sweeps`."""
    for audience, page in every_page():
        if audience == "office" and page in pages_for("public"):
            mark = pytest.mark.soak
        else:
            mark = pytest.mark.full if page.path.startswith("/ward/") else ()
        yield pytest.param(audience, page, id=f"{audience} {page.path}", marks=mark)


@pytest.mark.parametrize(("audience", "page"), list(told()))
def test_every_page_says_what_it_does_with_a_past_day_and_offers_the_way_back(keepers, audience, page):
    site = keepers[audience].current()
    address = address_of(site, page)
    banner = words(as_of_banner(site.at(address.as_of), address))
    assert "Show today’s figures" in banner
    assert "{day}" not in banner
    assert "1 July 2025" in banner or page.as_of == NO_FIGURES
    assert as_of_banner(site, replace(address, as_of=None)) is None


@pytest.fixture
def seen(keepers):
    """seen("/events", "2020-06-15") -> the public page's words as of a day, its banner's, and its site."""

    def seen(path, day, more="&region=E47000001"):
        site = keepers["public"].current()
        address = addresses.read(site, pages_for("public"), path, f"?as_of={day}{more}")
        then = site.at(address.as_of)
        return words(address.page.layout(then, address)), words(as_of_banner(then, address)), then

    return seen


def test_journeys_of_the_census_are_not_shown_before_census_day_and_say_so(seen):
    text, banner, _ = seen("/commuting", "2021-03-20")
    assert "Nothing is shown: census day, 21 March 2021, was after 20 March 2021." in banner
    assert "People" not in text
    text, banner, _ = seen("/commuting", "2022-01-01")
    assert "may not have been known yet on 1 January 2022" in banner
    assert "People" in text


def test_casualties_of_a_past_day_end_with_the_month_before_it(seen):
    text, banner, _ = seen("/events", "2020-06-15")
    assert "Jan 2019 to May 2020" in text
    assert "Jun 2020" not in text
    assert "You see the months that had ended by 15 June 2020, as they are recorded today." in banner


def test_casualties_before_the_first_record_are_nothing(seen):
    assert "the records held here begin in Jan 2019" in seen("/events", "2019-01-20")[0]


@pytest.mark.parametrize(
    ("indicator", "day", "said"),
    [
        ("digital/gigabit_broadband", "2024-03-01", "Its releases are kept here"),
        ("skills/persistent_absence_looked_after", "2025-07-01", "and no earlier one is kept"),
        (
            "housing/median_price",
            "2020-07-01",
            "the periods that had ended by 1 July 2020, with today’s values",
        ),
        (
            "employment/employment_rate",
            "2025-07-01",
            "You see what was in the publisher’s files by 1 July 2025. Editions are held from 18 May 2023",
        ),
    ],
)
def test_the_banner_of_an_indicator_says_how_its_day_is_known(seen, indicator, day, said):
    _, banner, then = seen(f"/indicator/{indicator}", day)
    assert said in banner
    series = then.observations(then.indicators[indicator]).series("E08000003")
    assert bool(series) == ("no earlier one is kept" not in banner)
    assert all(item.period.isoformat() < day for item in series)


def test_a_census_and_an_index_are_not_known_before_their_period(keepers):
    site = keepers["public"].current()
    tenure = site.indicators["housing/social_renting"]
    before, after = (as_of(day) for day in ("2021-03-20", "2021-03-21"))
    assert not list(site.at(before).observations(tenure, "E47000001").areas())
    assert list(site.at(after).observations(tenure, "E47000001").areas())


def test_the_table_of_neighbourhoods_is_that_of_the_day(seen):
    path, more = "/indicator/housing/social_renting", "&region=E47000001&level=lsoa"
    assert "highest and 10 lowest" in seen(path, "2026-01-01", more)[0]
    assert "highest and 10 lowest" not in seen(path, "2010-01-01", more)[0]


def test_links_stay_on_the_day_and_only_the_banners_leaves_it(wsgi, public_site):
    with wsgi.app_context():
        addresses.set_day_of_links(as_of(DAY))
        region = public_site.geography["E47000001"]
        assert addresses.link("/x", region) == "/x?region=E47000001&as_of=2025-07-01"
        assert addresses.link("/x", region, as_of=addresses.TODAY) == "/x?region=E47000001"
    assert addresses.link("/x", region) == "/x?region=E47000001"


def test_files_and_embeds_hold_the_figures_of_the_day(client):
    ask = client.get
    path = "/download/digital/gigabit_broadband.csv?region=E47000001"
    then = ask(f"{path}&as_of=2024-03-01").text
    assert then != ask(path).text
    assert "2026" not in then
    assert ask(f"{path}&as_of=yesterday").status_code == 400
    assert ask("/download/data/employment_rate.csv?as_of=2024-03-01").status_code == 400
    embed = ask("/embed/digital/gigabit_broadband?region=E47000001&as_of=2024-03-01").text
    assert "as they were known on 1 March 2024" in embed
    assert "as_of=2024-03-01" in embed
    known = ask("/api/v1/indicators/digital/gigabit_broadband/observations?as_of=2024-03-01&limit=1000").json
    assert known["items"]
    assert all(item["period"] < "2024-03-01" for item in known["items"])
