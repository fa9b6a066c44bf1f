"""Before a pilot is registered: the smallest effect that could be told from chance in its plan."""

from dataclasses import replace
from datetime import date

import numpy as np

from dashboard.datastore.areas import Area
from dashboard.methods.evaluation.minimum_detectable_effect import minimum_detectable_effect
from dashboard.methods.evaluation.synthetic_control import ENOUGH_BEFORE
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.panel import PilotPanel, pilot_panel
from dashboard.record.pilots.small_places import figures
from dashboard.site import Site


def detectable_effect(site: Site, region: Area, pilot: Pilot) -> tuple[float | None, str]:
    """The smallest effect, in the indicator's unit, and one sentence of it; (None, why) where none
    could be told.

    Worked out over the figures held, from its start, or as if it had begun with the newest of them where it
    begins later: the time before is what a comparison has to go by.
    """
    panel = _as_if(site, region, pilot)
    if panel is None or panel.refused:
        return None, _none(panel.refused if panel else "its places have no figures")
    if panel.start < ENOUGH_BEFORE:
        return None, _none(f"there are figures of {panel.start} periods before; {ENOUGH_BEFORE} are needed")
    try:
        outcome = panel.treated.mean(axis=0)
        sets = panel.sets if len(panel.places) > 1 else None
        found = minimum_detectable_effect(
            outcome, panel.donors, panel.start, sets=sets, kin=panel.kin or None
        )
    except ValueError as error:
        return None, _none(str(error))
    if found is None or not np.isfinite(found):
        return None, _none("too few other places moved as these did")
    return (
        found,
        f"An effect of less than {sized(site, pilot, found)} in a period could not be told from chance.",
    )


def sized(site: Site, pilot: Pilot, effect: float) -> str:
    """An effect in the unit of the pilot's figure: a share's in percentage points."""
    indicator = site.indicators[pilot.indicator]
    size = indicator.format(effect)
    return f"{size.removesuffix('%')} percentage points" if indicator.suffix == "%" else size


def _none(reason: str) -> str:
    return f"No effect could be told from chance in this figure and these places: {reason}."


def _as_if(site: Site, region: Area, pilot: Pilot) -> PilotPanel | None:
    observations = figures(site, site.indicators[pilot.indicator], pilot.area_codes)
    newest = [item.period for code in pilot.area_codes if (item := observations.latest(code))]
    start: date | None = min([*newest, pilot.start]) if newest else None
    return pilot_panel(site, region, replace(pilot, start=start)) if start else None
