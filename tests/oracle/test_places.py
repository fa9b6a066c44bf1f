"""/place and /compare: every figure, its period, England's beside it and the word for it, reckoned again."""

import pytest

from dashboard.statements.compare_words import compared
from dashboard.statements.place_words import entry, tally
from tests.oracle.cases import CASES
from tests.oracle.reckoning.figures import ENGLAND, at, benchmark, counts_of, figures_of
from tests.oracle.reckoning.observed import INDICATORS
from tests.oracle.reckoning.place import gap, good_or_bad
from tests.oracle.reckoning.places import districts_of
from tests.oracle.spoken import Speaker, label

NONE = "–"
WORDS = {1: "Better", -1: "Worse", 0: "Similar"}
SIDES = {1: "Higher", -1: "Lower", 0: "Similar"}


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_line_of_a_place_is_the_naive_one(site, region, names):
    """Its figure, its region's and England's of the same period, and how it stands to England."""
    for place in districts_of(region):
        entries, words = [], []
        for name in names:
            told = entry(site, site.indicators[name], site.geography[place], site.geography[region])
            expected = _line(Speaker(name, site.indicators[name]), name, place, region)
            assert (told.value, told.region, told.england, _said(told.against)) == expected, (name, place)
            entries.append(told)
            words += [expected[3][0]] if expected[3] and expected[3][1] != "unknown" else []
        _check_tally(tally(entries), sum(bool(figures_of(name, place)) for name in names), words)


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_cell_of_districts_side_by_side_is_the_naive_one(site, region, names):
    places = districts_of(region)
    for name in names:
        indicator, speaker = site.indicators[name], Speaker(name, site.indicators[name])
        told = compared(site, indicator, [site.geography[place] for place in places])
        days = [figures_of(name, place)[-1][0] for place in places if figures_of(name, place)]
        common = max(days, key=lambda day: (days.count(day), day), default=None)
        assert told.period == (label(indicator.period, common) if common else ""), name
        there = at(name, ENGLAND, common) if common and INDICATORS[name]["kind"] != "count" else None
        assert told.england == (speaker.written(there[1]) if there else ""), name
        assert bool(told.no_england) == (not there), f"{name}: what stands in England's cell"
        for place in places:
            cell, line = told.cells[place], _line(speaker, name, place, region)
            assert (cell.value or NONE) == line[0], (name, place)
            word, chance = line[3] or ("", "")
            assert (cell.word.removeprefix("▲ ").removeprefix("▼ ").split(" ")[0], cell.chance) == (
                word,
                chance,
            )


def _line(speaker, name, place, region):
    """(figure, its region's, England's, (word, chance) of the comparison), as written."""
    found = figures_of(name, place)
    if not found:
        return NONE, NONE, NONE, None
    beside, there = at(name, region, found[-1][0]), benchmark(name, place, found[-1][0])
    figures = speaker.written(found[-1][1]), speaker.written(beside[1]) if beside else NONE
    if there is None:
        return *figures, NONE, None
    called = {"England": "", "the United Kingdom": " (UK)"}.get(
        there[0], f" ({there[0].removeprefix('the ')})"
    )
    counts = counts_of(name).get((place, found[-1][0]))
    side, chance, _ = gap(INDICATORS[name], found[-1], counts, there[1], speaker.indicator.decimals)
    good = None if chance == "unknown" else good_or_bad(side, INDICATORS[name]["better"])
    word = SIDES[side] if good is None else WORDS[good]
    return *figures, f"{speaker.written(there[1])}{called}", (word, chance)


def _said(against):
    if against is None:
        return None
    word = against.side if against.chance == "unknown" else against.verdict.capitalize()
    return word, against.chance


def _check_tally(said, with_figure, words):
    """ "170 of 205 indicators have a figure here. Of the 60 with a margin of error: 10 better, ..."."""
    assert said.startswith(f"{with_figure} of "), said
    judged = [word for word in words if word in WORDS.values()]
    if judged:
        counts = ", ".join(f"{judged.count(word)} {word.lower()}" for word in ("Better", "Similar", "Worse"))
        assert f"Of the {len(judged)} with a margin of error: {counts} compared with England" in said
