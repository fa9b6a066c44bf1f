"""Did the pilot work? Its place, or the mean of its places, against a mix of others; one verdict from that.

All its places against all others (difference in differences) is the other design: it gives no verdict of its
own, and where it disagrees the sentence with the verdict says so.
"""

from dataclasses import dataclass

import numpy as np

from dashboard.datastore.areas import Area
from dashboard.methods.evaluation.difference_in_differences import (
    Estimate,
    EventStudy,
    difference_in_differences,
    event_study,
)
from dashboard.methods.evaluation.synthetic_control import Impact, synthetic_control
from dashboard.record.pilots.panel import PilotPanel, pilot_panel
from dashboard.record.versions import RecordEntry
from dashboard.site import Site

CANNOT = "cannot tell"


@dataclass(frozen=True, eq=False)
class Subject:
    """What is held against a mix of others: one of the pilot's places, or (code '') the mean of all."""

    code: str
    name: str
    outcome: np.ndarray
    impact: Impact


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What the methods say of a pilot: the first of `subjects` gives the verdict, the rest are its places.

    `study` follows the gap between groups (two places or more), `estimate` compares means before and after.
    `reason` says why the verdict is what it is.
    """

    panel: PilotPanel
    subjects: tuple[Subject, ...]
    study: EventStudy | None
    estimate: Estimate | None
    verdict: str
    reason: str

    @property
    def effect(self) -> float | None:
        """The mean gap since the start, in the indicator's unit; None without one."""
        return self.subjects[0].impact.effect if self.subjects else None


def evaluate(site: Site, region: Area, entry: RecordEntry) -> Evaluation:
    """The Evaluation of a recorded pilot, worked out once for its version and the datastore's file."""
    key = ("pilot", entry.id, entry.version)
    return site.remember(key, lambda: judged(pilot_panel(site, region, entry.item)))


def judged(panel: PilotPanel) -> Evaluation:
    """Judge a panel. A refusal of the methods becomes "cannot tell" with its reason."""
    if panel.refused:
        return Evaluation(panel, (), None, None, CANNOT, panel.refused)
    try:
        subjects = tuple(_subjects(panel))
    except ValueError as error:
        return Evaluation(panel, (), None, None, CANNOT, str(error))
    first = subjects[0].impact
    return Evaluation(panel, subjects, *_groups(panel), first.verdict, first.reason)


def _subjects(panel: PilotPanel):
    better, several = panel.indicator.better, len(panel.places) > 1
    if several:
        mean = panel.treated.mean(axis=0)
        given = (mean, panel.donors, panel.start)
        impact = synthetic_control(*given, better=better, sets=panel.sets, kin=panel.kin)
        yield Subject("", f"The mean of its {len(panel.places)} places", mean, impact)
    for place, row in zip(panel.places, panel.treated, strict=True):
        # One of several gets no verdict of its own, so it needs no placebos.
        sets = () if several else None
        given = (row, panel.donors, panel.start)
        impact = synthetic_control(*given, better=better, sets=sets, kin=panel.kin)
        yield Subject(place.code, place.name, row, impact)


def _groups(panel: PilotPanel) -> tuple[EventStudy | None, Estimate]:
    """Difference in differences, with an event study where there are two places or more on each side."""
    complete = panel.donors[~np.isnan(panel.donors).any(axis=1)]
    better = panel.indicator.better
    if min(len(panel.treated), len(complete)) >= 2:
        study = event_study(panel.treated, complete, panel.start, better=better)
        return study, study.overall
    means = [
        part.mean(axis=1)
        for table in (panel.treated, complete)
        for part in (table[:, : panel.start], table[:, panel.start :])
    ]
    return None, difference_in_differences(*means, better=better)
