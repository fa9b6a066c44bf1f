"""Pilots that never were: in places that nobody touched, on the published figures of every indicator.

Each is judged through production code, once as the figures are and, for power, with every figure since its
start moved by two and three standard deviations of the place's own changes from period to period before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from unittest.mock import patch

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.methods.evaluation import placebos
from dashboard.pages.pilots.evaluation import judged
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.panel import PilotPanel, pilot_panel
from dashboard.site import Site

REFUSED = ("too few", "closely enough", "are needed")


@dataclass(frozen=True)
class Trial:
    """One pilot that never was: whether its design could be judged, and whether each shift got a verdict."""

    indicator: str
    size: int
    judged: bool
    told: tuple[bool, ...]


def trials(
    site: Site,
    indicator: Indicator,
    places: Sequence[Area],
    size: int,
    seed: int,
    shifts: Sequence[float] = (0,),
) -> Iterator[Trial]:
    """One for each of `places` (districts): it and the next size - 1 of its combined authority, by code.

    The start is drawn among the last two fifths of the periods. Places without seven figures are passed over.
    """
    draw = np.random.default_rng(seed)
    observations = site.observations(indicator)
    for place in places:
        periods = [item.period for item in observations.series(place.code) if item.value is not None]
        if len(periods) < 7:
            continue
        start = periods[int(draw.integers(len(periods) * 3 // 5, len(periods) - 1))]
        panel = _panel(site, indicator, place, size, start)
        if panel and not panel.refused:
            yield _trial(indicator, size, panel, shifts)


def summed(made: Iterable[Trial]) -> tuple[int, int, tuple[int, ...]]:
    """How many there were, how many could be judged, and at each shift how many of these got a verdict."""
    made = list(made)
    could = [trial for trial in made if trial.judged]
    return len(made), len(could), tuple(map(sum, zip(*(trial.told for trial in could), strict=True)))


def districts(site: Site) -> list[Area]:
    """The districts of all combined authorities, by code."""
    found = {
        area.code: area for region in site.geography.regions for area in site.geography.members(region.code)
    }
    return [found[code] for code in sorted(found)]


def _panel(site: Site, indicator: Indicator, place: Area, size: int, start: date) -> PilotPanel | None:
    region = site.geography.region_of(place.code)
    codes = sorted(area.code for area in site.geography.members(region.code))
    at = codes.index(place.code)
    chosen = (codes[at:] + codes[:at])[:size]
    if len(chosen) < size:
        return None
    pilot = Pilot("none", "none", "nobody", indicator.id, tuple(chosen), start, "rise")
    return pilot_panel(site, region, pilot)


def _trial(indicator: Indicator, size: int, panel: PilotPanel, shifts: Sequence[float]) -> Trial:
    before = np.diff(panel.treated[:, : panel.start], axis=1)
    unit = before.std(axis=1, ddof=1, keepdims=True) if before.shape[1] > 1 else np.zeros((size, 1))
    with patch.object(placebos, "_gap", _once_for_each(placebos._gap)):
        found = [judged(replace(panel, treated=_moved(panel, shift * unit))) for shift in shifts]
    could = not any(word in found[0].reason for word in REFUSED)
    return Trial(indicator.id, size, could, tuple(one.verdict != "cannot tell" for one in found))


def _moved(panel: PilotPanel, by: np.ndarray) -> np.ndarray:
    moved = panel.treated.copy()
    moved[:, panel.start :] += by
    return moved


def _once_for_each(gap):
    """The gap of a placebo, worked out once: how far the pilot's place was moved is nothing to it."""
    made: dict[tuple, np.ndarray] = {}

    def remembered(pool, members, kin, start):
        key = (pool.tobytes(), tuple(members), kin.tobytes(), start)
        if key not in made:
            made[key] = gap(pool, members, kin, start)
        return made[key]

    return remembered
