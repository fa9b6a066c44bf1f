"""Sentences made to be misread: a number that says more than the figure held is never called right."""

import tomllib
from pathlib import Path

import pytest

from dashboard.check.check import check
from dashboard.check.draft import TEXT, Block, DraftText
from dashboard.check.mark import FAULTS, GOOD
from dashboard.check.reading.pairing import paired
from dashboard.check.verdict import qualifiers

pytestmark = pytest.mark.core
HOSTILE = tomllib.loads((Path(__file__).parent / "hostile.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def states(site):
    """states(sentence, number) -> what that number is called wherever it stands, read in the North East."""
    region = site.geography["E47000014"]

    def found(text, number):
        marks = check(site, region, DraftText("Speech", (Block(TEXT, text),))).marks
        return [mark.state for mark in marks if number in mark.text]

    return found


@pytest.mark.parametrize(("text", "number"), HOSTILE["never_right"])
def test_a_number_that_words_make_another_is_not_called_right(states, text, number):
    assert not set(states(text, number)) & set(GOOD)


@pytest.mark.parametrize(("text", "number"), HOSTILE["never_wrong"])
def test_a_number_that_is_so_is_not_called_wrong(states, text, number):
    assert states(text, number)
    assert not set(states(text, number)) & set(FAULTS)


@pytest.mark.parametrize(("text", "number"), HOSTILE["other_things"])
def test_a_figure_of_another_thing_is_not_called_wrong(states, text, number):
    assert not set(states(text, number)) & {*FAULTS, *GOOD}


PLAIN = [  # what most of the sentences above turn: it is right, so that the words alone make the difference
    ("The claimant rate in Gateshead was 4.0% in 2025.", "4.0%"),
    ("The claimant rate in Hartlepool was 4.4% in 2025.", "4.4%"),
    ("The average house price in Gateshead was £151,216 in 2025.", "£151,216"),
    ("The average private rent in Gateshead was £798 a month in July 2026.", "£798"),
    ("Rents in Middlesbrough were £699 a month.", "£699"),
    ("82.1% of premises in Northumberland can get gigabit broadband.", "82.1%"),
    ("Gigabit coverage in Gateshead was 87.1% on 1 July 2025.", "87.1%"),
    ("The employment rate in Gateshead was 75.2% in 2024/25.", "75.2%"),
    ("The population of Gateshead was 202,760 in mid-2024.", "202,760"),
    ("6.1% of people in Gateshead had no qualifications in 2023.", "6.1%"),
]


PLAIN += [  # as people say it
    ("The claimant rate in Gateshead was 4.0% in 2025, and we should celebrate it.", "4.0%"),
    ("A typical house in Gateshead sold for £151,216 in 2025.", "£151,216"),
    ("Our claimant rate in Gateshead stood at 4.0% in 2025, according to official statistics.", "4.0%"),
    ("82.1% of homes and businesses in Northumberland can get gigabit broadband.", "82.1%"),
    ("The average renter in Middlesbrough pays £699 every month.", "£699"),
    ("Gateshead is home to 202,760 people.", "202,760"),
]


@pytest.mark.parametrize(("text", "number"), PLAIN)
def test_without_those_words_the_number_is_right(states, text, number):
    assert states(text, number) == ["right"]


def test_a_word_that_is_not_known_is_named_as_the_reason(site):
    text = "82.1% of premises in Northumberland took up gigabit broadband in January 2026."
    (mark,) = check(site, site.geography["E47000014"], DraftText("Speech", (Block(TEXT, text),))).marks
    assert (mark.state, mark.why.split(" is")[0]) == ("not checked", "“took”")


def test_what_a_sentence_says_of_all_its_numbers_is_looked_for_once(site, monkeypatch):
    """A line of 160 right numbers took 4 seconds when each of them paired all the others again."""
    made = []
    monkeypatch.setattr(qualifiers, "paired", lambda sentence: made.append(sentence) or paired(sentence))
    text = f"The claimant rate in Hartlepool in 2025 was {', '.join(['4.4%'] * 5)}."
    marks = check(site, site.geography["E47000006"], DraftText("Speech", (Block(TEXT, text),))).marks
    assert [mark.state for mark in marks] == ["right"] * 5
    assert len(made) == 1
