"""Ten deciles of a hundred neighbourhoods whose figures a person can add up: counts, averages, refusals."""

from dataclasses import replace

import pytest

from dashboard.datastore.areas import Geography
from dashboard.settings import Settings
from dashboard.site import Site
from dashboard.statements.by_decile import by_decile, has_neighbourhoods, why_not
from dashboard.statements.decile_figures import counted, slope_of

from .conftest import AREAS, MEMBERSHIP, REGION

CODES = [f"E01{at:06}" for at in range(100)]  # by rank: ten for each decile, the most deprived first
SQL = "SELECT area_code, period, value, n AS numerator, d AS denominator, status FROM small"
OF_THE_INDEX = SQL + " WHERE (SELECT count(*) FROM imd_2025) > 0"  # noqa: S608 - our own


def table(head, rows):
    return "\n".join([head, *(" | ".join(map(str, row)) for row in rows)])


def figures(without=(), older=(), counts=True):
    """A share of 100 people in each: 28% in the first decile, 26% in the next, 10% in the last."""
    rows = []
    for at, code in enumerate(CODES):
        share, year = 28 - 2 * (at // 10), 2010 if at in older else 2021
        if at not in without:
            rows.append((code, f"{year}-01-01", share, share if counts else "", 100 if counts else "", ""))
    return table("area_code | period | value | n | d | status", rows)


@pytest.fixture
def made(given, indicators):
    """made(...) -> the site and its one indicator of neighbourhoods, of `codes` that have a rank."""

    def made(codes=CODES, residents=(), index="imd_2025", small=None, **metadata):
        tables = {
            "areas": AREAS + table("", [(code, code, "lsoa", 1) for code in CODES]),
            "membership": MEMBERSHIP + table("", [(code, REGION) for code in CODES]),
            index: table("lsoa21_code | imd_rank", [(code, at + 1) for at, code in enumerate(codes)]),
            "small": small or figures(),
        }
        if residents:
            tables["census_disability"] = table("lsoa21_code | total_residents", residents)
        store = given(**tables)
        plain = {"statistic": "proportion", "per": 0, "period": "calendar year", "breaks": (), "sql": SQL}
        item = replace(
            indicators["people/disabled_people"], better="neither", title="Share", **plain | metadata
        )
        return Site(Settings(), store, {item.id: item}, Geography.of(store)), item

    return made


def told(found):
    """The deciles, and why there are none."""
    site, item = found
    region = site.geography[REGION]
    deciles = by_decile(site, item, region)
    return deciles, "" if deciles else why_not(site, item, region)


def test_counts_are_added_up_and_the_line_goes_through_them(made):
    """From 28% to 10% in equal steps: a line from 29% at the one end to 9% at the other."""
    found, why = told(made())
    assert why == ""
    assert [item.value for item in found.deciles] == pytest.approx([28 - 2 * at for at in range(10)])
    assert {(item.areas, item.people) for item in found.deciles} == {(10, 1000.0)}
    assert (found.deciles[0].numerator, found.size) == (280, pytest.approx(18))
    assert (found.averaged, found.part, found.period.year) == (False, False, 2021)
    assert (found.slope.start, found.slope.slope) == (pytest.approx(29), pytest.approx(-20))
    assert found.ratio == pytest.approx(9 / 29)
    # Wilson of 280 of 1,000, in per cent.
    assert (found.deciles[0].lower, found.deciles[0].upper) == pytest.approx((25.3, 30.9), abs=0.05)
    assert found.gap.direction == 1
    assert found.slope.slope_limits[0] < -20 < found.slope.slope_limits[1]


def test_a_rate_counts_per_so_many(made):
    found, _ = told(made(statistic="rate", per=1000, suffix=""))
    assert found.deciles[0].value == pytest.approx(280)
    assert found.slope.slope == pytest.approx(-200)
    assert found.slope.ratio_limits is not None


def test_without_counts_it_is_an_average_by_residents(made):
    """Of the first ten, one has 300 residents, nine have 100, and its figure is 40 instead of 28."""
    small = figures(counts=False).replace(f"{CODES[0]} | 2021-01-01 | 28", f"{CODES[0]} | 2021-01-01 | 40")
    residents = [(code, 300 if at == 0 else 100) for at, code in enumerate(CODES)]
    found, _ = told(made(small=small, residents=residents, statistic="estimate"))
    assert found.averaged
    assert found.deciles[0].value == pytest.approx((3 * 40 + 9 * 28) / 12)
    assert (found.deciles[0].people, found.deciles[1].people) == (1200, 1000)
    assert (found.deciles[0].lower, found.deciles[0].numerator, found.gap.limits) == (None, None, None)


def test_a_decile_without_residents_has_no_average(made):
    residents = [(code, 100) for code in CODES[:90]]
    found, why = told(made(small=figures(counts=False), residents=residents, statistic="estimate"))
    assert (found, why) == (None, "too many neighbourhoods have no figure")


@pytest.mark.parametrize(
    ("without", "there"), [((5,), True), ((5, 95), True), ((5, 6), False), (range(10), False)]
)
def test_nine_in_ten_of_each_decile_must_have_a_figure(made, without, there):
    found, why = told(made(small=figures(without=without)))
    assert bool(found) == there
    assert why == ("" if there else "too many neighbourhoods have no figure")


def test_only_the_newest_period_counts(made):
    found, _ = told(made(small=figures(older=(5,))))
    assert [item.areas for item in found.deciles] == [9, *[10] * 9]
    assert told(made(small=figures(older=(5, 6))))[0] is None
    assert told(made(small=figures(older=range(1, 100))))[0] is None


def test_neighbourhoods_without_a_figure_anywhere_have_nothing_to_say(made):
    found = made(
        small=figures(without=range(100)).replace("status", "status\nE08000001 | 2021-01-01 | 5 | 5 | 9 | ")
    )
    assert told(found) == (None, "")
    assert not has_neighbourhoods(*found, found[0].geography[REGION])


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        ({"codes": CODES[:99]}, "there are too few neighbourhoods for tenths"),
        (
            {"statistic": "count"},
            "a number of people says nothing of tenths with more people in them or fewer",
        ),
        ({"carried_from": "district"}, "all neighbourhoods of a district carry its one figure"),
        ({"sql": OF_THE_INDEX}, "this is a measure of deprivation itself"),
    ],
)
def test_what_has_no_deciles_says_why(made, given_, why):
    assert told(made(**given_)) == (None, why)


def test_counts_are_held_where_every_base_is_above_nought(made):
    site, item = made()
    seen = {code: site.observations(item, REGION).latest(code) for code in CODES[:3]}
    assert counted(item, seen)
    assert not counted(item, seen | {"x": seen[CODES[0]]._replace(denominator=0)})
    assert not counted(item, seen | {"x": seen[CODES[0]]._replace(numerator=None)})
    assert not counted(replace(item, statistic="estimate"), seen)


@pytest.mark.parametrize(("value", "lower"), [(0.0, None), (28.0, 0.0)])
def test_a_share_that_reaches_an_end_is_drawn_as_plain_numbers(made, value, lower):
    """A share of 0 has no odds: the line is drawn all the same."""
    site, item = made()
    deciles = by_decile(site, item, site.geography[REGION]).deciles
    last = replace(deciles[-1], value=value, lower=deciles[-1].lower if lower is None else lower)
    found = slope_of(item, (*deciles[:9], last))
    assert found.slope == pytest.approx(
        slope_of(replace(item, statistic="estimate"), (*deciles[:9], last)).slope
    )


def test_the_interval_of_a_share_is_drawn_on_its_odds_and_that_of_a_rate_on_its_logarithm(made):
    """Draws of shares are not even about them: those of plain numbers are."""
    site, item = made()
    deciles = by_decile(site, item, site.geography[REGION]).deciles
    share, rate, plain = (
        slope_of(replace(item, statistic=kind, per=1), deciles).slope_limits
        for kind in ("proportion", "rate", "estimate")
    )
    assert len({share, rate, plain}) == 3
    assert all(low < -20 < high for low, high in (share, rate, plain))
