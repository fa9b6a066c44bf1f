"""Sentences made to be misread: a number that says more than the figure held is never called right."""

import pytest

from dashboard.check.check import check
from dashboard.check.draft import TEXT, Block, Draft
from dashboard.check.mark import GOOD
from dashboard.check.reading.pairing import paired
from dashboard.check.verdict import bearing

pytestmark = pytest.mark.core
HOSTILE = [
    ("The claimant rate in Middlesbrough in 2025, as in Hartlepool, was 4.4%.", "4.4%"),
    ("The claimant rate in Middlesbrough in 2025, just as it was in Hartlepool, was 4.4%.", "4.4%"),
    ("The claimant rate in Middlesbrough in 2025, next to Hartlepool, was 4.4%.", "4.4%"),
    ("The claimant rate in Middlesbrough in 2025 matched Hartlepool at 4.4%.", "4.4%"),
    ("The claimant rate in Middlesbrough in 2025 beat Hartlepool with 4.4%.", "4.4%"),
    ("The house price in Middlesbrough, like that in Darlington, was £148,762.", "£148,762"),
    ("The claimant rate in Hartlepool was 4.4% in 2025, and in Middlesbrough too.", "4.4%"),
    ("The claimant rate in Hartlepool was 4.4% in 2025, and so was that of Middlesbrough.", "4.4%"),
    ("Rents in Middlesbrough were £699 a month lower.", "£699"),
    ("Rents in Middlesbrough were £699 a month below England's.", "£699"),
    ("Rents in Stockton-on-Tees were £735 a month higher.", "£735"),
    ("Rents in Stockton-on-Tees were £735 a month more than in Hartlepool.", "£735"),
    ("In 2025 London's claimant rate fell to 5.6%.", "5.6%"),
    ("In 2025 the claimant rate in Hartlepool climbed to 4.4%.", "4.4%"),
    ("The claimant rate in Gateshead rose from 4.3% in 2024 to 4.0% in 2025.", "4.0%"),
    ("The house price in Darlington fell from £145,726 to £148,762.", "£148,762"),
    ("The population of Gateshead decreased to 202,760.", "202,760"),
    ("In 2025 4.4% of households in Hartlepool claimed unemployment benefits.", "4.4%"),
    ("In 2025 4.0% of workers in Gateshead claimed unemployment benefits.", "4.0%"),
    ("Before 2025 the claimant rate in Hartlepool was 4.4%.", "4.4%"),
    ("Until 2025 the claimant rate in Hartlepool was 4.4%.", "4.4%"),
    ("After 2025 the claimant rate in Hartlepool was 4.4%.", "4.4%"),
    ("The claimant rate in the centre of Hartlepool was 4.4% in 2025.", "4.4%"),
    ("The claimant rate around Hartlepool was 4.4% in 2025.", "4.4%"),
    ("Outside Hartlepool, the claimant rate in 2025 was 4.4%.", "4.4%"),
]


@pytest.mark.parametrize(("text", "number"), HOSTILE)
def test_a_number_that_words_make_another_is_not_called_right(site, text, number):
    region = site.geography["E47000006"]
    marks = check(site, region, Draft("Speech", (Block(TEXT, text),))).marks
    assert [mark for mark in marks if mark.text == number and mark.state in GOOD] == []


def test_what_a_sentence_says_of_all_its_numbers_is_looked_for_once(site, monkeypatch):
    """A line of 160 right numbers took 4 seconds when each of them paired all the others again."""
    made = []
    monkeypatch.setattr(bearing, "paired", lambda sentence: made.append(sentence) or paired(sentence))
    text = f"The claimant rate in Hartlepool in 2025 was {', '.join(['4.4%'] * 5)}."
    marks = check(site, site.geography["E47000006"], Draft("Speech", (Block(TEXT, text),))).marks
    assert [mark.state for mark in marks] == ["right"] * 5
    assert len(made) == 1
