"""A name answers what was typed when each of its words is there, with a slip, or meant by another word."""

import pytest

from dashboard.search.matching import known_phrases, query_terms, score, search_text

MEANINGS = [
    ["unemployed", "unemployment", "jobless"],
    ["road safety", "crashes", "killed or seriously injured"],
]
RATE = search_text("Unemployment rate", "What share of people look for work?")
ROADS = search_text("Killed or seriously injured on roads", "How safe are our roads?")


def found(text, thing):
    return score(query_terms(text, known_phrases(MEANINGS)), thing) > 0


@pytest.mark.parametrize("text", ["unemployment", "UNEMPLOYMENT rate", "unemp", "rate of unemployment"])
def test_words_of_the_name_find_it_in_any_order_and_from_their_beginning(text):
    assert found(text, RATE)


@pytest.mark.parametrize("text", ["unemplyment", "unemploymetn", "unnemployment", "umemployment", "ratee"])
def test_one_slip_of_the_pen_is_forgiven(text):
    assert found(text, RATE)


@pytest.mark.parametrize("text", ["unmplymnt", "rat3x", "employers"])
def test_more_than_that_is_not(text):
    assert not found(text, RATE)


def test_another_word_for_the_same_thing_finds_it():
    assert found("jobless", RATE)
    assert found("joblss", RATE)  # with a slip of its own


def test_a_phrase_is_one_thing():
    assert found("road safety", ROADS)
    assert found("crashes", ROADS)
    assert (
        found(
            "safety",
            search_text("Safety of water"),
        )
        is not False
    )
    assert not found("road safety", search_text("Road length"))


def test_every_word_must_be_answered():
    assert not found("unemployment pensions", RATE)


def test_small_words_ask_for_nothing():
    assert query_terms("how many people are in the", {}) == []
    assert score([], RATE) == 0


def test_a_whole_word_counts_more_than_its_beginning_than_a_slip_than_what_is_said_beside():
    whole, begins, slip, beside = (
        score(query_terms(text, {}), RATE) for text in ("unemployment", "unemploy", "unemploymnt", "look")
    )
    assert whole > begins > slip > beside > 0


def test_of_two_names_with_the_word_the_shorter_comes_first():
    parts = query_terms("bus", {})
    assert score(parts, search_text("Bus journeys")) > score(parts, search_text("Bus journeys per head"))


def test_numbers_are_never_almost_others():
    assert not found("2023", search_text("Census of 2021"))
