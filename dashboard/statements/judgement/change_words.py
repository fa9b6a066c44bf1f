"""What is said of a change: one branch for each method and verdict of dashboard.methods.change.assess."""

from dashboard.methods.change.trend import too_few
from dashboard.methods.change.verdict import BEYOND as CLEAR
from dashboard.statements.judgement.cash import cash_words
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import (
    earlier,
    england_too,
    figure,
    getting,
    lately,
    newest_went_the_other_way,
    since,
    size,
    subject,
    than,
    when,
)
from dashboard.statements.judgement.rare_words import rare
from dashboard.statements.judgement.signal_words import charted_change

NO_YEAR_BEFORE = "no figure of a year before is held to compare it with"
BEYOND = ", by more than chance explains"


def change(judged: Judgement) -> str:
    """What is said of the change: "getting worse since 2019, by more than chance explains".

    Where the newest figure went the other way than what is said, that is said too.
    """
    text, direction = _sentence(judged), judged.change.direction
    if judged.change.verdict == "cannot tell" and figure(judged, judged.first) == figure(judged, -1):
        direction = 0
    if judged.indicator.seasonal and not judged.change.chart:
        return text
    if judged.change.method == "rare moves" and judged.change.rare.verdict != "untold":
        return text
    overall = _overall(judged) if direction else ""
    return f"{text}{england_too(judged)}{overall}{newest_went_the_other_way(judged, direction)}"


def briefly(judged: Judgement) -> str:
    """The same for a title, without how sure: "no clear change since 2019", or "" where nothing is known."""
    found = judged.change
    if found.method == "no trend":
        return ""
    if found.method == "direction only":
        return moved(judged)
    if found.method == "rare moves":
        return rare(judged).partition(";")[0]
    return _sentence(judged).removesuffix(BEYOND).partition(" (")[0]


def moved(judged: Judgement) -> str:
    """Where the latest figure stands against the first, and no more: "up since 2019"."""
    direction = judged.change.direction
    cash = cash_words(judged.indicator) if judged.shown is judged.indicator else ""
    if judged.indicator.seasonal:
        return _on_year_before(judged)
    if not direction or figure(judged, judged.first) == figure(judged, -1):
        return f"{subject(judged)}the same as {when(judged, judged.first)}{cash}"
    if judged.indicator.period == "three years":
        side = "higher" if direction > 0 else "lower"
        return f"{subject(judged)}{side} than {when(judged, judged.first)}{cash}"
    return f"{subject(judged)}{'up' if direction > 0 else 'down'} {since(judged)}{cash}"


def _on_year_before(judged: Judgement) -> str:
    """In a season, where the newest figure stands against that of a year before."""
    at = earlier(judged)
    if at is None:
        return NO_YEAR_BEFORE
    then = f"{figure(judged, at)} {when(judged, at)}"
    way = lately(judged)
    return f"{'up' if way > 0 else 'down'} from {then}" if way else f"the same as {when(judged, at)}"


def _sentence(judged: Judgement) -> str:
    found = judged.change
    if found.method == "no trend":
        return _no_trend(judged)
    if found.method == "direction only":
        if judged.indicator.seasonal and earlier(judged) is None:
            return NO_YEAR_BEFORE
        return f"{moved(judged)}, but {_why_untold(judged)}"
    if found.method == "rare moves":
        going = getting(found.direction, judged.indicator.better, _is_gap(judged))
        widens = f"{going}: " if _is_gap(judged) and found.scope == CLEAR and going else ""
        return f"{widens}{rare(judged)}"
    if found.verdict == "cannot tell":
        return "the change cannot be judged"
    if found.chart:
        return charted_change(judged, found.chart)
    if not found.direction:
        return _steady(judged)
    if found.method == "recent trend":
        going = getting(found.direction, judged.indicator.better, _is_gap(judged))
        return f"{subject(judged)}{going} {since(judged)}{BEYOND}"
    side = f"{subject(judged)}{than(found.direction, judged.indicator.better, _is_gap(judged))}"
    return f"{side} than {when(judged, judged.first)}{BEYOND}"


def _is_gap(judged: Judgement) -> bool:
    return judged.indicator.groups is not None


def _steady(judged: Judgement) -> str:
    """That no rule finds a change, and what could hide in the margins of error."""
    found = judged.change
    against = since(judged) if found.method == "recent trend" else f"from {when(judged, judged.first)}"
    sentence = f"{subject(judged)}no clear change {against.replace('from in ', 'from ')}"
    if found.hidden is None:
        return sentence
    return f"{sentence} (up to {size(judged, found.hidden)} could hide in the margins of error)"


def _overall(judged: Judgement) -> str:
    """How a figure of several years stands against the first of all, where that is another."""
    found = judged.change.non_overlapping
    if found is None or found.first == found.before:
        return ""
    if judged.first == found.first:
        return f", with no clear change from {when(judged, found.before).removeprefix('in ')}"
    first = when(judged, found.first)
    if found.overall.direction == judged.change.direction:
        return f", and than {first}"
    if not found.overall.direction:
        return f", not clearly different from {first.removeprefix('in ')}"
    return f", but {than(found.overall.direction, judged.indicator.better)} than {first}"


def _no_trend(judged: Judgement) -> str:
    if judged.periods == 1:
        return "only one period is held"
    if judged.periods_since_break < judged.periods:
        return f"no trend can be judged, as the figures changed their basis {when(judged, 0)}"
    return too_few(judged.periods)


def _why_untold(judged: Judgement) -> str:
    if judged.indicator.period == "three years":
        return "periods that overlap cannot be judged without margins of error"
    if judged.shown is judged.indicator and cash_words(judged.indicator):
        return "pounds of different years cannot be judged"
    moves = judged.change.moves
    if moves and moves.figure is None:
        return f"{moves.reason}, so its move cannot be judged"
    if moves and judged.change.silenced:
        return moves.reason
    return f"{judged.periods_since_break} figures are too few to judge a change"
