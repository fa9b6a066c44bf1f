"""A slip of the pen is mended, and a word that is none is not: nothing is passed over."""

import pytest


def test_a_word_that_may_be_a_ward_is_not_taken_for_a_slip(ask):
    assert ask("population of Bilton").state == "refused"


def test_a_long_name_on_the_search_page_is_looked_up_and_no_question_refused(client):
    assert "No answer" not in client.get("/search?q=Stockton+on+Tees").text
    assert "No answer" in client.get("/search?q=unemployment+among+women+in+Bolton").text
    assert "“women”" in client.get("/search?q=unemployment+among+women+in+Bolton").text


@pytest.mark.parametrize(
    "text",
    [
        "people not in work in Bolton",
        "employment rate outside Bolton",
        "people out of work in Bolton",
        "employment rate in Bolton before 2019",
        "employment rate of женщин in Bolton",
        "population of Manchester city centre",
        "youth unemployment in Leeds",
        "rents except in Leeds",
        "half the population of Bury",
        "employment rate in Bolton and Scotland",
    ],
)
def test_a_word_that_changes_the_question_is_never_passed_over(ask, text):
    assert (ask(text).state, ask(text).figures) == ("refused", ())


def test_a_word_that_stays_unknown_is_shown_as_it_was_typed(ask):
    found = ask("how many potholes went in Wigan")
    assert "“went”" in found.sentence
    assert found.notes == ()


@pytest.mark.parametrize("name", ["Derry", "Lewis", "Barry", "Newry", "Larne", "Isle of Man", "Perth"])
def test_a_place_elsewhere_is_no_slip_for_one_that_is_held(ask, name):
    found = ask(f"rent in {name}")
    assert (found.state, found.reason, found.figures) == ("refused", "outside", ())
    assert found.sentence == f"No figures of {name} are held here: they are of places in England."


@pytest.mark.parametrize("typed", ["Durby", "Lewas", "Bery", "Wigon", "Sutten"])
def test_another_letter_in_a_short_name_is_another_place(ask, typed):
    found = ask(f"rent in {typed}")
    assert (found.state, found.figures) == ("refused", ())
    meant = {"Durby": "Derby", "Lewas": "Lewes", "Bery": "Bury", "Wigon": "Wigan", "Sutten": "Sutton"}[typed]
    assert found.options[0].name == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("Boltn", "Bolton"), ("Leedss", "Leeds"), ("Rochdlae", "Rochdale")]
)
def test_a_letter_that_lacks_or_is_too_many_is_a_slip(ask, typed, meant):
    assert [figure.area_name for figure in ask(f"rent in {typed}").figures] == [meant]


def test_a_word_that_is_not_understood_is_not_called_unknown(ask):
    found = ask("how many homes are empty in Wigan")
    assert (
        found.sentence
        == "Not answered: “empty” is not understood here, and no word of a question is left out."
    )
    assert "Homes empty for six months or more" in [option.name for option in found.options]
