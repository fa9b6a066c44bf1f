"""Numbers and dates as people write them: what is a figure, of what size, and how exactly it is meant."""

import pytest

from dashboard.check.reading.dates import dates
from dashboard.check.reading.numbers import no_figures, numbers


def read(text):
    """The numbers of `text` as (text, value, unit, how)."""
    taken = [(item.start, item.end) for item in dates(text)] + no_figures(text)
    return [(item.text, round(item.value, 2), item.unit, item.how) for item in numbers(text, taken)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one in five households", [("one in five", 20, "%", "exact")]),
        ("three out of ten", [("three out of ten", 30, "%", "exact")]),
        ("1.2 million people", [("1.2 million", 1_200_000, "", "exact")]),
        ("£31.5k a year", [("£31.5k", 31_500, "£", "exact")]),
        ("£680bn", [("£680bn", 680e9, "£", "exact")]),
        ("nearly 40%", [("nearly 40%", 40, "%", "under")]),
        ("more than 40%", [("more than 40%", 40, "%", "over")]),
        ("about a third", [("about a third", 33.33, "%", "about")]),
        ("two-thirds of them", [("two-thirds", 66.67, "%", "exact")]),
        ("up by 2.3 percentage points", [("2.3 percentage points", 2.3, "points", "exact")]),
        ("two thousand homes", [("two thousand", 2_000, "", "exact")]),
        ("half a million", [("half a million", 500_000, "", "exact")]),
        ("twenty-five per cent", [("twenty-five per cent", 25, "%", "exact")]),
        ("between 5 and 6 per cent", [("between 5 and 6 per cent", 5, "%", "range")]),
        ("5-6 million", [("5-6 million", 5_000_000, "", "range")]),
        ("(likely 68.0% to 75.8%)", [("68.0% to 75.8%", 68, "%", "limits")]),
        ("rose from 5% to 6%", [("5%", 5, "%", "exact"), ("6%", 6, "%", "exact")]),
        ("−1.2 points", [("−1.2 points", -1.2, "points", "exact")]),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, wanted):
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Call 0161 778 7000 or +44 20 7946 0018",
        "see page 12, section 3.4, figure 2 and Table 1.2",
        "14 March 2025, 2023/24, Q3 2024, the year to March 2025",
        "aged 16 to 64, over-65s, 19 and over, five-year-olds, 16-24 year olds",
        "per 100,000 people and for every 1,000",
        "the M60, the A56, COVID-19, Level 3, Key Stage 2, 5G, 24/7, M1 1AA",
        "at 10:30, 7pm, the 21st century, [3], (2)",
        "https://example.gov.uk/2024/12345 and a.b@c.uk",
        "the third time, a second half-hour",
    ],
)
def test_what_holds_digits_and_is_no_figure_is_passed_over(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last", "role"),
    [
        ("in 2023", "2023-01-01", "2023-12-31", "at"),
        ("since 2019", "2019-01-01", "2019-12-31", "since"),
        ("by 2030", "2030-01-01", "2030-12-31", "by"),
        ("in 2023/24", "2023-04-01", "2024-03-31", "at"),
        ("2022-24", "2022-01-01", "2024-12-31", "at"),
        ("in the year to November 2025", "2024-12-01", "2025-11-30", "at"),
        ("in Oct to Dec 2025", "2025-10-01", "2025-12-31", "at"),
        ("in Q3 2024", "2024-07-01", "2024-09-30", "at"),
        ("on 30 April 2025", "2025-04-30", "2025-04-30", "at"),
        ("in December 2025", "2025-12-01", "2025-12-31", "at"),
    ],
)
def test_a_date_is_read_with_its_first_and_last_day(text, first, last, role):
    (found,) = dates(text)
    assert (str(found.first), str(found.last), found.role) == (first, last, role)


def test_what_begins_with_a_nought_before_a_comma_is_no_thousand():
    assert read("0,125 of them") == []
