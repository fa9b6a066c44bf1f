"""By which method a change was judged, by name, and why that one."""

from dashboard.statements.judgement.judgement import Judgement
from dashboard.statements.judgement.lately_words import SPANS
from dashboard.statements.judgement.method_words import names, why_no_control_chart


def judged_by(judged: Judgement) -> str:
    """The method by name and why it was taken: "A control chart (XmR), because ..."."""
    found = judged.change
    why = f"{why_no_control_chart(judged)}. " if found.silenced else ""
    if found.method in ("no trend", "direction only"):
        broken = judged.periods_since_break < judged.periods
        return (
            f"{why}Nothing yet: {found.reason}{' since the figures changed their basis' if broken else ''}."
        )
    if found.method == "recent trend":
        return (
            "The recent trend of the last five figures (OHID), because each comes with a margin of error to "
            f"hold the trend against. It finds that {found.reason}."
        )
    if found.method == "rare moves":
        return (
            f"{why}Rare moves: the newest move is held against every earlier one in its direction, and so is "
            f"that of the gap to {judged.series.benchmark or 'England'}. It finds that {found.reason}."
        )
    if not found.chart:
        return f"{names(judged)}. It finds that {found.reason}."
    return f"A control chart (XmR), {_why_charted(judged)}."


def _why_charted(judged: Judgement) -> str:
    points, many = judged.periods_since_break, SPANS.get(judged.frequency, "years")
    return {
        "xmr": f"because {points} {many} that keep one level are enough to know the usual ups and downs",
        "xmr after STL": f"because it has a season, which {points} {many} are enough to take out (STL)",
        "xmr on change from a year before": (
            f"because it has a season: each {judged.frequency} is compared with the same {judged.frequency} "
            "a year before"
        ),
    }[judged.change.method]
