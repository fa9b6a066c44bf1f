"""Sixty sentences as officers write them, written before the reader: what is wrong is never called right."""

import time
import tomllib
from pathlib import Path

import pytest

from dashboard.check.check import check
from dashboard.check.draft import TEXT, Block, Draft
from dashboard.check.mark import FAULTS, GOOD

pytestmark = pytest.mark.core

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
    # a difference is of the newest source, and of the year that is named
    ("Bolton's unemployment rate is 2.4 points above Wigan's.", "2.4 points", "superseded"),
    ("Bolton's unemployment rate is 1.5 points above Wigan's.", "1.5 points", "right"),
    ("In 2023 unemployment was 2.4 points higher in Bolton than in Wigan.", "2.4 points", "right"),
    ("In 2022 unemployment was 2.4 points higher in Bolton than in Wigan.", "2.4 points", "contradicted"),
    (
        "Bolton's employment rate in 2023 was 6.5 points below England's in 2022.",
        "6.5 points",
        "could be either",
    ),
    ("Over the last year employment in Bolton fell 3.7 points.", "3.7 points", "could be either"),
    (
        "Unemployment in Wigan in 2023 (2.9%) is lower than Bolton's in 2022 (5.4%).",
        "5.4%",
        "right",
    ),
    (
        "Unemployment in Wigan in 2023 (2.9%) is lower than Bolton's in 2022 (5.3%).",
        "5.3%",
        "wrong period",
    ),
    ("Unemployment in Bolton is 4.7%, the same as in 2022.", "the same as", "not checked"),
]


@pytest.mark.parametrize(("text", "number", "state"), READ)
def test_what_stands_around_a_number_says_what_it_is(marks, text, number, state):
    assert next((mark.state for mark in marks(text) if mark.text == number), None) == state


CLAIMS = [  # a sentence, what of it is a claim of several figures, and its numbers with what they are
    ("Employment in Bolton is the highest in Greater Manchester.", ["highest"], {}),
    ("The number of apprenticeships in Kirklees has doubled since 2015.", ["doubled"], {}),
    ("Bolton ranks third of the ten districts for employment.", ["ranks third"], {}),
    ("Oldham's claimant rate is twice that of Trafford.", ["twice"], {}),
    ("Unemployment in Bolton is one and a half times the England rate.", ["one and a half times"], {}),
    ("Five of the ten districts saw unemployment fall.", ["Five of the ten districts"], {}),
    (
        "More than half of the ten districts have unemployment above 4.4%.",
        ["More than half"],
        {"above 4.4%": "contradicted"},
    ),
    ("Bus use in South Yorkshire has halved to 46.3 journeys a head.", ["halved", "46.3"], {}),
    ("The ten boroughs' combined population is 3,009,664.", ["combined", "3,009,664"], {}),
    ("The population of Leeds and Bradford combined is 845,189.", ["combined", "845,189"], {}),
    ("The lowest unemployment rate in Greater Manchester was 4.4% in 2023.", ["lowest", "4.4%"], {}),
    ("In 2023, 4.4% was the highest unemployment rate in Greater Manchester.", ["4.4%", "highest"], {}),
    (
        "Bolton has the highest unemployment in Greater Manchester at 5.3% in 2023.",
        ["highest"],
        {"5.3%": "right"},
    ),
    (
        "Unemployment in Bolton, the highest in Greater Manchester, was 5.3% in 2023.",
        ["highest"],
        {"5.3%": "right"},
    ),
    (
        "Tees Valley's 23.4 million bus journeys in 2023/24 were a record.",
        ["a record"],
        {"23.4 million": "right"},
    ),
]


@pytest.mark.parametrize(("text", "claims", "numbers"), CLAIMS)
def test_orders_multiples_sums_and_numbers_of_places_are_marked_as_not_checked(marks, text, claims, numbers):
    found = marks(text)
    assert [mark.text for mark in found if mark.state == "not checked"] == claims
    assert all(mark.why for mark in found)
    assert {mark.text: mark.state for mark in found if mark.state != "not checked"} == numbers


def test_best_and_most_in_a_name_or_of_nothing_held_are_no_claims(marks):
    assert marks("We did our best for Best Start in Bolton, and most people came.") == ()
    assert marks("The highest qualification of 52.4% is not what we spoke of.") != ()
    assert [m.state for m in marks("People whose highest qualification is Level 4 or above in Bolton.")] == []


BLIND = [  # written before the reader was looked at again, on 29 November 2026
    ("Private tenants in Brighton and Hove now hand over £1,890 a month on average.", {"£1,890": "wrong"}),
    ("Private tenants in Brighton and Hove now hand over £1,809 a month on average.", {"£1,809": "right"}),
    ("At £222,981, a typical home in Cambridge costs less than half of London's.", {"£222,981": "wrong"}),
    ("A baby girl in Hartlepool can expect only 52.1 years of good health.", {"52.1": "open"}),
    ("Rotherham looks after 80 children.", {}),
    ("Last year 1,082 people in Kirklees began an apprenticeship.", {"1,082": "open"}),
    ("26.5 people were killed or seriously injured on Salford's roads in 2023.", {"26.5": "open"}),
    (
        "Three in ten working-age people in Sandwell are neither in work nor looking for it (30.1%).",
        {"Three in ten": "right", "30.1%": "right"},
    ),
    ("Tees Valley's unemployment, at 4.3%, is twice Cambridgeshire's.", {"4.3%": "right", "twice": "open"}),
    ("Barnsley homes sold for £168,107 in 2024.", {"£168,107": "wrong"}),
    ("South Yorkshire residents made 46.3 million bus journeys in 2023/24.", {"46.3 million": "wrong"}),
    ("Greater Manchester gained 3,009,664 residents by mid-2024.", {"3,009,664": "open"}),
    ("Some 3.01 million people lived in Greater Manchester in mid-2024.", {"3.01 million": "right"}),
    (
        "By mid-2024 Greater Manchester and Liverpool together had 3.01 million people.",
        {"3.01 million": "open"},
    ),
    ("Rough sleeping in the City of London stood at 370 people per 100,000 in 2022.", {"370": "right"}),
    ("370 people slept rough in the City of London in 2022.", {"370": "open"}),
    ("Nobody in Barnsley pays £168,107 for a home.", {"£168,107": "open"}),
    ("House prices in Barnsley have passed £168,107.", {"£168,107": "wrong"}),
    (
        "In Salford and Trafford 26.5 people in every 100,000 were killed or seriously injured in 2023.",
        {"26.5": "wrong"},
    ),
    ("Kirklees apprenticeship starts fell by 1,082 in 2024/25.", {"1,082": "open"}),
    ("The average Cambridge home costs £493,811 more than one in Peterborough.", {"£493,811": "wrong"}),
    ("Hartlepool women live 52.1 healthy years, the men fewer.", {"52.1": "open"}),
    ("Under the last mayor, inactivity in Sandwell was 30.1%.", {"30.1%": "open"}),
    (
        "Rents in Brighton and Hove rose to £1,809 in July 2026, the third highest outside London.",
        {"£1,809": "right"},
    ),
    ("More than half (52.1%) of Hartlepool men are in good health.", {"52.1%": "open"}),
    ("65.6% of people in Bolton had a job in 2023.", {"65.6%": "right"}),
    ("Workers in Wigan took home £607 a week in April 2025.", {"£607": "open"}),  # before tax is held
    ("London's 32,162 net additional homes in 2023/24 were fewer than the year before.", {"32,162": "right"}),
    ("Unemployment was 4.4% in Greater Manchester in 2022.", {"4.4%": "wrong"}),
    (
        "The West Midlands' 236 million bus journeys make it the busiest region outside London.",
        {"236 million": "open"},
    ),
    ("Bolton's 2.9% unemployment in 2023 compares with Wigan's 5.3%.", {"2.9%": "wrong", "5.3%": "wrong"}),
    ("Bolton's 5.3% unemployment in 2023 compares with Wigan's 2.9%.", {"2.9%": "right", "5.3%": "right"}),
    ("Leeds' population is 845,189.", {"845,189": "right"}),
    ("Peterborough's child poverty after housing costs was 23.3% in 2024/25.", {"23.3%": "wrong"}),
]


@pytest.mark.parametrize(("text", "truth"), BLIND)
def test_sentences_written_blind_are_never_wrongly_called_right_or_wrong(marks, text, truth):
    found = marks(text)
    allowed = {"right": GOOD, "wrong": FAULTS, "open": ("not held", "not checked", "could be either")}
    for number, truly in truth.items():
        assert next(mark.state for mark in found if number in mark.text) in allowed[truly]
    assert truth or not [mark for mark in found if mark.state in GOOD]


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


def test_a_line_of_hundreds_of_numbers_is_read_in_a_second(marks):
    """A table that was pasted as text; the work grew with the cube of its numbers."""
    begun = time.process_time()
    assert len(marks("5% " * 660)) == 660
    assert time.process_time() - begun < 2
