"""Of what kind the periods of a file are: a stock at a day, three years at a time, the whole of a title."""

from datetime import date

import pytest

from dashboard.ingest.draft.grammar import found_in
from dashboard.ingest.draft.preview import source_of
from dashboard.ingest.draft.questions import period_kind
from dashboard.ingest.draft.written import query_text
from tests.ingest.draft.nine_files import rows_of


def test_a_stock_as_at_a_day_is_no_figure_of_a_quarter(look):
    text = "Code,Area,As at date,Chargers\n"
    text += "".join(rows_of(f"01/{month}/2024", "7") for month in ("04", "07", "10"))
    draft, frame = look("chargers.csv", text)
    assert (draft.options["periods"], set(frame.duration)) == ("day", {"P0D"})


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Year ending June 2023", "twelve months"),
        ("2021-01-01/P3Y", "three years"),
        ("2021-01-01/P5Y", ""),
        ("2023 Q2", "quarter"),
    ],
)
def test_the_query_names_the_kind_of_its_periods_and_none_that_they_are_not(look, written, kind):
    draft, frame = look("x.csv", "Code,Area,Period,Homes\n" + rows_of(written, "7"))
    query = query_text(source_of(draft, "x", "x.csv", {}), draft, {}, frame)
    assert f'period = "{kind}"' in query
    assert any("no kind of indicator has periods of P5Y" in ask for ask in draft.asks) is (kind == "")


def test_three_years_at_a_time_are_a_kind_of_period(look):
    text = "Code,Area,Year,Rate per 100,lower,upper\n".replace("per 100", "per 1000")
    text += rows_of("2018 - 20", "7", "6", "8") + rows_of("2019 - 21", "8", "7", "9")
    draft, frame = look("deaths.csv", text)
    assert (draft.options["periods"], set(frame.duration)) == ("three years", {"P3Y"})
    assert period_kind(frame) == "three years"


def test_years_of_a_stock_at_a_day_are_that_day(look):
    draft, frame = look(
        "lahs.csv", "Households on the register at 31 March\nCode,Area,2023,2024\n" + rows_of("7", "8")
    )
    assert draft.options["periods"] == "point 03-31"
    assert set(frame.period) == {date(2023, 3, 31), date(2024, 3, 31)}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Rents between 1 April 2021 to 31 March 2022", [("April 2021 to March 2022", "financial year")]),
        (
            "Rents, 1 October 2021 to 30 September 2022",
            [("October 2021 to September 2022", "year ending month")],
        ),
        ("Rents, 3 October 2021 to 30 September 2022", []),
        ("Homes as at 31 March 2024", [("31 March 2024", "day")]),
        ("Jobs, three months to June 2024", [("April 2024 to June 2024", "quarter")]),
        ("Jobs, three months to May 2024", [("March 2024 to May 2024", "three months")]),
        ("Starts, Q2 2023/24", [("Q2 2023/24", "financial quarter")]),
        ("Starts, Quarter 2 2024", [("Quarter 2 2024", "quarter")]),
        ("Year ending 31 March 2024", [("March 2024", "year ending month")]),
        ("Visits, 2024/25. Published 26 November 2025", [("2024/25", "financial year")]),
    ],
)
def test_the_period_of_a_title_is_the_whole_of_what_it_names(title, found):
    assert found_in(title) == found
