"""Since when: the change in one line that begins with the period, and the figure, that it is held against.

"Since" is the period that the method compares with, never when a change began: no method here finds that.
"""

from dashboard.capital_letter import capital
from dashboard.statements.judgement.change_words import briefly, moved
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import figure, getting, start, subject, than

_OWN_WORDS = ("untold", "ordinary")  # rare moves that are told with date and figure: "up from 3.1% in 2024"


def since_when(judged: Judgement) -> str:
    """ "Since 2020 (0.87%): getting worse", or that there are too few figures to tell a change.

    A control chart's signal, a season and a move of ordinary size keep their words, which say since when.
    """
    found = judged.change
    if found.method == "no trend":
        return "Only one period is held" if judged.periods == 1 else "Too few figures for a trend"
    if found.method == "rare moves" and found.rare.verdict not in _OWN_WORDS:
        return _held(judged, -1 - judged.back, briefly(judged).partition(" (")[0])
    if found.method == "rare moves" or found.chart or judged.indicator.seasonal:
        return capital(briefly(judged))
    if found.method == "direction only":
        return _direction(judged)
    return _held(judged, judged.first, _change(judged))


def _change(judged: Judgement) -> str:
    direction, better, gap = judged.change.direction, judged.indicator.better, judged.indicator.groups
    if not direction:
        return "no clear change"
    verb = getting if judged.change.method == "recent trend" else than
    return verb(direction, better, gap is not None)


def _direction(judged: Judgement) -> str:
    """Where the newest figure stands against the first, and no more: "Since 2019 (3.1%): up"."""
    then, now = figure(judged, judged.first), figure(judged, -1)
    if not judged.change.direction or then == now:
        return capital(moved(judged))
    return _held(judged, judged.first, "up" if judged.change.direction > 0 else "down")


def _held(judged: Judgement, at: int, change: str) -> str:
    """`change` against the figure at a position; of money its share of the benchmark's figure."""
    share = "" if judged.shown is judged.indicator else f" of {judged.series.benchmark}’s"
    said = change.removeprefix(subject(judged))
    return f"Since {start(judged, at)} ({figure(judged, at)}{share}): {said}"
