"""The words of a [protection] name no column: a column of numbers so called is declared like any other."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure.facts import _labels, tied_columns

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
