"""A place under two codes is counted once: districts that were recoded, counties that became unitaries."""

from datetime import date

import pandas as pd
import pytest

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.tidy import tidy

COUNTY, UNITARY = "E10000023", "E06000065"
OLD, NEW = "E08000016", "E08000038"
PLACES = Places(
    levels={COUNTY: "county", UNITARY: "district", OLD: "district", NEW: "district"},
    names={},
    recodes={COUNTY: UNITARY, OLD: NEW},
)


def _tidied(*rows: tuple[str, str, str]) -> tuple[dict, list[str]]:
    raw = pd.DataFrame(rows, columns=["area_code", "period", "value"])
    raw = raw.assign(series="Homes", line=range(2, len(raw) + 2))
    notes: list[str] = []
    read = lambda text: (date(int(text), 1, 1), "P1Y")  # noqa: E731
    table = tidy(raw, "homes.csv", PLACES, read, notes=notes)
    assert not table.duplicated(["area_code", "series", "period"]).any()
    return {(row.area_code, row.period.year): row.value for row in table.itertuples()}, notes


def test_a_county_s_history_is_carried_to_the_unitary_with_its_boundary():
    cells, notes = _tidied((COUNTY, "2021", "10"), (COUNTY, "2022", "11"), (UNITARY, "2023", "12"))
    assert cells == {(UNITARY, 2021): 10, (UNITARY, 2022): 11, (UNITARY, 2023): 12}
    assert notes == []


def test_where_both_have_the_period_the_unitary_s_figure_is_kept_and_the_difference_told():
    cells, notes = _tidied((COUNTY, "2022", "11"), (UNITARY, "2022", "12"), (COUNTY, "2021", "9"))
    assert cells == {(UNITARY, 2021): 9, (UNITARY, 2022): 12}
    assert notes == ["1 figure of a county left out for another of the unitary that followed it"]


def test_a_figure_wins_over_a_blank_under_either_code():
    cells, notes = _tidied(
        (COUNTY, "2022", "11"), (UNITARY, "2022", ""), (OLD, "2022", ""), (NEW, "2022", "5")
    )
    assert cells == {(UNITARY, 2022): 11, (NEW, 2022): 5}
    assert notes == []


def test_two_codes_of_one_district_must_agree():
    with pytest.raises(Refused, match=f"line 3: {OLD} and {NEW} are one place and disagree for Homes, 2022"):
        _tidied((OLD, "2022", "4"), (NEW, "2022", "5"))
