"""Tiers: the groups in which statements need attention, most urgent first. A rule, not a score.

Each belongs to one of four lists: worse here (a verdict that errs at most 1 time in 20), watch (less sure, or
not only here), good news, and cannot be judged; or to none of them.
"""

from dashboard.methods.change.rare import SURE_MOVES
from dashboard.methods.change.verdict import CHART_ALONE, EVERYWHERE, WATCHED
from dashboard.methods.polarity import goodness
from dashboard.statements.districts.counted import Counted
from dashboard.statements.judgement.judgement import Judgement

# England stands for the benchmark: where England has no figure it is the United Kingdom.
TIERS = (
    "Worse here: worsening, and worse than England",
    "Worse here: worsening",
    "Off a target that was set",
    "Worse here, and for three years or more",
    "Worse here: worse than England, surer than 99.8%, and worsening, the gap with no clear change",
    "Worse here: worse than England, surer than 99.8%",
    "Watch: worsening in a third of the districts or more",
    "Watch: worsening, surer than 95%",
    "Watch: worse than England, surer than 95%",
    "Watch: a rare move for the worse, which is not sure",
    "Watch: worsening, the gap to England with no clear change",
    "Worse than England, chance or one year’s luck not ruled out",
    "Unusual on a chart, which alone is not enough",
    "Good news: better than before",
    "No sign of a problem",
    "Cannot be judged",
)
(
    WORSE_AND_WORSENING,
    WORSENING,
    OFF_TARGET,
    WORSE_FOR_YEARS,
    WORSE_AND_SHARED,
    WORSE,
    SOME_DISTRICTS,
    PROBABLY_WORSENING,
    PROBABLY_WORSE,
    RARE,
    AS_ENGLAND,
    PERHAPS_WORSE,
    CHARTED,
    IMPROVING,
    NOTHING,
    UNKNOWN,
) = range(16)

KNOWN_FOR = "Known for three years or more"  # what is said beside a line of these
LONG_KNOWN = (WORSE_FOR_YEARS,)
BEHIND = (WORSE_AND_SHARED, WORSE, PROBABLY_WORSE)  # worse than England beyond chance


def of_region(judged: Judgement) -> int:
    """The tier of a region's own figure."""
    change, against = judged.change, judged.against
    worse = against if against and against.verdict == "worse" else None
    if change.verdict == "worsening" and change.here is not False:
        return _worsening(worse is not None, judged.not_new)
    watched = _watched(judged)
    if worse and worse.chance == "beyond":
        return _behind(judged, worse.lasting)
    if change.verdict == "worsening":
        return AS_ENGLAND
    if watched is not None:
        return watched
    if worse:
        return PERHAPS_WORSE
    if change.verdict == "improving":
        return IMPROVING
    if change.scope == CHART_ALONE and goodness(change.direction, judged.indicator.better) < 0:
        return CHARTED
    return NOTHING if change.verdict != "cannot tell" or against is not None else UNKNOWN


def of_districts(counts: Counted) -> int:
    """The tier of a region without a figure: what holds for at least a third of its local authorities."""
    if counts.change == "worsening" and not counts.shared:
        return _worsening(counts.against == "worse", counts.not_new) if counts.most else SOME_DISTRICTS
    if counts.against == "worse" and counts.tested and counts.lasts:
        return PROBABLY_WORSE
    if counts.change == "worsening":
        return AS_ENGLAND
    if counts.scope == WATCHED and counts.direction == counts.bad:
        return RARE
    if counts.against == "worse":
        return PERHAPS_WORSE
    if counts.change == "improving":
        return IMPROVING
    if any(item.change.direction == counts.bad for item in counts.charted):
        return CHARTED
    return UNKNOWN if counts.change == counts.against == "unknown" else NOTHING


def _behind(judged: Judgement, sure: float | None) -> int:
    """The tier of a gap beyond chance: of the first list where it is so at 99.8% and lasts (`sure`).

    A gap that was measured once may be gone, and one that closes needs no decision now: both are watched. One
    that a year's luck can make is neither.
    """
    change = judged.change.verdict
    if sure is None:
        return AS_ENGLAND if change == "worsening" else PERHAPS_WORSE
    if sure != 0.998 or judged.periods < 2 or change == "improving":
        return PROBABLY_WORSE
    return WORSE_AND_SHARED if change == "worsening" else WORSE


def _worsening(worse: bool, not_new: bool) -> int:
    """What needs a decision now comes before what has been known for years."""
    if not_new:
        return WORSE_FOR_YEARS
    return WORSE_AND_WORSENING if worse else WORSENING


def _watched(judged: Judgement) -> int | None:
    """The tier of a rare move for the worse that is no verdict; None for any other change."""
    change = judged.change
    if goodness(change.direction, judged.indicator.better) >= 0:
        return None
    if change.scope == WATCHED:
        return RARE
    enough = change.scope == EVERYWHERE and change.rare.newest.earlier >= SURE_MOVES
    return AS_ENGLAND if enough else None
