"""Ranks with the range that margins of error allow, in words."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observations import Observation
from dashboard.statements.rank_words import against, need_ranges, ordinal, rank_note, ranks


def _figure(value: float | None, low: float | None = None, high: float | None = None) -> Observation:
    return Observation("E1", date(2023, 1, 1), value, low, high, None, None, "")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (21, "21st"),
        (1702, "1,702nd"),
    ],
)
def test_ordinals(number, words):
    assert ordinal(number) == words


def test_places_that_cannot_be_told_apart_share_a_range_of_ranks():
    found = [_figure(80, 79, 81), _figure(60, 55, 65), _figure(62, 57, 67), _figure(None)]
    assert ranks(found) == ["1st of 3", "2nd to 3rd of 3", "2nd to 3rd of 3", "–"]


def test_without_limits_there_is_no_rank():
    assert ranks([_figure(5), _figure(7)]) == ["–", "–"]


def test_a_figure_without_limits_among_others_that_have_them_may_stand_anywhere():
    assert ranks([_figure(5), _figure(7, 6, 8), None]) == ["1st to 2nd of 2", "1st to 2nd of 2", "–"]
    assert need_ranges([_figure(1, 0, 2), _figure(7, 6, 8)], "higher") == ["1", "2"]
    assert need_ranges([_figure(1), _figure(7)], "higher") == ["", ""]


def test_a_benchmark_inside_the_interval_is_similar_and_without_an_interval_nothing_is_said(indicators):
    england = _figure(75)
    higher, lower, neither = (
        replace(indicators["employment/employment_rate"], better=each)
        for each in ("higher", "lower", "neither")
    )
    assert against(higher, _figure(70, 66, 74), england) == ("Lower", "worse")
    assert against(lower, _figure(70, 66, 74), england) == ("Lower", "better")
    assert against(neither, _figure(70, 66, 74), england) == ("Lower", "neutral")
    assert against(higher, _figure(70, 66, 75), england) == ("Similar", "neutral")
    assert against(higher, _figure(70), england) == ("–", "neutral")
    assert against(higher, None, england) == ("–", "neutral")


def test_the_note_says_whether_margins_of_error_are_known(indicators):
    rate, count = indicators["employment/employment_rate"], indicators["housing/net_additional_dwellings"]
    assert "A rank is a range" in rank_note([_figure(5, 4, 6)], rate)
    assert "no rank is given" in rank_note([_figure(5)], rate)
    assert "a larger place has more" in rank_note([_figure(5)], count)
