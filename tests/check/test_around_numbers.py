"""What stands around a number says what it is, and what it is not checked for."""

import pytest

pytestmark = pytest.mark.core


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
