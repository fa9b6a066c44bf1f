"""The words of a [protection] name no column: a column of numbers so called is declared like any other."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure.facts import _labels, protected_columns, share_of, tied_columns

WORDS = (
    "below", "unit", "base", "marked", "nested", "columns", "tied", "apart", "sums", "signed", "keep",
    "widths", "width", "of", "cells", "column", "total", "parts", "whole",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_rule_is_no_label(word):
    assert word not in _labels([{word: "x", "year": 2024}])


def test_what_chooses_rows_is_a_label_and_so_is_the_column_that_a_rule_names():
    assert _labels({"sums": [{"year": 2024, "column": "sex", "total": "All"}]}) == {"year", "sex"}


def test_a_column_of_numbers_that_is_called_like_a_word_of_the_rule_has_to_be_declared():
    table = pd.DataFrame({"value": [1.0], "base": [2.0]})
    source = SimpleNamespace(protection={"columns": ["value"], "base": 3}, options={})
    with pytest.raises(ValueError, match="a hidden count might follow from base"):
        tied_columns(table, source)


def source(**protection):
    return SimpleNamespace(protection=protection, options={"key": ["year"]})


COUNTED = pd.DataFrame(
    {"year": [2023, 2024], "value": [25.0, 50.0], "numerator": [1.0, 3.0], "denominator": [4.0, 6.0]}
)


def test_the_columns_of_counts_are_those_that_are_named_or_the_value():
    assert protected_columns(COUNTED[["year", "value"]], source()) == ["value"]
    assert protected_columns(COUNTED, source(columns=["numerator"])) == ["numerator"]
    assert protected_columns(COUNTED, source(columns=["value", "denominator"])) == ["value", "denominator"]


@pytest.mark.parametrize(
    ("columns", "protection", "said"),
    [
        (["year"], {}, "columns of counts that the table has"),
        (["value"], {"columns": []}, "columns of counts that the table has"),
        (["value"], {"columns": ["value", "deaths"]}, "columns of counts that the table has"),
        (["value", "numerator"], {"columns": ["value"]}, "must name numerator"),
        (["value", "numerator"], {}, "must name numerator"),
    ],
)
def test_a_rule_that_names_no_count_or_a_share_alone_is_refused(columns, protection, said):
    with pytest.raises(ValueError, match=said):
        protected_columns(COUNTED[columns], source(**protection))


def test_a_share_follows_from_its_counts_and_what_is_said_to_be_tied_too():
    assert tied_columns(COUNTED, source(columns=["numerator"])) == ["value"]
    more = COUNTED.assign(rank=[1, 2], area=[3.0, 4.0])
    assert tied_columns(more, source(columns=["numerator"], tied=["rank"], apart=["area"])) == [
        "value",
        "rank",
    ]
    with pytest.raises(ValueError, match="follow from rank"):
        tied_columns(more, source(columns=["numerator"], apart=["area"]))
    with pytest.raises(ValueError, match="follow from denominator"):  # no share: nobody said what it is
        tied_columns(COUNTED.drop(columns="numerator"), source(columns=["value"]))


def test_a_number_by_which_the_rule_chooses_rows_is_no_figure():
    table = COUNTED[["year", "value"]].assign(band=[0, 1])
    with pytest.raises(ValueError, match="follow from band"):
        tied_columns(table, source())
    assert tied_columns(table, source(sums=[{"total": {"band": 0}, "parts": {"band": "!0"}}])) == []


def test_what_is_no_number_has_not_to_be_declared():
    table = COUNTED[["year", "value"]].assign(name=["a", "b"], flag=[True, False], lower=1.0, upper=2.0)
    assert tied_columns(table, source()) == []


def test_a_share_is_found_from_the_rows_that_have_counts():
    assert share_of(COUNTED.assign(value=[25.0, 50.0])) == 100
    assert share_of(COUNTED.assign(value=0.0)) == 0
    assert share_of(COUNTED.assign(value=[0.125, 0.25])) == 0.5
    assert share_of(COUNTED.assign(value=[25.0, 50.00001])) == pytest.approx(100, abs=1e-4)
    holes = pd.DataFrame(
        {
            "value": [0.25, 9.0, 9.0, None],
            "numerator": [1.0, 0.0, 1.0, 1.0],
            "denominator": [4.0, 4.0, 0.0, 4.0],
        }
    )
    assert share_of(holes) == 1


def test_a_share_that_the_last_digits_of_a_figure_moved_is_the_round_one():
    assert share_of(pd.DataFrame({"value": [25.0000001], "numerator": [1.0], "denominator": [4.0]})) == 100


@pytest.mark.parametrize(
    "table",
    [
        COUNTED[["value", "numerator"]],
        COUNTED[["numerator", "denominator"]],
        COUNTED.assign(value=[25.0, 50.001]),
        COUNTED.assign(numerator=0.0),
        COUNTED.assign(denominator=[1.0, 6.0]),
    ],
)
def test_a_value_that_is_no_share_of_its_counts_is_refused(table):
    with pytest.raises(ValueError, match="cannot be made anew from rounded counts"):
        share_of(table)
