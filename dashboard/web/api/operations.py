"""The operations of /api/v1: for each its address, what it takes, and what it gives."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dashboard.address.api_parameters import (
    CODE,
    ID,
    NAME,
    ApiParameter,
    choice,
    codes,
    day,
    day_or_latest,
    text,
    up_to_today,
    whole,
    word,
)
from dashboard.address.query_params import as_of
from dashboard.catalogue.indicators import THEMES
from dashboard.datastore.areas import LEVELS
from dashboard.exports.changes import change_record
from dashboard.exports.groups import group_record
from dashboard.site import Site, visible
from dashboard.web.api import find
from dashboard.web.api.records import area_record, dataset_record, indicator_record, observation_record

LIMIT = whole("limit", "How many items at most", 1, 1000, 100)
OFFSET = whole("offset", "How many items to pass over", 0, 1_000_000, 0)
WITHIN = word(
    "within",
    "Only areas inside this area; for neighbourhoods this region's when not given",
    CODE,
    "E47000001",
)
LEVEL = choice("level", "Only areas of this kind", LEVELS)


QUESTION = 120  # letters of a question at most


@dataclass(frozen=True)
class Operation:
    """One address. `give` is called with the site and the values of the parameters.

    A `paged` operation gives a list of things, and `say` turns each that is on the page into a record.
    """

    path: str
    name: str
    summary: str
    schema: str
    parameters: tuple[ApiParameter, ...]
    give: Callable[[Site, dict[str, Any]], Any]
    say: Callable[..., dict] | None = None
    live: bool = False  # what the office writes or has published is in it: never kept by who asks
    daily: bool = False  # what it gives is other tomorrow, also of the same figures

    @property
    def paged(self) -> bool:
        """Whether it gives a page of a list."""
        return self.say is not None


_THEME = choice("theme", "Theme of the indicator", tuple(THEMES), "path")
_NAME = word("name", "Name of the indicator", NAME, "employment_rate", "path")
_CODE = word("code", "Code of the area", CODE, "E08000003", "path")
_DATASET = word("dataset", "Name of the dataset", NAME, "employment_rate", "path")
_DIRECTION = choice("direction", "Where its people work (out), or where its workers live (in)", ("out", "in"))
_ONE = "/indicators/{theme}/{name}"

OPERATIONS = (
    Operation(
        "/indicators", "indicators", "List the indicators", "Indicator",
        (choice("theme", "Only indicators of this theme", tuple(THEMES)), LIMIT, OFFSET),
        find.indicators, indicator_record,
    ),
    Operation(
        _ONE, "indicator", "One indicator", "Indicator", (_THEME, _NAME),
        lambda site, given: indicator_record(site, find.indicator(site, given)),
    ),
    Operation(
        f"{_ONE}/observations", "observations", "The figures of one indicator", "Observation",
        (
            _THEME, _NAME, codes("area", "Only these areas, codes joined by commas"),
            day_or_latest("period", "Only the period that begins on this day, or each area's latest figure"),
            day("from", "Only periods that begin on this day or later"),
            day("to", "Only periods that begin on this day or earlier"),
            up_to_today("as_of", "The figures known on this day, as far as that is held", as_of),
            LEVEL, WITHIN, LIMIT, OFFSET,
        ),
        find.observations, observation_record,
    ),
    Operation(
        f"{_ONE}/groups", "groups", "Who is left behind: the gaps between groups of people", "GroupGap",
        (_THEME, _NAME, WITHIN, LIMIT, OFFSET), find.groups, group_record,
    ),
    Operation(
        f"{_ONE}/gap", "gap", "How many more or fewer there would be at England's rate", "SizeOfGap",
        (_THEME, _NAME, word("place", "The area; this region when not given", CODE, "E47000001")),
        find.size_of_gap,
    ),
    Operation(
        f"{_ONE}/tenths", "tenths", "One indicator of neighbourhoods by deprivation tenth", "ByTenth",
        (_THEME, _NAME, WITHIN), find.deciles,
    ),
    Operation(
        "/areas", "areas", "List the areas", "Area",
        (LEVEL, WITHIN, LIMIT, OFFSET), find.areas, area_record,
    ),
    Operation(
        "/areas/{code}", "area", "One area", "Area", (_CODE,),
        lambda site, given: area_record(site, find.area(site, given["code"])),
    ),
    Operation(
        "/areas/{code}/journeys", "journeys", "Journeys to work from or to a district or an MSOA", "Journey",
        (_CODE, _DIRECTION, LIMIT, OFFSET),
        find.journeys, lambda row: row,
    ),
    Operation(
        "/areas/{code}/stations", "stations", "Rail stations of an area and their use", "Station",
        (_CODE, LIMIT, OFFSET), find.rail_stations, lambda row: row,
    ),
    Operation(
        "/datasets", "datasets", "List the datasets", "Dataset", (LIMIT, OFFSET),
        lambda site, given: [(site, item) for item in visible(site).values()], dataset_record,
    ),
    Operation("/datasets/{dataset}", "dataset", "One dataset", "Dataset", (_DATASET,), find.dataset),
    Operation(
        "/changes", "changes", "What changed after a day: figures and statements", "Changed",
        (
            up_to_today("since", "What changed after this day; since the snapshot before when not given"),
            up_to_today("until", "And up to this day; today when not given"),
            word("region", "The region, with its places; this one when not given", CODE, "E47000001"),
            word("place", "This place alone", CODE, "E08000003"),
            choice("theme", "Only indicators of this theme", tuple(THEMES)),
            word("indicator", "Only this indicator, edition by edition", ID, "economy/gva_per_hour"),
            LIMIT, OFFSET,
        ),
        find.changes, change_record, daily=True,
    ),
    Operation(
        "/search", "search", "Find indicators, places, pages, datasets and decisions by name", "Found",
        (
            text("q", "What is looked for; slips of the pen are forgiven", QUESTION, "unemployment"),
            word("region", "The region that links lead to", CODE, "E47000001"),
        ),
        find.search, live=True,
    ),
    Operation(
        "/ask", "ask", "Answer a plain question from the figures held, or refuse it with a reason", "Answer",
        (
            text("q", "The question", QUESTION, "what is the employment rate in Bolton"),
            word("region", "The region that is meant where no place is named", CODE, "E47000001"),
        ),
        find.ask,
    ),
)  # fmt: skip
