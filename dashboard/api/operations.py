"""The operations of /api/v1: for each its address, what it takes, and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.api.parameters import CODE, LATEST, NAME, Parameter, choice, codes, day_or_latest, whole, word
from dashboard.api.records import area_record, dataset_record, indicator_record, observation_record
from dashboard.catalogue.indicators import THEMES, Indicator
from dashboard.datastore.areas import LEVELS, NEIGHBOURHOODS, Area, UnknownArea
from dashboard.datastore.observations import Observation
from dashboard.exports.of_dataset import visible
from dashboard.site import Site

LIMIT = whole("limit", "How many items at most", 1, 1000, 100)
OFFSET = whole("offset", "How many items to pass over", 0, 1_000_000, 0)
WITHIN = word(
    "within",
    "Only areas inside this area; for neighbourhoods this region's when not given",
    CODE,
    "E47000001",
)
LEVEL = choice("level", "Only areas of this kind", LEVELS)


class NotThere(LookupError):
    """Something that an address names and that does not exist; the message is one sentence."""


@dataclass(frozen=True)
class Operation:
    """One address. `give` is called with the site and the values of the parameters.

    A `paged` operation gives a list of things, and `say` turns each that is on the page into a record.
    """

    path: str
    name: str
    summary: str
    schema: str
    parameters: tuple[Parameter, ...]
    give: Callable[[Site, dict[str, Any]], Any]
    say: Callable[..., dict] | None = None

    @property
    def paged(self) -> bool:
        """Whether it gives a page of a list."""
        return self.say is not None


def _indicators(site: Site, given: dict) -> list[tuple]:
    found = site.indicators.values()
    return [(site, item) for item in found if given["theme"] in (None, item.theme)]


def _indicator(site: Site, given: dict) -> Indicator:
    key = f"{given['theme']}/{given['name']}"
    if key not in site.indicators:
        raise NotThere(f"There is no indicator called “{key}”.")
    return site.indicators[key]


def _observations(site: Site, given: dict) -> list[tuple[Indicator, Area, Observation]]:
    indicator = _indicator(site, given)
    home = given["within"] or site.settings.region
    _area(site, home)
    wide = site.observations(indicator)
    near = {True: None, False: wide}
    found: list[tuple[Indicator, Area, Observation]] = []
    for area in _areas_asked_for(site, given, wide.areas(), home):
        small = area.level in NEIGHBOURHOODS
        if small and near[True] is None:
            near[True] = site.observations(indicator, home)
        found += [(indicator, area, item) for item in _periods(near[small], area.code, given["period"])]
    return found


def _areas_asked_for(site: Site, given: dict, published, home: str) -> list[Area]:
    level = given["level"]
    if given["area"]:
        asked = [_area(site, code) for code in given["area"]]
    elif level in NEIGHBOURHOODS:
        asked = site.geography.members(home, level)
    else:
        asked = [site.geography.areas[code] for code in published if code in site.geography.areas]
    if given["within"]:
        inside = site.geography.within
        asked = [a for a in asked if a.level in NEIGHBOURHOODS or home in (a.code, *inside.get(a.code, ()))]
    return [area for area in asked if level in (None, area.level)]


def _periods(observations, code: str, period: date | str | None) -> tuple[Observation, ...]:
    if period is None:
        return observations.series(code)
    found = observations.latest(code) if period == LATEST else observations.at(code, period)
    return (found,) if found else ()


def _area(site: Site, code: str) -> Area:
    try:
        return site.geography[code]
    except UnknownArea:
        raise NotThere(f"There is no area with the code “{code}”.") from None


def _areas(site: Site, given: dict) -> list[tuple]:
    home, level = given["within"], given["level"]
    if home:
        _area(site, home)
    if level in NEIGHBOURHOODS:
        return [(site, area) for area in site.geography.members(home or site.settings.region, level)]
    inside = site.geography.within
    found = [area for area in site.geography.areas.values() if level in (None, area.level)]
    return [(site, area) for area in found if not home or home in (area.code, *inside.get(area.code, ()))]


def _dataset(site: Site, given: dict) -> dict:
    if given["dataset"] not in visible(site):
        raise NotThere(f"There is no dataset called “{given['dataset']}”.")
    return dataset_record(site, visible(site)[given["dataset"]])


_THEME = choice("theme", "Theme of the indicator", tuple(THEMES), "path")
_NAME = word("name", "Name of the indicator", NAME, "employment_rate", "path")
_CODE = word("code", "ONS code of the area", CODE, "E08000003", "path")
_DATASET = word("dataset", "Name of the dataset", NAME, "employment_rate", "path")
_ONE = "/indicators/{theme}/{name}"

OPERATIONS = (
    Operation(
        "/indicators", "indicators", "List the indicators", "Indicator",
        (choice("theme", "Only indicators of this theme", tuple(THEMES)), LIMIT, OFFSET),
        _indicators, indicator_record,
    ),
    Operation(
        _ONE, "indicator", "One indicator", "Indicator", (_THEME, _NAME),
        lambda site, given: indicator_record(site, _indicator(site, given)),
    ),
    Operation(
        f"{_ONE}/observations", "observations", "The figures of one indicator", "Observation",
        (
            _THEME, _NAME, codes("area", "Only these areas, codes joined by commas"),
            day_or_latest("period", "Only the period that begins on this day, or each area's latest figure"),
            LEVEL, WITHIN, LIMIT, OFFSET,
        ),
        _observations, observation_record,
    ),
    Operation(
        "/areas", "areas", "List the areas", "Area",
        (LEVEL, WITHIN, LIMIT, OFFSET), _areas, area_record,
    ),
    Operation(
        "/areas/{code}", "area", "One area", "Area", (_CODE,),
        lambda site, given: area_record(site, _area(site, given["code"])),
    ),
    Operation(
        "/datasets", "datasets", "List the datasets", "Dataset", (LIMIT, OFFSET),
        lambda site, given: [(site, item) for item in visible(site).values()], dataset_record,
    ),
    Operation("/datasets/{dataset}", "dataset", "One dataset", "Dataset", (_DATASET,), _dataset),
)  # fmt: skip
