"""Sums: a wider area gets a derived figure of its parts' counts, where all of them have theirs."""

import pandas as pd
import pytest

from dashboard.catalogue.sums import from_counts, with_sums
from tests.tables import read_table

PLACES = {
    "areas": """
        area_code | name  | level              | current
        E47000091 | Both  | combined_authority | true
        E12000091 | North | region             | true
        E07000091 | Ash   | district           | true
        E07000092 | Beech | district           | true
        E07000099 | Old   | district           | false
    """,
    "membership": """
        area_code | within
        E07000091 | E47000091
        E07000092 | E47000091
        E07000099 | E47000091
        E07000091 | E12000091
        E07000092 | E12000091
    """,
}


def in_england(areas: str, membership: str) -> dict[str, pd.DataFrame]:
    """Both tables, with what is current as a truth value."""
    frame = read_table(areas)
    return {"areas": frame.assign(current=frame.current == "true"), "membership": read_table(membership)}


def summed(given, homes: str, statistic: str, part: str = "district", per: int = 0) -> list[tuple]:
    """(area, year, value, status) of what is not published as it stands."""
    store = given(homes=homes, **in_england(PLACES["areas"], PLACES["membership"]))
    sql = with_sums("SELECT * FROM homes", part, statistic, per)
    rows = store.rows(f"SELECT area_code, year(period), value, status FROM ({sql}) ORDER BY 1, 2")  # noqa: S608
    return [row for row in rows if not row[0].startswith("E07")]


def test_counts_of_all_current_districts_are_summed_for_their_combined_authority_alone(given):
    homes = """
        area_code | period     | value | status
        E07000091 | 2023-01-01 | 10    |
        E07000092 | 2023-01-01 | 20    |
        E07000091 | 2024-01-01 | 30    |
    """
    assert summed(given, homes, "count") == [("E47000091", 2023, 30, "derived")]


def test_a_figure_that_is_missing_or_withheld_leaves_the_sum_out(given):
    homes = """
        area_code | period     | value | status
        E07000091 | 2023-01-01 | 10    |
        E07000092 | 2023-01-01 |       | c
    """
    assert summed(given, homes, "count") == []


def test_what_is_published_is_never_replaced_even_where_it_is_withheld(given):
    homes = """
        area_code | period     | value | status
        E07000091 | 2023-01-01 | 10    |
        E07000092 | 2023-01-01 | 20    |
        E47000091 | 2023-01-01 |       | x
    """
    assert summed(given, homes, "count") == [("E47000091", 2023, None, "x")]


@pytest.mark.parametrize(
    ("statistic", "per", "value"),
    [("proportion", 0, 25.0), ("rate", 1000, 250.0)],
    ids=["of 100", "of 1,000"],
)
def test_a_share_is_the_sum_of_counts_over_the_sum_of_counts_never_the_mean_of_shares(
    given, statistic, per, value
):
    homes = """
        area_code | period     | value | numerator | denominator | status
        E07000091 | 2023-01-01 | 50    | 10        | 20          |
        E07000092 | 2023-01-01 | 16.7  | 10        | 60          |
    """
    assert summed(given, homes, statistic, per=per) == [("E47000091", 2023, value, "derived")]


def test_parts_smaller_than_districts_are_summed_for_every_wider_area_of_england(given):
    homes = """
        area_code | period     | value | numerator | denominator | status
        E01000001 | 2021-03-21 | 50    | 1         | 2           |
        E01000002 | 2021-03-21 | 0     | 0         | 2           |
    """
    levels = """
        area_code | name    | level   | current
        E01000001 | Ash 1   | lsoa    | true
        E01000002 | Ash 2   | lsoa    | true
        E01000003 | Beech 1 | lsoa    | true
        E05000001 | Ash     | ward    | true
        E12000091 | North   | region  | true
        K02000001 | The UK  | country | true
    """
    within = """
        area_code | within
        E01000001 | E05000001
        E01000002 | E05000001
        E01000001 | E12000091
        E01000002 | E12000091
        E01000003 | E12000091
        E01000001 | K02000001
        E01000002 | K02000001
    """
    store = given(homes=homes, **in_england(levels, within))
    sql = with_sums("SELECT * FROM homes", "lsoa", "proportion", 0)
    rows = store.rows(f"SELECT area_code, value FROM ({sql}) WHERE status = 'derived'")  # noqa: S608
    assert rows == [("E05000001", 25.0)]


def test_authorities_are_counties_and_the_districts_outside_them(given):
    shire = "E10000091 | Shire | county | true\n E06000091 | City | district | true\n"
    inside = "E07000091 | E10000091\n E07000092 | E10000091\n E10000091 | E47000091\n E06000091 | E47000091\n"
    buses = """
        area_code | period     | value | status
        E10000091 | 2023-01-01 | 10    |
        E06000091 | 2023-01-01 | 4     |
        E10000091 | 2024-01-01 | 11    |
    """
    store = given(buses=buses, **in_england(PLACES["areas"] + shire, PLACES["membership"] + inside))
    sql = with_sums("SELECT * FROM buses", "authority", "count", 0)
    rows = store.rows(f"SELECT year(period), value FROM ({sql}) WHERE area_code = 'E47000091'")  # noqa: S608
    assert rows == [(2023, 14)]  # the city has no figure for 2024


def test_a_share_of_nothing_is_no_figure(given):
    none = """
        area_code | period     | value | numerator | denominator | status
        E07000091 | 2023-01-01 |       | 0         | 0           | x
        E07000092 | 2023-01-01 |       | 0         | 0           | x
    """
    assert summed(given, none, "proportion") == []


@pytest.mark.parametrize(("statistic", "per", "value"), [("proportion", 0, 25.0), ("rate", 1000, 250.0)])
def test_a_figure_is_made_of_the_counts_that_a_select_gives(given, statistic, per, value):
    store = given(
        counted="""
        area_code | period     | numerator | denominator
        E07000091 | 2021-03-21 | 1         | 4
        E07000092 | 2021-03-21 | 0         | 0
        E07000093 | 2021-03-21 | 1         |
        """
    )
    sql = from_counts("SELECT * FROM counted", statistic, per)
    rows = store.rows(f"SELECT area_code, value, numerator, denominator, status FROM ({sql}) ORDER BY 1")  # noqa: S608
    assert rows == [
        ("E07000091", value, 1, 4, ""),
        ("E07000092", None, 0, 0, "x"),
        ("E07000093", None, 1, None, "x"),
    ]
