"""Every way a publisher writes a period."""

from datetime import date

import pytest

from dashboard.ingest.tables import periods


@pytest.mark.parametrize(
    ("name", "text", "period"),
    [
        ("iso", "2024-08-01/P1Y", (date(2024, 8, 1), "P1Y")),
        ("iso", "2023-07-01/P1M", (date(2023, 7, 1), "P1M")),
        ("iso", "2011-01-01/P3Y", (date(2011, 1, 1), "P3Y")),
        ("iso", "2015-04-22", (date(2015, 4, 22), "P0D")),
        ("iso", "2022-09", (date(2022, 9, 1), "P0D")),
        ("calendar year", "2004", (date(2004, 1, 1), "P1Y")),
        ("financial year", "2001-02", (date(2001, 4, 1), "P1Y")),
        ("financial year", "1999/00", (date(1999, 4, 1), "P1Y")),
        ("academic year", "2016-17", (date(2016, 9, 1), "P1Y")),
        ("year ending month", "Dec 1995", (date(1995, 1, 1), "P1Y")),
        ("year ending month", "Mar 1996", (date(1995, 4, 1), "P1Y")),
        ("point 06-30", "2024", (date(2024, 6, 30), "P0D")),
        ("financial year", "2023/2024", (date(2023, 4, 1), "P1Y")),
        ("financial year", "202324", (date(2023, 4, 1), "P1Y")),
        ("financial year", "2023 to 2024", (date(2023, 4, 1), "P1Y")),
        ("financial year", "FYE 2024", (date(2023, 4, 1), "P1Y")),
        ("financial year", "Year ending March 2024", (date(2023, 4, 1), "P1Y")),
        ("financial year", "Apr 2024 to Mar 2025", (date(2024, 4, 1), "P1Y")),
        ("academic year", "September 2016 to August 2017", (date(2016, 9, 1), "P1Y")),
        ("academic year", "201617", (date(2016, 9, 1), "P1Y")),
        ("year ending month", "Year ending December 1995", (date(1995, 1, 1), "P1Y")),
        ("year ending month", "Jul 2023 to Jun 2024", (date(2023, 7, 1), "P1Y")),
        ("month", "July 2014", (date(2014, 7, 1), "P1M")),
        ("month", "2014 JUL", (date(2014, 7, 1), "P1M")),
        ("month", "Sept-2014", (date(2014, 9, 1), "P1M")),
        ("month", "01/07/2014", (date(2014, 7, 1), "P1M")),
        ("month", "2014-07", (date(2014, 7, 1), "P1M")),
        ("quarter", "2024Q3", (date(2024, 7, 1), "P3M")),
        ("quarter", "2000 Q1", (date(2000, 1, 1), "P3M")),
        ("quarter", "Q3 2024", (date(2024, 7, 1), "P3M")),
        ("quarter", "Jul to Sep 2024", (date(2024, 7, 1), "P3M")),
        ("quarter", "2024/Q3", (date(2024, 7, 1), "P3M")),
        ("quarter", "Qtr 3 2024", (date(2024, 7, 1), "P3M")),
        ("three months", "Dec 2023 - Feb 2024", (date(2023, 12, 1), "P3M")),
        ("financial quarter", "2023/24Q4", (date(2024, 1, 1), "P3M")),
        ("financial year", "Year ended 31 March 2024", (date(2023, 4, 1), "P1Y")),
        ("financial year", "2023\u201124", (date(2023, 4, 1), "P1Y")),
        ("calendar year", "CY 2024", (date(2024, 1, 1), "P1Y")),
        ("calendar year", "2024¹", (date(2024, 1, 1), "P1Y")),
        ("month", "Apr ’24", (date(2024, 4, 1), "P1M")),
        ("month", "Apr-24", (date(2024, 4, 1), "P1M")),
        ("month", "04/2024", (date(2024, 4, 1), "P1M")),
        ("day", "31-03-2024", (date(2024, 3, 31), "P0D")),
        ("day", "2024/03/31", (date(2024, 3, 31), "P0D")),
        ("day", "20240331", (date(2024, 3, 31), "P0D")),
        ("financial quarter", "2023/24 Q1", (date(2023, 4, 1), "P3M")),
        ("financial quarter", "Q4 2023-24", (date(2024, 1, 1), "P3M")),
        ("half year", "2024 H2", (date(2024, 7, 1), "P6M")),
        ("day", "31/03/2024", (date(2024, 3, 31), "P0D")),
        ("day", "2024-03-31", (date(2024, 3, 31), "P0D")),
        ("day", "31 March 2024", (date(2024, 3, 31), "P0D")),
    ],
)
def test_a_period_is_its_first_day_and_its_length(name, text, period):
    assert periods.reader(name)(text) == period


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("iso", "2024-13-01"),
        ("iso", "20240801"),
        ("iso", ""),
        ("financial year", "2001-03"),
        ("year ending month", "Foo 1995"),
        ("month", "24-Apr"),  # a spreadsheet's 24 April of a year that it does not show
        ("financial year", "AY 2023/24"),
        ("academic year", "FY 2023/24"),
        ("three months", "Jan 2024 to Apr 2024"),
        ("day", "20241"),  # the first quarter of 2024, to whoever writes so
        ("day", "2024-02-30"),
        ("calendar year", "2004-05"),
        ("calendar year", "2024 Q1"),
        ("financial year", "202312"),
        ("financial year", "2023-2025"),
        ("financial year", "Jan 2024 to Dec 2024"),
        ("quarter", "2024 Q5"),
        ("quarter", "Feb to Apr 2024"),
        ("quarter", "Jul 2023 to Sep 2024"),
        ("financial quarter", "2024 Q1"),
        ("half year", "2024 H3"),
        ("month", "02/07/2014"),
        ("month", "Marble 2014"),
        ("day", "03/31/2024"),
        ("day", "31/03/24"),
        ("point 06-30", "mid-2024"),
    ],
)
def test_what_is_no_period_is_not_guessed_at(name, text):
    with pytest.raises(ValueError):  # noqa: PT011  the caller adds file and line
        periods.reader(name)(text)


def test_an_unknown_grammar_is_answered_with_those_there_are():
    with pytest.raises(ValueError, match=r"periods 'fortnight' is unknown, use one of iso, calendar year"):
        periods.reader("fortnight")


@pytest.mark.parametrize(
    ("kind", "text", "first", "duration"),
    [
        ("month", "Apr-24", date(2024, 4, 1), "P1M"),
        ("month", "2024M04", date(2024, 4, 1), "P1M"),
        ("month", "30/04/2024", date(2024, 4, 1), "P1M"),
        ("month", "45383", date(2024, 4, 1), "P1M"),
        ("month", "202404", date(2024, 4, 1), "P1M"),
        ("day", "45382", date(2024, 3, 31), "P0D"),
        ("day", "31/03/2024 00:00", date(2024, 3, 31), "P0D"),
        ("day", "2024-03-31T00:00:00Z", date(2024, 3, 31), "P0D"),
        ("day", "As at 31st March 2024", date(2024, 3, 31), "P0D"),
        ("day", "31.03.2024", date(2024, 3, 31), "P0D"),
        ("quarter", "Quarter 2 2024", date(2024, 4, 1), "P3M"),
        ("quarter", "30/06/2024", date(2024, 4, 1), "P3M"),
        ("financial quarter", "2023/24 Quarter 4", date(2024, 1, 1), "P3M"),
        ("financial year", "31/03/2024", date(2023, 4, 1), "P1Y"),
        ("financial year", "01/04/2023", date(2023, 4, 1), "P1Y"),
        ("financial year", "FY 2023/24", date(2023, 4, 1), "P1Y"),
        ("academic year", "23/24", date(2023, 9, 1), "P1Y"),
        ("financial year", "year ending March 2024", date(2023, 4, 1), "P1Y"),
        ("academic year", "AY2023/24", date(2023, 9, 1), "P1Y"),
        ("calendar year", "31/12/2024", date(2024, 1, 1), "P1Y"),
        ("calendar year", "2024.0", date(2024, 1, 1), "P1Y"),
        ("year ending month", "31/12/2024", date(2024, 1, 1), "P1Y"),
    ],
)
def test_more_ways_in_which_people_write_one_period(kind, text, first, duration):
    assert periods.reader(kind)(text) == (first, duration)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("month", "15/04/2024"),
        ("month", "202413"),
        ("quarter", "31/05/2024"),
        ("financial year", "31/12/2024"),
        ("academic year", "2023"),
        ("day", "99999"),
        ("day", "12345"),
        ("calendar year", "45382"),
    ],
)
def test_a_day_that_bounds_no_period_of_its_kind_is_refused(kind, text):
    with pytest.raises(ValueError, match=r".*"):
        periods.reader(kind)(text)
