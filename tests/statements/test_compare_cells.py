"""Cells of a comparison and lines of a place: the common period, the benchmark, marks, and tallies."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.observations import Observation
from dashboard.statements.compare_words import by_row, compared, compared_by_chance
from dashboard.statements.headline import Headline
from dashboard.statements.place_words import entry, short_tally, tally, verdict_sentence

from .conftest import ASH, BEECH, COVE, ENGLAND, REGION, UNITED_KINGDOM, yearly


@pytest.fixture
def line(told):
    """line(figures) -> the Line of Ash, Beech and Cove."""

    def line(figures, **metadata):
        here = told(figures, **metadata)
        return compared(here.site, here.indicator, [here.site.geography[code] for code in (ASH, BEECH, COVE)])

    return line


def texts(found):
    return [found.cells[code].word for code in (ASH, BEECH, COVE)]


def test_each_place_is_held_to_england_in_the_period_that_most_have(line):
    found = line({ASH: yearly(40, 41), BEECH: yearly(40, 60), COVE: yearly(45), ENGLAND: yearly(50, 55)})
    assert (found.period, found.england, found.no_england) == ("2011", "55.0%", "")
    assert [found.cells[code].value for code in (ASH, BEECH, COVE)] == ["41.0%", "60.0%", "45.0%"]
    assert [found.cells[code].period for code in (ASH, BEECH, COVE)] == ["", "", "2010"]
    assert texts(found) == ["▼ Lower", "▲ Higher", "▼ Lower than England (50.0% in 2010)"]


def test_of_two_periods_that_as_many_have_the_newer_is_shown(line):
    assert line({ASH: yearly(40), BEECH: yearly(40, first=2011)}).period == "2011"


@pytest.mark.parametrize(
    ("here", "around", "better", "text", "mark", "chance"),
    [
        (40, 1, "higher", "Worse than the United Kingdom (50.0%)", "worse", "beyond"),
        (60, 1, "higher", "Better than the United Kingdom (50.0%)", "better", "beyond"),
        (60, 1, "neither", "▲ Higher than the United Kingdom (50.0%)", "neutral", "beyond"),
        (50.5, 1, "higher", "Similar to the United Kingdom (50.0%)", "neutral", "within"),
        (50.01, None, "higher", "Similar to the United Kingdom (50.0%)", "neutral", "unknown"),
    ],
)
def test_without_england_the_cell_names_what_it_is_held_to(line, here, around, better, text, mark, chance):
    found = line({ASH: yearly(here, around=around), UNITED_KINGDOM: yearly(50)}, better=better)
    cell = found.cells[ASH]
    assert cell.word == text
    assert (cell.mark, cell.chance) == (mark, chance)


def test_a_count_is_held_to_nobody_and_a_place_without_a_figure_says_why(line):
    found = line({ASH: yearly(40), ENGLAND: yearly(50)}, statistic="count")
    assert (found.england, found.no_england) == ("", "A total, not compared")
    assert texts(found)[0] == ""
    assert found.cells[BEECH].absence.area == "Beech"
    assert found.cells[BEECH].missing.startswith("Not published: ")
    assert (found.cells[ASH].absence, found.cells[ASH].missing) == (None, "")


def test_where_nobody_has_a_figure_there_is_no_period(line):
    found = line({REGION: yearly(1)})
    assert (found.period, found.england) == ("", "")
    assert found.no_england[0].isupper()


def test_the_rows_are_sorted_the_worse_side_first_and_those_without_last(told):
    here = told({ASH: yearly(40), COVE: yearly(30), ENGLAND: yearly(50)})
    places = [here.site.geography[code] for code in (BEECH, ASH, COVE)]
    found = compared(here.site, here.indicator, places)
    names = [
        [area.name for area in by_row(places, found, better)] for better in ("higher", "lower", "neither")
    ]
    assert names == [["Cove", "Ash", "Beech"], ["Ash", "Cove", "Beech"], ["Ash", "Cove", "Beech"]]


def test_only_comparisons_with_a_margin_are_counted(line):
    limited = line({ASH: yearly(40, around=1), BEECH: yearly(50, around=1), ENGLAND: yearly(50)})
    plain = line({ASH: yearly(40), ENGLAND: yearly(50)})
    assert compared_by_chance([limited, plain]).startswith("2 comparisons here have a margin of error; 1 is ")


@pytest.fixture
def entries(told):
    """entries(figures) -> the PlaceEntry of the indicator for Ash, with the region beside it."""

    def entries(figures, **metadata):
        here = told(figures, **metadata)
        return entry(here.site, here.indicator, here.site.geography[ASH], here.region)

    return entries


def test_an_entry_has_region_and_benchmark_of_its_own_period(entries):
    found = entries(
        {ASH: yearly(40, 42), REGION: yearly(50, 52, 54), ENGLAND: yearly(60, 62, 64)}, sampled=False
    )
    assert (found.value, found.period, found.region, found.england) == ("42.0%", "2011", "52.0%", "62.0%")
    assert found.change.text == "▲ Up from 40.0% in 2010"
    uk = entries({ASH: yearly(40), UNITED_KINGDOM: yearly(60)})
    assert (uk.region, uk.england) == ("–", "60.0% (UK)")
    none = entries({REGION: yearly(40)})
    assert (none.value, none.period, none.region, none.england, none.against) == ("–", "", "–", "–", None)
    assert none.missing == "Does not apply: it is a figure for Here as a whole, which has 40.0% (2010)"


@pytest.mark.parametrize(
    ("here", "around", "said"),
    [
        (40, 1, "Worse than England"),
        (60, 1, "Better than England"),
        (50, 1, "Similar to England"),
        (40, None, "Lower than England"),
        (60, None, "Higher than England"),
    ],
)
def test_without_a_margin_the_word_says_only_which_is_higher(entries, here, around, said):
    found = entries({ASH: yearly(here, around=around), ENGLAND: yearly(50)})
    assert verdict_sentence(found.against) == said


def test_a_place_tallies_what_has_a_margin_of_error(entries):
    better, worse = (entries({ASH: yearly(at, around=1), ENGLAND: yearly(50)}) for at in (60, 40))
    plain, none = entries({ASH: yearly(40), ENGLAND: yearly(50)}), entries({REGION: yearly(40)})
    alone = entries({ASH: yearly(40)})
    assert tally([better, worse, worse, plain, alone, none]) == (
        "5 of 6 indicators have a figure here. Of the 3 with a margin of error: 1 better, 0 similar, 2 worse "
        "compared with England. If nothing differed, chance alone would call less than 1 of them better "
        "or worse."
    )
    assert tally([plain, alone, none]) == "2 of 3 indicators have a figure here."
    assert short_tally([better, worse, worse, none]) == "3 figures: 1 better, 2 worse than England"
    assert short_tally([better]) == "1 figure: 1 better than England"
    assert short_tally([plain, alone]) == "2 figures"


def test_a_card_without_a_figure_has_no_date(told, entries):
    here = told({REGION: yearly(40)})
    found = entries({ASH: yearly(40)})
    aged = replace(found.age, words="source paused")
    latest = Observation(ASH, date(2023, 1, 1), 5.0, None, None, None, None, "p")
    assert Headline(here.indicator, here.region, None, None, (), aged).dated == ""
    card = Headline(here.indicator, here.region, latest, None, (), aged)
    assert (card.period, card.dated) == ("2023, provisional", "2023, provisional, source paused")
