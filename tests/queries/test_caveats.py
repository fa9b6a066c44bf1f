"""A caveat is a claim: where the data can say whether it is true, it is asked.

KINDS are phrases that recur; every indicator whose words have one is held to it. Below stand claims that one
indicator makes, each with the figures that decide it. A phrase that is worded otherwise is held by neither:
word it as these are, or add it.
"""

import re

import numpy as np
import pandas as pd
import pytest

from dashboard.catalogue.indicators import load_indicators
from tests.conftest import ROOT

INDICATORS = load_indicators(ROOT / "queries")
GM, ENGLAND = "E47000001", "E92000001"


def said(indicator) -> str:
    """Method and caveat as a reader sees them, on one line."""
    return " ".join(f"{indicator.method} {indicator.caveat}".split())


@pytest.fixture(scope="module")
def figures(store):
    """figures(name): its rows with a value, as one frame; each read once."""
    held: dict[str, pd.DataFrame] = {}

    def figures(name: str) -> pd.DataFrame:
        if name not in held:
            held[name] = store.arrow(INDICATORS[name].sql).to_pandas().dropna(subset="value")
        return held[name]

    return figures


@pytest.fixture(scope="module")
def codes(store):
    """level -> the codes of today's areas of that level, by ONS's levels; and inside Greater Manchester."""
    rows = store.rows("SELECT level, list(area_code) FROM areas WHERE current GROUP BY level")
    inside = store.rows("SELECT area_code FROM membership WHERE within = ?", [GM])
    return dict(rows) | {"gm": [GM, *(code for (code,) in inside)]}


def _periods(number):
    return lambda rows, codes, match: rows.period.nunique() == number


def _of_fifteen(rows, codes, match):
    """How many of the 15 combined authorities of 2025 have a figure."""
    return len({code for code in rows.area_code if re.fullmatch(r"E470000(0[1-46-9]|1[2-8])", code)})


def _all_but(rows, codes, match):
    named = {"Devon and Torbay": "E47000015", "Lancashire": "E47000018"}
    return _of_fifteen(rows, codes, match) == 14 and named[match[1]] not in set(rows.area_code)


NONE_IN_THE_PANDEMIC = (
    r"(?:[Nn]ot collected|none was made|No tests were held) in 2019/20 and 2020/21|2020/21 had no tests"
)
NUMBERS = {"8": 8, "eight": 8, "11": 11, "eleven": 11}
KINDS = {
    r"[Ff]or neighbourhoods \(LSOAs\) only|For neighbourhoods only": lambda rows, codes, match: (
        rows.area_code.str.startswith("E01").all()
    ),
    r"One date only|One (?:date|year|month|edition|day) is held|only month held": _periods(1),
    r"Two years only": _periods(2),
    r"(?:[Cc]ombined authorities have (?:no|none)|No figure is published for combined authorities"
    r"|Not published for combined authorities)": lambda rows, codes, match: (
        not rows.area_code.str.startswith("E47").any()
    ),
    r"Published for (\w+) of the 15 combined authorities": lambda rows, codes, match: (
        _of_fifteen(rows, codes, match) == NUMBERS[match[1]]
    ),
    r"Published for (eight|eleven) (?:of today's )?combined authorities": lambda rows, codes, match: (
        sum(code.startswith("E47") for code in set(rows.area_code) & set(codes["city_region"]))
        == NUMBERS[match[1]]
    ),
    r"for the regions and for England": lambda rows, codes, match: (
        {ENGLAND, *codes["region"]} <= set(rows.area_code)
    ),
    r"Published for every combined authority of 2025 but ([\w ]+)\.": _all_but,
    r"Published for upper-tier authorities": lambda rows, codes, match: (
        not rows.area_code.str.startswith("E07").any()
    ),
    r"Greater Manchester only": lambda rows, codes, match: set(rows.area_code) <= set(codes["gm"]),
    r"(?:No|no) figure (?:is published )?for England": lambda rows, codes, match: (
        ENGLAND not in set(rows.area_code)
    ),
    r"; districts have no figure": lambda rows, codes, match: (
        set(rows.area_code).isdisjoint(codes["district"])
    ),
    NONE_IN_THE_PANDEMIC: lambda rows, codes, match: not _years(rows) & {2019, 2020},
    r"2019/20 was not published": lambda rows, codes, match: 2019 not in _years(rows),
    r"2018 was not published and nothing later than 2019": lambda rows, codes, match: (
        2018 not in _years(rows) and max(_years(rows)) == 2019
    ),
    r"stopped updates after 2023": lambda rows, codes, match: max(_years(rows)) == 2023,
    r"after the year to March 2023": lambda rows, codes, match: max(_years(rows)) == 2022,
    r"ends in 2022|nothing after 2022": lambda rows, codes, match: max(_years(rows)) in (2020, 2022),
    r"rounded to (?:the nearest )?5\b": lambda rows, codes, match: (published(rows) % 5 == 0).all(),
    r"nearest hundred": lambda rows, codes, match: (published(rows) % 100 == 0).all(),
    r"nearest ten|to the nearest ten": lambda rows, codes, match: (published(rows) % 10 == 0).all(),
    r"in whole years|whole homes per 1,000": lambda rows, codes, match: (
        (published(rows) % 1 == 0).mean() > 0.999  # two half years among 11,662
    ),
    r"Each date as in the newest release": lambda rows, codes, match: not rows.duplicated(
        ["area_code", "period"]
    ).any(),
}  # fmt: skip


def _years(rows):
    return set(pd.to_datetime(rows.period).dt.year)


def published(rows):
    return rows.value[~rows.status.eq("derived")] if "status" in rows else rows.value


CLAIMS = [
    pytest.param(name, phrase, match, id=f"{name}: {match[0]}")
    for name, indicator in sorted(INDICATORS.items())
    for phrase in KINDS
    if (match := re.search(phrase, said(indicator)))
]


@pytest.mark.parametrize(("name", "phrase", "match"), CLAIMS)
def test_what_recurs_in_caveats_is_so(figures, codes, name, phrase, match):
    assert KINDS[phrase](figures(name), codes, match)


def test_every_kind_of_claim_is_made_by_somebody():
    """A phrase that no caveat has is a check that checks nothing."""
    assert {claim.values[1] for claim in CLAIMS} == set(KINDS)


def near_a_stop(store, networks, metres=1850):
    """District of Greater Manchester -> % of residents (2021) whose LSOA's centre is so near a stop.

    30 minutes at 4.8 km/h are 2,400 m on foot, about 1,850 as the crow flies; outlines are in tens of metres.
    """
    stops = store.arrow("SELECT network, easting, northing FROM rail_and_tram_stations").to_pandas()
    homes = store.arrow(
        "SELECT m.within, 10 * s.cx AS east, -10 * s.cy AS north, c.age_total AS people FROM shapes AS s "
        "JOIN census_age AS c ON c.lsoa21_code = s.area_code "
        "JOIN membership AS m ON m.area_code = s.area_code AND m.within LIKE 'E080000%'"
    ).to_pandas()
    stops = stops[stops.network.isin([*networks])]
    east = homes.east.to_numpy(float)[:, None] - stops.easting.to_numpy(float)
    north = homes.north.to_numpy(float)[:, None] - stops.northing.to_numpy(float)
    far = np.hypot(east, north).min(axis=1)
    near = homes.people.where(far <= metres, 0).groupby(homes.within).sum()
    return 100 * near / homes.groupby("within").people.sum()


def test_the_walk_to_a_railway_station_counts_tram_stops(store, figures):
    """Bury and Oldham have trams and hardly a train: 66% and 78% as published, 3% and 17% near a train."""
    told = figures("transport/rail_walk").set_index("area_code").value
    trains, both = near_a_stop(store, "R"), near_a_stop(store, "RM")
    assert {code: round(both[code]) for code in ("E08000002", "E08000004")} == {
        "E08000002": 64,
        "E08000004": 77,
    }
    assert (both - told[both.index]).abs().max() < 6
    assert (trains - told[trains.index]).abs().max() > 50
    caveat = said(INDICATORS["transport/rail_walk"])
    assert "tram stops are among them: Bury has 66%, and only about 3%" in caveat
    assert (told["E08000002"], round(trains["E08000002"])) == (66, 3)


@pytest.mark.parametrize("name", ["people/crime", "people/health_deprivation"])
def test_about_three_quarters_of_england_lie_between_minus_one_and_one(figures, name):
    assert "three quarters of England" in INDICATORS[name].caveat
    assert 0.72 < figures(name).value.between(-1, 1).mean() < 0.78


def test_serious_casualties_rose_from_about_15_to_22_per_cent_early_in_2021(store):
    assert "from about 15% to 22% early in 2021" in INDICATORS["transport/road_casualties"].breaks[0].reason
    rows = store.rows(
        "SELECT avg((severity IN ('Fatal', 'Serious'))::INT) FILTER (year(date) < 2021), "
        "avg((severity IN ('Fatal', 'Serious'))::INT) FILTER (date BETWEEN '2021-04-01' AND '2021-12-31') "
        "FROM road_casualties"
    )
    assert [round(share, 2) for share in rows[0]] == [0.15, 0.22]


def test_overcrowding_by_bedrooms_is_nearly_the_same_and_by_rooms_finds_more(figures):
    homes = figures("housing/overcrowding").set_index("area_code").value
    beds, rooms = (
        figures(f"housing/too_few_{what}").set_index("area_code").value for what in ("bedrooms", "rooms")
    )
    assert homes.reindex(beds.index).corr(beds) > 0.998
    assert (rooms > homes.reindex(rooms.index)).mean() > 0.9


@pytest.mark.parametrize(("district", "matched"), [("E06000018", 6), ("E08000026", 7)])
def test_buses_of_nottingham_and_coventry_are_hardly_matched_and_have_no_punctuality(
    figures, district, matched
):
    assert "(Nottingham 6%, Coventry 7%)" in INDICATORS["transport/bus_punctuality"].caveat
    seen = figures("transport/bus_coverage").set_index("area_code").value
    assert round(seen[district]) == matched
    assert not set(seen.index[seen < 20]) & set(figures("transport/bus_punctuality").area_code)


def test_first_time_buyers_lack_the_isles_of_scilly_alone(figures, codes):
    assert "No figure for the Isles of Scilly" in INDICATORS["housing/first_time_buyers"].caveat
    assert set(codes["district"]) - set(figures("housing/first_time_buyers").area_code) == {"E06000053"}


def test_weekly_pay_of_combined_authorities_begins_in_2023_with_eleven(figures):
    rows = figures("employment/weekly_pay")
    wide = rows[rows.area_code.str.startswith("E47")]
    assert "figures from 2023, and only 11 of the 15" in " ".join(
        said(INDICATORS["employment/weekly_pay"]).split()
    )
    assert (min(_years(wide)), wide.area_code.nunique()) == (2023, 11)


def test_merged_districts_have_their_years_before(figures):
    assert "those of the old ones added" in " ".join(
        INDICATORS["housing/net_additional_dwellings"].caveat.split()
    )
    rows = figures("housing/net_additional_dwellings")
    cumberland = rows[rows.area_code == "E06000063"]
    assert min(_years(cumberland)) == 2001
    assert (cumberland.status[pd.to_datetime(cumberland.period).dt.year < 2023] == "derived").all()


def test_what_says_that_it_has_no_margins_of_error_is_marked_as_a_sample():
    """The card of one that is not has an arrow for every move (sampled in docs/indicators.md)."""
    told = [item for item in INDICATORS.values() if "without margins of error" in said(item)]
    assert len(told) > 8
    assert [item.id for item in told if not item.sampled] == []
