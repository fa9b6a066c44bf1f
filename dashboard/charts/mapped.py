"""Mapped: one indicator's figures for the areas of one level in a region, put into classes for a map."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import nan
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.rounding import rounded_to
from dashboard.datastore.areas import NEIGHBOURHOODS, PLACES, Area
from dashboard.datastore.neighbourhoods import AS_PUBLISHED, Fitted, levels_inside, wards_fitted
from dashboard.datastore.observations import Observation, Observations
from dashboard.datastore.observed import common_period
from dashboard.methods.maps.classify import Classes, classes_for, classify
from dashboard.site import Site

# From large to small. "county" is the upper tier: counties, and districts that are in no county.
LEVELS = (*PLACES, *NEIGHBOURHOODS)


@dataclass(frozen=True)
class Mapped:
    """The figures of `indicator` in `period` for `areas`, in the indicator's unit, and their classes.

    `figures` holds only areas with a figure. `drawn` gives for each shape of the map the area whose figure
    it shows: itself, or its county, because counties are drawn as their districts. `fitted` are the
    districts whose wards are drawn from whole LSOAs, because their own outlines are not held.
    """

    indicator: Indicator
    region: Area
    level: str
    period: date | None
    areas: tuple[Area, ...]
    figures: dict[str, Observation]
    classes: Classes
    drawn: dict[str, str]
    fitted: Fitted = AS_PUBLISHED

    @property
    def shapes(self) -> str:
        """The level of geometry that is drawn."""
        return "district" if self.level == "county" else self.level

    @property
    def without(self) -> int:
        """The number of areas with no figure."""
        return len(self.areas) - len(self.figures)

    def named(self) -> list[tuple[str, float]]:
        """(name of the area, value) for each area with a figure, by name."""
        with_figure = [area for area in self.areas if area.code in self.figures]
        return [(area.name, self.figures[area.code].figure) for area in with_figure]

    def ends(self, most: int = 3) -> set[str]:
        """The codes of the areas with the `most` lowest and the `most` highest figures."""
        ranked = sorted(self.figures, key=lambda code: (self.figures[code].figure, code))
        return {*ranked[:most], *ranked[-most:]}

    def labels(self, shapes: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """Of `shapes` ([code, name, path, cx, cy, width] each) one for each area whose figure they show, with
        the area's code and name, where its widest shape is: a county is named once, and not its districts."""
        names = {area.code: area.name for area in self.areas}
        widest: dict[str, list[Any]] = {}
        for shape in sorted(shapes, key=lambda shape: -shape[5]):
            code = self.drawn.get(shape[0], shape[0])
            widest.setdefault(code, [code, names.get(code, shape[1]), *shape[2:]])
        return list(widest.values())

    def class_of(self) -> dict[str, int]:
        """The class, 0 to 4, of each shape; -1 where there is no figure."""
        member = dict(zip((area.code for area in self.areas), self.classes.member, strict=True))
        found = {shape: member.get(code) for shape, code in self.drawn.items()}
        return {shape: -1 if number is None else number for shape, number in found.items()}


def levels_with_figures(site: Site, indicator: Indicator, region: Area) -> tuple[str, ...]:
    """The LEVELS at which `indicator` has a figure inside `region`; empty when it has none.

    Where all districts are unitary, districts and counties are the same and only "district" is given.
    """
    key = ("levels", indicator, region.code)
    return site.remember(key, lambda: tuple(_levels(site, indicator, region)))


def _levels(site: Site, indicator: Indicator, region: Area) -> Iterator[str]:
    counties = site.geography.members(region.code, "county")
    # Asked first, because reading a region's neighbourhoods is slow and most indicators have none.
    small = levels_inside(site.store, indicator, region.code)
    for level in LEVELS:
        if level in NEIGHBOURHOODS and level not in small:
            continue
        if level in NEIGHBOURHOODS and site.as_of is None:  # small speaks of today's figures
            yield level
            continue
        areas = counties if level == "county" else areas_of(site, region, level)
        if level == "district" and counties:
            # A unitary district has a county's figures: they alone do not make a map of districts.
            areas = [area for area in areas if _county(site, area)]
        observations = _observations(site, indicator, region, level)
        if any(observations.latest(area.code) for area in areas):
            yield level


def mapped(site: Site, indicator: Indicator, region: Area, level: str) -> Mapped:
    """The figures of `indicator` at `level` (one of LEVELS) in `region`, of the newest period that most have.

    Remembered for the life of the store. With no figures at all `period` is None and there are no classes.
    Raises ValueError for an unknown level.
    """
    if level not in LEVELS:
        raise ValueError(f"mapped: level {level!r} is unknown; say one of {', '.join(LEVELS)}")
    key = ("mapped", indicator, region.code, level)
    return site.remember(key, lambda: _mapped(site, indicator, region, level))


def _mapped(site: Site, indicator: Indicator, region: Area, level: str) -> Mapped:
    areas = areas_of(site, region, level)
    observations = _observations(site, indicator, region, level)
    period = common_period(observations, areas)
    found = {area.code: observations.at(area.code, period) for area in areas} if period else {}
    figures = {code: item for code, item in found.items() if item and item.value is not None}
    values = [_as_read(indicator, figures.get(area.code)) for area in areas]
    classes = classify(values, classes=classes_for(len(figures)))
    drawn = {area.code: area.code for area in areas}
    if level == "county":
        drawn = {
            district.code: (_county(site, district) or district).code
            for district in site.geography.members(region.code)
        }
    fitted = wards_fitted(site.store, region.code) if level == "ward" else AS_PUBLISHED
    return Mapped(indicator, region, level, period, tuple(areas), figures, classes, drawn, fitted)


def _as_read(indicator: Indicator, item: Observation | None) -> float:
    """The value as the page writes it: figures that read the same are of one class."""
    return nan if item is None else rounded_to(item.figure, indicator.decimals)


def areas_of(site: Site, region: Area, level: str) -> list[Area]:
    """The areas of `level` in `region`, by name."""
    if level != "county":
        return site.geography.members(region.code, level)
    districts = [area for area in site.geography.members(region.code) if _county(site, area) is None]
    return sorted(site.geography.members(region.code, "county") + districts, key=lambda area: area.name)


def _county(site: Site, district: Area) -> Area | None:
    inside = [site.geography.areas.get(code) for code in site.geography.within.get(district.code, ())]
    return next((area for area in inside if area and area.level == "county"), None)


def _observations(site: Site, indicator: Indicator, region: Area, level: str) -> Observations:
    return site.observations(indicator, region.code if level in NEIGHBOURHOODS else None)
