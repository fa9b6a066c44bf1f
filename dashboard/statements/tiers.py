"""Tiers: the groups in which statements need attention, most urgent first. A rule, not a score."""

from dashboard.statements.counted import Counted
from dashboard.statements.judgement import Judgement

# England stands for the benchmark: where England has no figure it is the United Kingdom.
TIERS = (
    "Newly worse than before, and worse than England",
    "Newly worse than before",
    "Off a target that was set",
    "Worse than before for three years or more, and worse than England",
    "Worse than England, more than chance explains",
    "Worse than before for three years or more",
    "Worse than England, chance not ruled out",
    "Better than before",
    "No sign of a problem",
    "Cannot be judged",
)
(
    WORSE_AND_WORSENING,
    WORSENING,
    OFF_TARGET,
    WORSE_AND_KNOWN,
    WORSE,
    KNOWN,
    PERHAPS_WORSE,
    IMPROVING,
    NOTHING,
    UNKNOWN,
) = range(10)

KNOWN_FOR = "Known for three years or more"  # what is said beside a line of these
LONG_KNOWN = (WORSE_AND_KNOWN, KNOWN)


def of_region(judged: Judgement) -> int:
    """The tier of a region's own figure."""
    worsening = judged.change.verdict == "worsening"
    worse = judged.against is not None and judged.against.verdict == "worse"
    if worsening:
        return _worsening(worse, judged.known)
    if worse:
        return WORSE if judged.against.chance == "beyond" else PERHAPS_WORSE
    if judged.change.verdict == "improving":
        return IMPROVING
    judged_at_all = judged.change.verdict != "cannot tell" or judged.against is not None
    return NOTHING if judged_at_all else UNKNOWN


def _worsening(worse: bool, known: bool) -> int:
    """What needs a decision now comes before what has been known for years."""
    if known:
        return WORSE_AND_KNOWN if worse else KNOWN
    return WORSE_AND_WORSENING if worse else WORSENING


def of_districts(said: Counted) -> int:
    """The tier of a region without a figure: what holds for more than half of its local authorities."""
    if said.change == "worsening":
        return _worsening(said.against == "worse", said.known)
    if said.against == "worse":
        return WORSE if said.tested else PERHAPS_WORSE
    if said.change == "improving":
        return IMPROVING
    return UNKNOWN if said.change == said.against == "unknown" else NOTHING
