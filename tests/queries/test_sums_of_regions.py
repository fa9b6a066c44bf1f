"""What the districts of a region make comes to what is published for it, so a region without may have it."""

import pytest

from tests.observations import observe

# How far, in relative terms, what the districts make may lie from what the publisher gives for a region:
# by rounding of the districts to 10 nights, to 0.01 points and to 0.01 tonnes.
SUMS = {
    "people/population": 0,
    "economy/guest_nights": 0.0005,
    "people/aged_65_and_over": 0.0006,
    "environment/greenhouse_gas": 0.002,
    "transport/ev_chargers": 1e-12,
}
DISTRICTS = """
    SELECT m.within, m.area_code FROM membership AS m
    JOIN areas AS a ON a.area_code = m.area_code AND a.level = 'district' AND a.current
    JOIN areas AS w ON w.area_code = m.within AND w.level = 'city_region'
"""


@pytest.mark.parametrize("name", SUMS)
def test_districts_make_the_figure_that_is_published_for_their_region(store, indicators, name):
    found = observe(store, indicators[name]).set_index(["area_code", "period"])
    period = found.index.get_level_values("period").max()
    now = found.xs(period, level="period")
    parts = {}
    for region, district in store.rows(DISTRICTS):
        parts.setdefault(region, []).append(district)
    checked = 0
    for region, districts in parts.items():
        top, bottom = now.numerator[districts].sum(), now.denominator[districts].sum()
        per = 100 if indicators[name].statistic == "proportion" else indicators[name].per
        made = per * top / bottom if bottom else now.value[districts].sum()
        assert made == pytest.approx(now.value[region], rel=SUMS[name] or 1e-15), region
        checked += now.status[region] != "derived"
    assert checked == 16
    assert (now.status[["cheshire-and-warrington", "cumbria", "sussex-and-brighton"]] == "derived").all()


def test_the_people_of_a_region_founded_in_2026(store, indicators):
    """280,495 and 230,185: the two districts of Cumbria as ONS gives them."""
    people = observe(store, indicators["people/population"], ["cumbria", "E06000063", "E06000064"])
    newest = people[people.period == people.period.max()].set_index("area_code").value
    assert newest["cumbria"] == newest["E06000063"] + newest["E06000064"] == 510_680
