"""The audit in words: what the head says, what the columns mean, what would raise the scores."""

from collections import Counter

from dashboard.audit.mqa import MOST_POINTS
from dashboard.audit.report import Audit
from dashboard.capital_letter import capital
from dashboard.catalogue.assets import Asset
from dashboard.catalogue.indicators import THEMES

COLUMNS = (
    ("Completeness", "Figures that are there, out of one for each place and period."),
    ("Uniqueness", "Rows that stand there once."),
    (
        "Consistency",
        "Figures that agree where they should: parts with their total, a place's old code with its new.",
    ),
    ("Timeliness", "100% until a release is missed, 50% after one, 33% after two."),
    ("Validity", "Values that keep the rules: known places and marks, figures inside their intervals."),
    ("Accuracy", "Agreement with another source; not assessed where there is none."),
    ("Stars", "Openness from 0 (no open licence) to 5 (linked), at the source and as offered here."),
    ("Description", f"Points out of {MOST_POINTS} by the European Metadata Quality Assessment."),
)


def head(found: Audit) -> tuple[str, str]:
    """What is missing, and how the rest stands: two sentences."""
    largest = THEMES[found.largest_gap].lower() if found.largest_gap else ""
    most = f"; {largest} lacks more than any other theme" if largest else ""
    held = "are held by no dataset here"
    if found.elsewhere:
        held = f"are not held for {found.region.name} ({found.elsewhere} are held elsewhere only)"
    overdue = sum(item.overdue for item in found.datasets)
    return (
        f"{len(found.gaps)} things {found.whom} needs to know {held}{most}.",
        f"Of {len(found.datasets)} datasets, {overdue} are behind their publisher’s usual release. "
        f"Descriptions score {found.points:.0f} of {MOST_POINTS} points.",
    )


def advice(found: Audit) -> list[str]:
    """What would raise the descriptions' scores, what would bring most first."""
    counted = Counter(advice for item in found.datasets for advice in item.described.advice)
    ordered = sorted(counted.items(), key=lambda entry: -entry[0][1] * entry[1])
    return [
        f"{capital(text)}: {points} points each, {count} dataset{'' if count == 1 else 's'}."
        for (text, points), count in ordered
    ]


def about_asset(asset: Asset) -> str:
    """Licence, form, coverage and caveat of a local team's asset."""
    facts = (asset.unchecked, asset.licence, f"{asset.format}, {asset.cadence}", asset.coverage, asset.caveat)
    return " ".join(f"{fact.rstrip('.')}." for fact in facts if fact)
