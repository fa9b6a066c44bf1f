"""Figures by deprivation decile on the built-in snapshot: counted again here, the same in every format."""

import csv
import io

import pytest

from dashboard.catalogue.regions import load_regions
from dashboard.settings import ROOT
from dashboard.statements import decile_words as words
from dashboard.statements.by_decile import by_decile, has_neighbourhoods, why_not

TEES_VALLEY, LONDON = "E47000006", "E12000007"
DISABLED = "people/disabled_people"


@pytest.fixture
def found(site):
    def found(name: str, region: str = TEES_VALLEY):
        return by_decile(site, site.indicators[name], site.geography[region])

    return found


def test_the_deciles_are_those_of_a_count_by_hand(store, found):
    ranks = store.rows(
        "SELECT lsoa21_code FROM imd_2025 JOIN membership ON area_code = lsoa21_code "
        "WHERE within = ? ORDER BY imd_rank",
        [TEES_VALLEY],
    )
    worst = [code for (code,) in ranks[: -(-len(ranks) // 10)]]
    rows = store.rows(
        "SELECT n, total_residents FROM census_disability "
        "WHERE list_contains(?, lsoa21_code) AND disability = 'Disabled under the Equality Act'",
        [worst],
    )
    disabled, people = (sum(row[at] for row in rows) for at in (0, 1))
    first = found(DISABLED).deciles[0]
    assert (first.areas, first.numerator, first.people) == (len(worst), disabled, people)
    assert first.value == pytest.approx(100 * disabled / people)
    assert first.lower < first.value < first.upper


def test_the_deciles_add_up_to_the_region(site, found):
    whole = site.observations(site.indicators[DISABLED]).latest(TEES_VALLEY)
    deciles = found(DISABLED).deciles
    assert sum(item.numerator for item in deciles) == whole.numerator
    assert sum(item.people for item in deciles) == whole.denominator


def test_every_decile_has_as_many_neighbourhoods_or_one_more(found):
    for region in (TEES_VALLEY, LONDON):
        sizes = {item.areas for item in found(DISABLED, region).deciles}
        assert max(sizes) - min(sizes) <= 1


def test_a_gap_beyond_chance_is_said_with_its_interval(found):
    said = words.sentence(found(DISABLED))
    assert said == (
        "The most deprived tenth has 13.9 percentage points more than the least (13.5 to 14.3), by more than "
        "chance explains. The line through all ten tenths falls by 14.7 percentage points (14.3 to 15.0) "
        "from the most deprived end to the least."
    )


def test_an_average_of_neighbourhoods_says_so_and_has_no_interval(found):
    burglary = found("people/burglary")
    assert burglary.averaged
    assert burglary.gap.direction is None
    assert burglary.slope.slope_limits is None
    assert words.AVERAGED in words.notes(burglary)
    assert words.PART in words.notes(burglary)
    assert words.PART not in words.notes(found(DISABLED))


def test_a_score_that_goes_below_0_has_no_multiple(found):
    assert found("people/mental_ill_health").ratio is None
    assert found(DISABLED).ratio == pytest.approx(0.48, abs=0.005)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("people/deprivation_score", "deprivation itself"),
        ("people/health_deprivation", "deprivation itself"),
        ("housing/homelessness", "carry its one figure"),
        ("economy/low_income_people", "a number of people"),
        ("employment/employment_rate", ""),
    ],
)
def test_what_has_no_deciles_says_why(site, found, name, why):
    assert found(name) is None
    said = why_not(site, site.indicators[name], site.geography[TEES_VALLEY])
    assert why in said
    assert bool(said) == bool(why)


def test_api_and_download_hold_the_figures_of_the_page(client, found):
    told = client.get(f"/api/v1/indicators/{DISABLED}/tenths?within={TEES_VALLEY}").get_json()
    file = client.get(f"/download/tenths/{DISABLED}.csv?region={TEES_VALLEY}").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(file.lstrip("\ufeff"))))
    page = found(DISABLED)
    assert told["text"] == words.sentence(page)
    assert told["slope_index"]["value"] == pytest.approx(page.slope.slope)
    for item, here, there in zip(page.deciles, told["tenths"], rows, strict=True):
        assert here["value"] == pytest.approx(item.value) == float(there["value"])
        assert here["shown"] == there["shown"]


def test_the_api_says_why_there_are_none(client):
    refused = client.get("/api/v1/indicators/people/deprivation_score/tenths")
    assert refused.status_code == 404
    assert "deprivation itself" in refused.get_json()["detail"]


REGIONS = [region.code for region in load_regions(ROOT / "data" / "regions")]
SMALL = "cumbria"


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(code, marks=pytest.mark.full if code in (SMALL, TEES_VALLEY) else pytest.mark.soak)
        for code in REGIONS
    ],
)
def test_no_region_breaks_and_every_region_has_tenths(site, code):
    region, shown = site.geography[code], 0
    for indicator in site.indicators.values():
        if not has_neighbourhoods(site, indicator, region):
            continue
        item = by_decile(site, indicator, region)
        assert item or why_not(site, indicator, region)
        shown += bool(item)
        if item:
            assert words.sentence(item)
            assert words.summary(item)
    assert shown >= 20
