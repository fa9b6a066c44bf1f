"""Which method a series gets, at every number of points at which that changes."""

from datetime import date, timedelta

import pytest

from dashboard.methods.change.choice import MONTHS, cadence, choose, newest_cadence

DAY = date(2020, 1, 1)


WITHOUT_A_SEASON = [
    ("three years", 2, 2, "periods apart"),
    ("three years", 3, 1, "direction only"),
    ("three years", 3, 0, "direction only"),
    ("three years", 2, 1, "no trend"),
    ("three years", 12, 12, "periods apart"),
    ("month", 13, 0, "xmr"),
    ("quarter", 13, 13, "xmr"),
    ("term", 13, 0, "xmr"),
    ("month", 12, 12, "direction only"),
    ("month", 3, 3, "direction only"),
    ("month", 2, 2, "difference"),
    ("month", 2, 1, "no trend"),
    ("year", 5, 5, "recent trend"),
    ("year", 20, 20, "recent trend"),
    ("year", 9, 4, "difference"),
    ("year", 2, 2, "difference"),
    ("year", 25, 0, "rare moves"),
    ("year", 3, 2, "difference"),
    ("year", 3, 1, "rare moves"),
    ("year", 2, 0, "no trend"),
    ("calendar year", 3, 0, "rare moves"),
    ("financial year", 3, 0, "rare moves"),
    ("academic year", 3, 0, "rare moves"),
    ("twelve months", 3, 0, "rare moves"),
    ("half year", 3, 0, "rare moves"),
    ("point in time", 3, 0, "rare moves"),
]


def test_without_a_season_the_number_of_points_and_of_those_with_limits_decides():
    found = [(*given, choose(*given).method) for *given, _ in WITHOUT_A_SEASON]
    assert found == WITHOUT_A_SEASON


def test_with_a_season_five_years_then_a_year_and_thirteen_points_then_more_than_a_year():
    """Of terms sixteen are asked for to hold each to the year before, and fifteen are five years already."""
    for frequency, stl, year_before, one_year in (
        ("month", 60, 25, 12),
        ("quarter", 20, 17, 4),
        ("term", 15, 16, 3),
    ):

        def method(points, gaps=False, frequency=frequency):
            return choose(frequency, points, 0, seasonal=True, gaps=gaps).method

        before = "xmr on change from a year before"
        assert method(stl) == "xmr after STL", frequency
        assert method(stl - 1) == (before if stl - 1 >= year_before else "direction only"), frequency
        assert method(year_before, gaps=True) == before, frequency
        assert method(year_before - 1, gaps=True) == "direction only", frequency
        assert method(one_year + 1) == "direction only", frequency
        assert method(one_year) == "no trend", frequency
        assert method(2) == "no trend", frequency


def test_the_reason_says_what_is_done_with_the_season():
    stl = "60 months with a season: the usual season is taken out (STL), then an XmR chart"
    assert choose("month", 60, 0, seasonal=True).reason == stl
    before = "each quarter against the same quarter a year before, then an XmR chart"
    assert choose("quarter", 17, 0, seasonal=True).reason == before
    for frequency in ("three years", "year"):
        assert choose(frequency, 2, 1).reason == "no trend can be judged from 2 periods"


CADENCES = [
    ("month", 28, 31, 1),
    ("quarter", 85, 95, 3),
    ("term", 110, 135, 4),
    ("half year", 175, 190, 6),
    ("year", 350, 380, 12),
]


def found(days):
    """The cadence of four dates that many days apart; "" where they have none."""
    try:
        return cadence([DAY + timedelta(days * at) for at in range(4)])
    except ValueError:
        return ""


def test_a_cadence_is_so_many_days_from_one_date_to_the_next_and_so_many_months():
    for name, least, most, months in CADENCES:
        assert [found(days) for days in (least - 1, least, most, most + 1)] == ["", name, name, ""]
        assert MONTHS[found(least)] == months


def test_one_odd_gap_does_not_change_the_cadence_and_two_dates_have_one():
    dates = [date(2020, 1, 1), date(2021, 1, 1), date(2021, 3, 1), date(2022, 3, 1), date(2023, 3, 1)]
    assert cadence(dates) == "year"
    assert cadence(dates[:2]) == "year"


@pytest.mark.parametrize(
    ("gaps", "cadence"),
    [
        ([365, 365, 365, 122, 122], "term"),  # of the newest four gaps the middle is 244 days, which is none
        ([365, 122, 122, 122, 122], "term"),
        ([122, 122, 122, 185], "term"),  # of the newest two gaps the middle is 154 days, which is none
        ([30, 30, 300, 400], "year"),  # the middle of all four is 165 days, of the newest two 350
    ],
)
def test_four_newest_gaps_say_the_cadence_and_two_where_those_fit_none(gaps, cadence):
    assert newest_cadence([DAY + timedelta(sum(gaps[:at])) for at in range(len(gaps) + 1)]) == cadence
