"""What is typed into a form is read as it was meant, or refused: never as another number."""

import pytest

from dashboard.record.fields import Field

TARGET = Field("value", "Target", "number", "Enter the target")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("75.5", 75.5), ("1,250,000", 1_250_000.0), ("1,250.5", 1250.5), ("−3", -3.0), (".5", 0.5), ("0", 0.0)],
)
def test_a_number_is_read(typed, read):
    assert TARGET.read(typed) == read


@pytest.mark.parametrize(
    "typed", ["75,5", "1,5", "0,125", "3.000,5", "1,25,000", "1_000", "1e22", "nan", "12a", "9" * 16]
)
def test_what_could_be_another_number_is_refused(typed):
    with pytest.raises(ValueError, match="must be a number, such as"):
        TARGET.read(typed)


@pytest.mark.parametrize(
    "letter", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\uffff", "\u202e", "\u2066"]
)
@pytest.mark.parametrize("kind", ["text", "words"])
def test_a_letter_that_cannot_be_seen_is_refused_at_the_door(letter, kind):
    with pytest.raises(ValueError, match="cannot be seen"):
        Field("title", "Title", kind).read(f"Cap{letter}fares")


def test_lines_tabs_and_letters_of_every_language_are_taken():
    assert Field("why", "Why", "words").read("a\r\nb\tŵ → 😀") == "a\nb\tŵ → 😀"


@pytest.mark.parametrize("given", ["a", [["a"]], [{"a": 1}], {"a": 1}, ["z"]])
def test_several_choices_are_a_list_of_what_there_is(given):
    asked = Field("several", "Several", "many", groups={"": [("a", "A"), ("b", "B")]})
    assert asked.read(["b", "a", "b"]) == ("b", "a")
    assert asked.read(None) == asked.read([]) == ()
    with pytest.raises(ValueError, match="choose from the list"):
        asked.read(given)
