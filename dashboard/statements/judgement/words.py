"""The statement about a judged figure: its gap, its change, its reason and how sure. Plain words only.

The words of the change are in change_words, how it was judged in method_words, and what is said of a region's
local authorities in district_words.
"""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import PEER_BASES
from dashboard.statements.absence.absence import Absence
from dashboard.statements.judgement.benchmark import Against
from dashboard.statements.judgement.cash import WHY, in_cash
from dashboard.statements.judgement.change_words import BEYOND, briefly, change
from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.method_words import NOT_NEW, limits, method
from dashboard.statements.judgement.neighbours import PeerStanding
from dashboard.statements.judgement.sure_words import sure_of


def sentence(judged: Judgement) -> str:
    """The statement: indicator, gap and change in one sentence."""
    parts = [against(judged.against)] if judged.against else []
    return f"{judged.indicator.title}: {joined([*parts, change(judged)])}."


def joined(parts: list[str]) -> str:
    """Gap and change in one line; that both are more than chance is said once."""
    if len(parts) > 1 and all(part.endswith(BEYOND) for part in parts):
        return f"{'; '.join(part.removesuffix(BEYOND) for part in parts)}, both{BEYOND.removeprefix(',')}"
    return "; ".join(parts)


def message(judged: Judgement) -> str:
    """A title for a chart: "Employment rate: lower than England, no clear change since 2019"."""
    clauses = ", ".join(part for part in (gap_words(judged), briefly(judged)) if part)
    return f"{judged.indicator.title}: {clauses or _latest(judged)}"


def of_place(judged: Judgement) -> str:
    """A title for a chart of one place: "Testshire: 71.9% in 2023, no clear change since 2019, lower than
    England". What the method does not bear is not in it: without a verdict, the figure alone."""
    parts = [part for part in (_latest(judged), briefly(judged), gap_words(judged)) if part]
    return f"{judged.area.name}: {', '.join(parts)}"


def gap_words(judged: Judgement) -> str:
    """The gap without how sure: "lower than England"; "" where the figure is compared with none."""
    return against(judged.against).removesuffix(BEYOND) if judged.against else ""


def _latest(judged: Judgement) -> str:
    return f"{judged.indicator.format(judged.latest.value)} {_when(judged)}"


def against(found: Against) -> str:
    """What is said of the gap: "lower than England, by more than chance explains"."""
    if found.direction == 0:
        return f"{'the same as' if found.chance == 'unknown' else 'similar to'} {found.name}{found.when}"
    side = f"{'higher' if found.direction > 0 else 'lower'} than {found.name}{found.when}"
    return f"{side}{BEYOND}" if found.chance == "beyond" else side


def sure(judged: Judgement) -> str:
    """How sure the statement is: what was tested against chance, and with which result."""
    against = judged.against
    chance = (against.confidence or against.chance) if against else None
    if against and against.lasting != against.confidence:
        chance = "less sure" if against.lasting else "one year"
    return sure_of(chance, judged.change.scope, judged.change)


def reason(judged: Judgement) -> str:
    """Why that is said: figure, benchmark, unit, method and its own reason, neighbours."""
    indicator, latest = judged.indicator, judged.latest
    figure = f"{indicator.format(latest.value)} {_when(judged)}"
    if latest.lower is not None and latest.upper is not None:
        figure += f" (likely {limits(indicator, latest.lower, latest.upper)})"
    if judged.against:
        then = " then" if judged.against.when else ""
        figure += f"; {judged.against.name} {indicator.format(judged.against.value)}{then}"
    parts = [figure, unit(indicator), method(judged)]
    if judged.not_new:
        parts.append(NOT_NEW)
    if in_cash(indicator):
        parts.append(WHY if judged.shown is indicator else share(judged))
    if judged.peers:
        parts.append(peers(judged.peers))
    return ". ".join(parts) + "."


def share(judged: Judgement) -> str:
    """The shares of the benchmark's figure that money was judged by."""
    then, now = judged.shown.format(judged.first_value), judged.shown.format(judged.newest)
    first = judged.indicator.period_label(judged.first_judged)
    return (
        f"Judged as a share of the figure of {judged.series.benchmark} for the same period, as prices rise: "
        f"{now}, {then} in {first}"
    )


def unit(indicator: Indicator) -> str:
    """What the figures are: "Unit: % of people aged 16 to 64"."""
    return f"Unit: {indicator.unit}"


def peers(found: PeerStanding) -> str:
    """What is said of the neighbours: "Against the 5 places most similar overall (ONS): worse than all"."""
    basis = PEER_BASES[found.basis]
    like = "overall" if basis == "overall" else f"in {basis}"
    who = f"Against the {found.total} places most similar {like}"
    if found.total == 1:
        who = f"Against the one place most similar {like} that has a figure"
    counts = {"better than": found.better, "worse than": found.worse, "similar to": found.similar}
    if not found.judged:
        counts["the same as"] = counts.pop("similar to")
    parts = [f"{words} {_all(count, found.total)}" for words, count in counts.items() if count]
    judged = "" if found.judged else ", going by the figures alone"
    return f"{who} (ONS statistical neighbours): {', '.join(parts)}{judged}"


def _all(count: int, total: int) -> str:
    return str(count) if count < total else ("it" if total == 1 else "all of them")


def unjudged(none: Absence) -> str:
    """That a place has no figure to judge, and why."""
    return f"{none.full}. So there is no change to judge."


def _when(judged: Judgement) -> str:
    return judged.indicator.period_phrase(judged.latest.period)
