"""Ranks with the range that margins of error allow, in words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observations import Observation
from dashboard.settings import ROOT
from dashboard.statements.rank_words import (
    NO_MARGIN,
    few_beside,
    few_drawn,
    few_of,
    few_with,
    likely_place,
    limits_phrase,
    limits_words,
    may_be,
    need_ranges,
    ordinal,
    place_span_words,
    place_words,
    places_are,
    rank_and_fifth,
    rank_note,
    rank_of,
    rank_range_words,
    side_of_benchmark,
)


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
        (13, "13th"),
        (21, "21st"),
        (113, "113th"),
        (1702, "1,702nd"),
    ],
)
def test_ordinals(number, words):
    assert ordinal(number) == words


def test_places_that_cannot_be_told_apart_share_a_range_of_ranks():
    found = [_figure(80, 79, 81), _figure(60, 55, 65), _figure(62, 57, 67), _figure(None)]
    assert rank_range_words(found) == ["1st of 3", "2nd to 3rd of 3", "2nd to 3rd of 3", "–"]


def test_without_limits_there_is_no_rank():
    assert rank_range_words([_figure(5), _figure(7)]) == ["–", "–"]


def test_a_figure_without_limits_among_others_that_have_them_may_stand_anywhere():
    assert rank_range_words([_figure(5), _figure(7, 6, 8), None]) == [
        "1st to 2nd of 2",
        "1st to 2nd of 2",
        "–",
    ]
    assert need_ranges([_figure(1, 0, 2), _figure(7, 6, 8)], "higher") == ["1", "2"]
    assert need_ranges([_figure(1), _figure(7)], "higher") == ["", ""]


def test_a_benchmark_inside_the_interval_is_similar_and_without_an_interval_nothing_is_said(indicators):
    england = _figure(75)
    higher, lower, neither = (
        replace(indicators["employment/employment_rate"], better=each)
        for each in ("higher", "lower", "neither")
    )
    assert side_of_benchmark(higher, _figure(70, 66, 74), england) == ("Lower", "worse")
    assert side_of_benchmark(lower, _figure(70, 66, 74), england) == ("Lower", "better")
    assert side_of_benchmark(neither, _figure(70, 66, 74), england) == ("Lower", "neutral")
    assert side_of_benchmark(higher, _figure(70, 66, 75), england) == ("Similar", "neutral")
    assert side_of_benchmark(higher, _figure(70), england) == ("–", "neutral")
    assert side_of_benchmark(higher, None, england) == ("–", "neutral")


def test_the_note_says_whether_margins_of_error_are_known(indicators):
    rate, count = indicators["employment/employment_rate"], indicators["housing/net_additional_dwellings"]
    assert "A rank is a range" in rank_note([_figure(5, 4, 6)], rate)
    assert "no rank is given" in rank_note([_figure(5)], rate)
    assert "a larger place has more" in rank_note([_figure(5)], count)


def test_need_is_counted_from_the_end_that_is_not_better():
    found = [_figure(10, 9, 11), _figure(20, 15, 25), _figure(22, 17, 27), _figure(None)]
    assert need_ranges(found, "lower") == ["3", "1 to 2", "1 to 2", ""]
    assert need_ranges(found, "neither") == ["3", "1 to 2", "1 to 2", ""]
    assert need_ranges(found, "higher") == ["1", "2 to 3", "2 to 3", ""]


@pytest.mark.parametrize(
    ("better", "rank", "said"),
    [
        ("higher", 1, "worst of 10, in the worst fifth"),
        ("higher", 2, "2nd worst of 10, in the worst fifth"),
        ("higher", 3, "3rd worst of 10"),
        ("neither", 1, "highest of 10, in the highest fifth"),
        ("neither", 3, "3rd highest of 10"),
    ],
)
def test_an_area_stands_so_far_from_the_end_of_most_need(indicators, better, rank, said):
    rate = replace(indicators["employment/employment_rate"], better=better)
    assert rank_and_fifth(rate, rank, 10) == said


def test_a_likely_place_names_the_end_that_it_is_counted_from(indicators):
    rate = indicators["employment/employment_rate"]
    assert likely_place(rate, "3 to 60", 1702) == "likely place 3 to 60 of 1,702, 1 the worst"
    assert likely_place(replace(rate, better="neither"), "1", 9) == "likely place 1 of 9, 1 the highest"
    assert [places_are(True), places_are(False)] == ["Likely place", "Place by figure"]


def test_a_rank_is_told_where_there_is_one():
    assert may_be("Ash", "–") == NO_MARGIN
    assert may_be("Ash", "1st of 3") == "By the margins of error Ash is 1st of 3, counted from the highest."


def test_the_ends_of_a_long_list_are_counted():
    assert few_of(1702, 10, "wards") == "The 10 highest and 10 lowest of 1,702 wards are shown."
    assert few_with("Rents", 1702, 5) == "Rents: the 5 highest and 5 lowest of 1,702 areas"
    assert few_beside(1702, 50) == " (the 50 lowest and 50 highest of 1,702)"
    assert few_drawn(36, 12) == "Drawn: the 12 highest and the 12 lowest of 36 places."


def test_places_in_an_order_are_figures():
    assert place_words(3.0, 1702) == "3 of 1,702"
    assert rank_of(1, 20) == "Rank 1 of 20"
    assert [place_span_words(3.0, 1060.0), place_span_words(1.2, 1.4)] == ["3 to 1,060", "1"]


def test_an_interval_needs_both_of_its_ends(indicators):
    rate = indicators["employment/employment_rate"]
    assert limits_words(rate.format, _figure(70, 66, 74)) == "66.0% to 74.0%"
    assert [
        limits_words(rate.format, _figure(70, 66, None)),
        limits_words(rate.format, _figure(70, None, 74)),
    ] == [
        "",
        "",
    ]
    assert limits_phrase(rate.format, _figure(70, 66, 74)) == "likely between 66.0% and 74.0%"
    assert limits_phrase(rate.format, _figure(70, 66, None)) == ""


def test_a_comparison_needs_both_figures(indicators):
    rate = indicators["employment/employment_rate"]
    assert side_of_benchmark(rate, _figure(70, 66, 74), None) == ("–", "neutral")
    assert side_of_benchmark(rate, _figure(70, 66, 74), _figure(None)) == ("–", "neutral")
    assert side_of_benchmark(rate, _figure(None), _figure(75)) == ("–", "neutral")


def test_a_rank_is_worded_in_one_module():
    worded = re.compile(r"likely between|highest and (the )?\{|\bRank \{", re.IGNORECASE)
    modules = [path for path in (ROOT / "dashboard").rglob("*.py") if worded.search(path.read_text("utf-8"))]
    assert [path.name for path in modules] == ["rank_words.py"]
