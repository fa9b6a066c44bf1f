"""Did the pilot work? Each of its places against a mix of others, and all of them against all others."""

from dataclasses import dataclass

import numpy as np

from dashboard.components.pilot_panel import PilotPanel, pilot_panel
from dashboard.datastore.areas import Area
from dashboard.methods.did import Estimate, EventStudy, difference_in_differences, event_study
from dashboard.methods.impact import Impact, synthetic_control
from dashboard.record.versions import Entry
from dashboard.site import Site

CANNOT = "cannot tell"


@dataclass(frozen=True, eq=False)
class Evaluation:
    """What the methods say of a pilot. `impacts` has one synthetic control for each of its places.

    `study` follows the gap between groups (two places or more), `estimate` compares means before and after.
    The overall `verdict` is that of the one place or, of several, of the groups; `reason` says why.
    """

    panel: PilotPanel
    impacts: tuple[Impact, ...]
    study: EventStudy | None
    estimate: Estimate | None
    verdict: str
    reason: str

    @property
    def effect(self) -> float | None:
        """The estimated difference that the pilot made, in the indicator's unit; None without one."""
        if len(self.impacts) == 1:
            return self.impacts[0].effect
        return self.estimate.estimate if self.estimate else None


def evaluate(site: Site, region: Area, entry: Entry) -> Evaluation:
    """The Evaluation of a recorded pilot, worked out once for its version and the datastore's file."""
    key = ("pilot", entry.id, entry.version)
    return site.remember(key, lambda: judged(pilot_panel(site, region, entry.item)))


def judged(panel: PilotPanel) -> Evaluation:
    """Judge a panel. A refusal of the methods becomes "cannot tell" with its reason."""
    if panel.refused:
        return Evaluation(panel, (), None, None, CANNOT, panel.refused)
    better = panel.indicator.better
    try:
        impacts = tuple(
            synthetic_control(row, panel.donors, panel.start, better=better) for row in panel.treated
        )
    except ValueError as error:
        return Evaluation(panel, (), None, None, CANNOT, str(error))
    study, estimate = _groups(panel)
    if len(impacts) == 1:
        return Evaluation(panel, impacts, study, estimate, impacts[0].verdict, impacts[0].reason)
    return Evaluation(panel, impacts, study, estimate, estimate.verdict, estimate.reason)


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
