"""Sixty sentences as officers write them, written before the reader: what is wrong is never called right."""

import tomllib
from pathlib import Path

import pytest

from dashboard.check.check import check
from dashboard.check.draft import TEXT, Block, Draft
from dashboard.check.mark import FAULTS, GOOD

SENTENCES = tomllib.loads((Path(__file__).parent / "officers.toml").read_text("utf-8"))["sentences"]


@pytest.fixture(scope="module")
def marks(site):
    """marks(sentence) -> its marks, read in Greater Manchester."""
    region = site.geography["E47000001"]
    return lambda text: check(site, region, Draft("Speech", (Block(TEXT, text),))).marks


@pytest.fixture(scope="module")
def told(marks):
    """Each number of the sentences as (sentence, number, what it truly is, the state it was given)."""
    found = []
    for text, truth in SENTENCES:
        given = {mark.text.lower(): mark.state for mark in marks(text)}
        for number, truly in truth.items():
            state = next(
                (state for said, state in given.items() if number.lower() in said or said in number.lower()),
                "",
            )
            found.append((text, number, truly, state))
    return found


def test_what_is_wrong_or_of_two_readings_is_never_called_right(told):
    assert len(SENTENCES) >= 50
    assert [item for item in told if item[2] != "right" and item[3] in GOOD] == []


def test_nine_in_ten_of_what_is_right_is_called_so_and_of_what_is_wrong_is_caught(told):
    right = [item for item in told if item[2] == "right"]
    wrong = [item for item in told if item[2] == "wrong"]
    assert sum(item[3] in GOOD for item in right) >= 0.9 * len(right)
    assert sum(item[3] in FAULTS for item in wrong) >= 0.9 * len(wrong)


def test_a_telephone_a_page_and_a_date_are_no_figures(marks):
    assert marks("Call 0161 778 7000 or see page 12 of the report of 14 March 2025 (version 2.1).") == ()


READ = [  # the number is looked for in the sentence; what it is
    ("Unemployment in Bolton fell from 5.4% in 2022 to 5.3% in 2023.", "5.4%", "right"),
    ("Employment in Bolton fell from 69.3% to 65.6% between 2022 and 2023.", "65.6%", "right"),
    (
        "London added 32,162 net additional homes in 2023/24, down from 39,173 the year before.",
        "39,173",
        "wrong period",
    ),
    (
        "The unemployment rates of Bolton, Wigan and Stockport were 5.3%, 3.2% and 2.9% in 2023.",
        "3.2%",
        "wrong place",
    ),
    (
        "In 2023 Bolton's employment rate was 10.4 points lower than the national average.",
        "10.4 points",
        "right",
    ),
    ("There were 41 people sleeping rough in Camden in 2022.", "41", None),
    ("Rents in Manchester are £1,365 a week.", "£1,365", "not held"),
    ("In 2022 unemployment in Bolton was 5.4%. It is now 4.7%.", "4.7%", "right"),
    ("Bolton's unemployment was 5.3% in 2023, below the region's 4.4%.", "4.4%", "right"),
    ("Unemployment in the borough was 4.4% in 2023.", "4.4%", "not held"),
    ("Teesside's unemployment was 4.4% in 2023.", "4.4%", "wrong place"),  # Greater Manchester's
    ("The population of Bolton grew by 1.5% between 2023 and 2024.", "1.5%", "rounded"),
]


@pytest.mark.parametrize(("text", "number", "state"), READ)
def test_what_stands_around_a_number_says_what_it_is(marks, text, number, state):
    assert next((mark.state for mark in marks(text) if mark.text == number), None) == state


NEVER = [
    "Employment growth in Bolton was 65.6% in 2023.",
    "Female employment in Bolton was 65.6% in 2023.",
    "The employment rate of disabled people in Bolton was 65.6% in 2023.",
    "The employment rate in Bolton town centre was 65.6% in 2023.",
    "65.6% of 16 to 24 year olds in Bolton were in work in 2023.",
    "Was the employment rate in Bolton 65.6% in 2023?",
    "Bolton's employment rate averaged 65.6% between 2021 and 2023.",
    "Bolton's employment rate was 65.6% in the first half of 2023.",
    "Bolton's employment rate was 65.6% in January 2023.",
    "The employment rate in Bolton and Bury was 65.6% in 2023.",
    "The employment rate in Farnworth, Bolton was 65.6% in 2023.",
    "Unemployment in Bolton North East was 5.3% in 2023.",
    "Unemployment and inactivity in Bolton were 30.2% and 5.3% in 2023.",
    "Median rents in Bolton are £884 a month.",
    "House prices for first-time buyers in Bolton are £190,882.",
    "Transport emissions per person in Leeds were 4.3 tonnes in 2023.",
    "The working population of Bolton is 310,085.",
    "Bolton's employment rate is 65.6 per 1,000.",
    "In 2024 the employment rate in Bolton was 66.8%.",
    "There were more than 160 million bus journeys in Greater Manchester last year.",
    "One in fifty people in Wigan was unemployed in 2023.",
]


@pytest.mark.parametrize("text", NEVER)
def test_a_word_that_makes_another_figure_of_it_is_never_passed_over(marks, text):
    assert [mark for mark in marks(text) if mark.state in GOOD] == []
