"""How many comparisons lie behind an attention list, and how many chance alone would make, reckoned again."""

from math import erfc, sqrt

import pytest

from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.chance_words import behind
from tests.oracle.cases import CASES
from tests.oracle.reckoning import counted
from tests.oracle.reckoning.figures import benchmark, figures_of
from tests.oracle.reckoning.limits import z_of
from tests.oracle.reckoning.moved import judged

FIRST = "Worse here: worse than England"


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_count_of_what_chance_would_make_is_the_naive_one(site, region, names):
    lines = [line for line in attention_list(site, site.geography[region]) if line.indicator in names]
    gaps, moves = [], []
    for line in lines:
        own = figures_of(line.indicator, region)
        for place in [region] if own else counted.parts(line.indicator, region):
            gaps += _by_chance(line.indicator, place)
            found = judged(line.indicator, site.indicators[line.indicator], place)
            moves += [found] if found.earlier is not None else []
    assert sorted(chance for line in lines for chance in line.by_chance) == pytest.approx(
        sorted(gaps), rel=0.02
    )
    assert behind(lines) == " ".join(filter(None, [_of_gaps(gaps), _of_moves(moves)]))
    bar = _threshold(gaps)
    first = [line for line in lines if line.tier in (4, 5)]
    assert all(max(line.by_chance) <= bar * 1.01 for line in first)


def _by_chance(name, place):
    """How often chance puts an equal place as far from England: one number, or none without margins."""
    day, value, lower, upper = figures_of(name, place)[-1]
    there = benchmark(name, place, day)
    if there is None or lower is None:
        return []
    facing = value - lower if there[1] < value else upper - value
    if not facing:
        return [float(there[1] == value)]
    return [erfc(abs(value - there[1]) / (facing / z_of(0.95)) / sqrt(2))]


def _of_gaps(gaps):
    if not gaps:
        return ""
    beyond = sum(chance < 0.05 - 1e-9 for chance in gaps)  # a limit that touches England's figure holds it
    differ = f"{beyond} {'is' if beyond == 1 else 'are'} beyond {'it' if len(gaps) == 1 else 'theirs'}"
    if len(gaps) == 1:
        return f"1 comparison here has a margin of error; {differ}. Chance alone would do that 1 time in 20."
    return (
        f"{len(gaps):,} comparisons here have a margin of error; {differ}. If nothing differed, chance alone "
        f"would still put {_about(len(gaps) / 20)} there."
    )


def _of_moves(moves):
    if not moves:
        return ""
    rare = sum(found.rare for found in moves)
    were = "1 was" if rare == 1 else f"{rare:,} were" if rare else "none was"
    return (
        f"Of {len(moves):,} newest moves held against every earlier one {were} the largest of its kind; if "
        f"all moves were alike, chance would make {_about(sum(2 / (found.earlier + 1) for found in moves))}."
    )


def _about(number):
    return "less than 1" if number < 0.75 else f"about {max(round(number), 1):,}"


def _threshold(gaps):
    """The largest that holds at a false-discovery rate of 5% (Benjamini and Hochberg)."""
    ranked = enumerate(sorted(gaps), start=1)
    return max((p for rank, p in ranked if p <= 0.05 * rank / len(gaps)), default=-1)
