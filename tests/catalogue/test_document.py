"""The generated list of indicators, and the yearly review it reminds of."""

import re
from dataclasses import replace
from datetime import date

from dashboard.catalogue.document import document, main, overdue
from dashboard.catalogue.metadata_faults import KEYS, REQUIRED


def test_every_indicator_has_a_row_under_its_theme(indicators):
    text = document(indicators.values())
    for item in indicators.values():
        assert f"(../queries/{item.id}.sql)" in text
    assert text.index("## Transport") < text.index("## Housing")


def test_every_metadata_key_is_explained_with_whether_it_is_needed(indicators):
    text = document(indicators.values())
    rows = dict(re.findall(r"^\| `(\w+)` \| (yes|no) \|", text, re.MULTILINE))
    assert rows == {name: "yes" if name in REQUIRED else "no" for name in KEYS}
    assert "calendar year, financial year" in text


def test_the_list_in_the_repository_is_fresh():
    assert main(["--check"]) == 0


def test_a_definition_not_reviewed_for_a_year_is_named(indicators):
    old = replace(indicators["employment/employment_rate"], reviewed=date(2024, 1, 1))
    assert overdue([old], date(2025, 6, 1)) == [
        "queries/employment/employment_rate.sql: last reviewed 2024-01-01; "
        "review its definition and set the new date"
    ]
    assert overdue([old], date(2024, 12, 1)) == []
