"""By which method a change was judged, by name, and why that one."""

from dashboard.statements.change_words import SPANS
from dashboard.statements.judgement import Judgement


def judged_by(judged: Judgement) -> str:
    """The method by name and why it was taken: "Control chart (XmR): it comes every month, ..."."""
    found, many = judged.change, SPANS.get(judged.frequency, "years")
    if found.method in ("no trend", "direction only"):
        broken = judged.periods_since_break < judged.periods
        return f"Nothing yet: {found.reason}{' since the figures changed their basis' if broken else ''}."
    if found.method == "recent trend":
        return (
            "The recent trend of the last five figures (OHID), because each comes with a margin of error to "
            f"hold the trend against. It finds that {found.reason}."
        )
    points = judged.periods_since_break
    why = {
        "xmr": f"because {points} {many} are enough to know the usual ups and downs",
        "annual xmr": (
            f"because no margin of error is published, and {points} {many} are enough to know the usual ups "
            "and downs"
        ),
        "xmr after STL": f"because it has a season, which {points} {many} are enough to take out (STL)",
        "xmr on change from a year before": (
            f"because it has a season: each {judged.frequency} is compared with the same {judged.frequency} "
            "a year before"
        ),
    }[found.method]
    return f"A control chart (XmR), {why}."
