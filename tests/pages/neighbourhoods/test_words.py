import pytest

from dashboard.methods.maps.layers import overlap
from dashboard.methods.priority.stability import Effect
from dashboard.pages.events import words as event_words
from dashboard.pages.priority import words as priority_words
from dashboard.statements import neighbourhood_words, rank_words


@pytest.mark.parametrize(("rank", "words"), [(1, "worst of 10, in the worst fifth"), (3, "3rd worst of 10")])
def test_a_standing_says_rank_and_worst_fifth(indicators, rank, words):
    assert rank_words.rank_and_fifth(indicators["people/crime"], rank, 10) == words


def test_a_measure_without_a_better_end_has_no_worst(indicators):
    said = rank_words.rank_and_fifth(indicators["people/disabled_people"], 2, 10)
    assert said == "2nd highest of 10, in the highest fifth"


def test_the_ends_of_a_list_are_named_by_what_is_worse(indicators):
    crime, disabled = indicators["people/crime"], indicators["people/disabled_people"]
    assert rank_words.first_of(crime, 10, 1702) == "Worst 10 of 1,702"
    assert rank_words.last_of(crime, 10) == "Best 10"
    assert rank_words.first_of(disabled, 3, 3) == "Highest 3 of 3"
    assert rank_words.last_of(disabled, 3) == "Lowest 3"


def test_two_layers_are_named_by_their_measures_and_each_end_by_its_name(indicators):
    crime, disabled = indicators["people/crime"], indicators["people/disabled_people"]
    found = overlap([True, True, False, None], [True, False, False, True])
    named = neighbourhood_words.two_classes(crime, disabled, found, "Wessex")
    assert [(word, number) for word, _, number in named] == [
        ("Both", 1), (f"{crime.title} only", 1), (f"{disabled.title} only", 0), ("Neither", 1)
    ]  # fmt: skip
    assert named[0][1] == "worst fifth for crime and highest fifth for disabled people, within Wessex"


@pytest.mark.parametrize(
    ("number", "words"),
    [(105_312, "about 105,300 people"), (999, "999 people"), (1_049, "about 1,000 people")],
)
def test_people_are_not_more_exact_than_known(number, words):
    assert neighbourhood_words.people(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no casualties"),
        (1, "fewer than 3 casualties"),
        (2, "fewer than 3 casualties"),
        (3, "3 casualties"),
    ],
)
def test_a_small_number_of_casualties_is_a_range(number, words):
    assert event_words.casualties(number) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0, 0, "0"), (1, 1, "1 to 2"), (1, 7, "1 to 7"), (4, 4, "4"), (0, 9, "0 to 9")]
)
def test_the_legend_does_not_tell_one_from_two(low, high, words):
    assert event_words.range_words(low, high) == words


def test_an_effect_counts_who_stays():
    assert priority_words.effect(Effect("without crime", 0.9, 150, 170)) == "150 of 170 stay, 20 are replaced"
    assert priority_words.effect(Effect("equal weights", 1.0, 170, 170)) == "all 170 stay"


def test_the_weakest_point_is_the_measure_that_changes_most():
    effects = (Effect("without Crime", 0.9, 150, 170), Effect("without Overcrowded homes", 0.8, 90, 170))
    assert priority_words.weakest(effects) == (
        "The choice leans most on overcrowded homes: without it 90 of 170 stay, 80 are replaced."
    )


@pytest.mark.parametrize(
    ("number", "mode", "words"),
    [
        (640, "cycle", "640 people killed or seriously injured on a bicycle, aged 0 to 15"),
        (1, "other", "1 person killed or seriously injured in other vehicles and trams, aged 0 to 15"),
    ],
)
def test_those_hurt_are_counted_in_one_phrase(number, mode, words):
    assert event_words.number_of(number, event_words.who("ksi", mode, "0-15")) == words
