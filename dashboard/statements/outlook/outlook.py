"""Outlook: what is drawn and said of the years ahead, and how that range did when tested on the past."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import AUTHORITIES, Area
from dashboard.datastore.as_built import mended
from dashboard.methods.targets import Target
from dashboard.methods.targets import outlook as held_to_band
from dashboard.site import Site
from dashboard.statements.judgement.method_words import limits
from dashboard.statements.judgement.regular import period_end
from dashboard.statements.outlook.projected import Refusal, Row, Step, projected_anew
from dashboard.statements.outlook.tested_words import how_it_did, often

AS_OF = "no projection is shown for a past day"
LEVEL_ONLY = "only districts, counties and city regions are projected"


@dataclass(frozen=True)
class Outlook:
    """The projection of one area: `steps` to draw, nearest first, and `text` to say.

    `tested` says how the range did in the past; `refused` why there is no projection, else ''. `target` is
    inside, expected, out of reach, or cannot tell.
    """

    steps: tuple[Step, ...]
    text: str
    tested: str
    refused: str
    target: str = "cannot tell"


def outlook(
    site: Site, indicator: Indicator, area: Area, target: Target | None = None, today: date | None = None
) -> Outlook:
    """What may be said of `indicator` in `area` if recent patterns continue; with `target`, held against it.

    Read where it was worked out at build, else worked out now. At most five periods ahead, and
    none that is over on `today` (the day it is): what is awaited is said instead.
    """
    if site.as_of is not None:
        return _refusal(AS_OF)
    if area.level not in AUTHORITIES:
        return _refusal(LEVEL_ONLY)
    if target and target.recounted:
        target = None  # a target in another count lies neither in the range nor outside it
    stored, reason = _found(site, indicator, area)
    if not stored:
        return _refusal(reason or f"there is no figure for {area.name}")
    steps, awaited = still_ahead(indicator, stored, today or datetime.now(UTC).date())
    if not steps:
        return _refusal(f"{awaited}, and {stored[-1].cut or 'no later period could be tested'}")
    step = _for(indicator, steps, target)
    past = target is not None and bool(awaited) and target.due < steps[0].period
    reached = target is not None and not past and _reaches(indicator, step, target)
    where = held_to_band(target, step.lower, step.upper) if target and reached else "past" if past else ""
    parts = [expectation(indicator, step), _target_words(indicator, target, where)]
    if awaited:
        parts.append(f"{capital(awaited)}.")
    where = where.replace("past", "")
    return Outlook(steps, " ".join(filter(None, parts)), how_it_did(step), "", where or "cannot tell")


def still_ahead(indicator: Indicator, steps: tuple[Step, ...], today: date) -> tuple[tuple[Step, ...], str]:
    """The steps whose period is not over on `today`, and what is awaited of those that are ('' for nothing).

    A figure for a period that is over exists, published or not: to project it would look like a figure. Which
    of the two is not known here, so that no more is said than that it is not held.
    """
    over = [step for step in steps if period_end(indicator, step.period) < today]
    if not over:
        return steps, ""
    return steps[len(over) :], f"a figure for {by_when(indicator, over[-1].period)} is not held here"


def expectation(indicator: Indicator, step: Step) -> str:
    """If recent patterns continue, 8 times in 10 we would expect 71 to 78% by 2030."""
    by = by_when(indicator, step.period)
    if indicator.format(step.lower) == indicator.format(step.upper):
        return f"If recent patterns continue, we would expect about {indicator.format(step.point)} by {by}."
    span = limits(indicator, step.lower, step.upper)
    return f"If recent patterns continue, {often(step)}we would expect {span} by {by}."


def by_when(indicator: Indicator, period: date) -> str:
    """The period in a few words: "2030", "2029/30", "Mar 2030"; the year alone for a day in the year."""
    return str(period.year) if indicator.period == "point in time" else indicator.period_label(period)


def _for(indicator: Indicator, steps: tuple[Step, ...], target: Target | None) -> Step:
    """The step that is due with the target, else the furthest."""
    due = [step for step in steps if target and _reaches(indicator, step, target)]
    return due[0] if due else steps[-1]


def _reaches(indicator: Indicator, step: Step, target: Target) -> bool:
    return period_end(indicator, step.period) >= target.due


def _target_words(indicator: Indicator, target: Target | None, where: str) -> str:
    if target is None:
        return ""
    goal = indicator.format(target.value)
    return {
        "inside": f"The target of {goal} is inside that range.",
        "out of reach": f"The target of {goal} is outside that range.",
        "expected": f"That whole range meets the target of {goal}.",
        "past": f"Whether the target of {goal} was met can be told once the figure of its period is held.",
        "": f"The target of {goal} is due later than can be projected.",
    }[where]


def _refusal(reason: str) -> Outlook:
    return Outlook((), f"Not projected: {reason}.", "", reason)


def _found(site: Site, indicator: Indicator, area: Area) -> tuple[tuple[Step, ...], str]:
    if "projections" not in site.store.tables() or mended(site.store, [indicator]):
        return _of(projected_anew(site, indicator), area)
    columns = ", ".join(field.name for field in fields(Step))
    where = "FROM {} WHERE indicator = ? AND area_code = ?"
    key = [indicator.id, area.code]
    steps = site.store.rows(f"SELECT {columns} {where.format('projections')} ORDER BY horizon", key)
    reasons = site.store.rows(f"SELECT reason {where.format('unprojected')}", key)
    return tuple(Step(*row) for row in steps), reasons[0][0] if reasons else ""


def _of(rows: tuple[Row, ...], area: Area) -> tuple[tuple[Step, ...], str]:
    mine = [row for row in rows if not hasattr(row, "level") and row.area_code == area.code]
    steps = tuple(row for row in mine if isinstance(row, Step))
    return steps, next((row.reason for row in mine if isinstance(row, Refusal)), "")
