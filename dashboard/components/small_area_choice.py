"""What a reader of the neighbourhood map has chosen, and what there is to choose from."""

from dataclasses import dataclass
from functools import cached_property

from dashboard.address.query_params import BadAddress
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.mapped import Mapped, areas_of, common_period, mapped
from dashboard.datastore.areas import Area, UnknownArea
from dashboard.datastore.neighbourhoods import inside, levels_inside, neighbourhood_levels
from dashboard.datastore.observations import Observation
from dashboard.methods.places import places
from dashboard.site import Site
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.rank_words import need_ranges

LEVELS = ("lsoa", "msoa", "ward")  # in the order in which one stands in for another
FIRST_MEASURE = "people/deprivation_score"


@dataclass(frozen=True)
class SmallAreaChoice:
    """One measure, perhaps a second, at one size of area, with perhaps one place looked at."""

    site: Site
    region: Area
    indicator: Indicator
    second: Indicator | None
    wanted: str
    place: Area | None
    clusters: bool

    @cached_property
    def level(self) -> str:
        """The size of area wanted where the measures have figures for it, else the first that has."""
        both = self.levels & self._levels(self.second) if self.second else self.levels
        usable = both or self.levels or {self.wanted}
        return self.wanted if self.wanted in usable else next(item for item in LEVELS if item in usable)

    @cached_property
    def levels(self) -> frozenset[str]:
        """The sizes of area for which the first measure has figures."""
        return self._levels(self.indicator)

    @property
    def two(self) -> bool:
        """Whether two measures are to be laid over each other."""
        if self.second is None or not tells_apart(self.indicator):
            return False
        return self.level in self._levels(self.second)

    @cached_property
    def shown(self) -> Mapped:
        """The figures of the first measure."""
        return mapped(self.site, self.indicator, self.region, self.level)

    @cached_property
    def ranking(self) -> list[str]:
        """The codes of the areas with a figure, most need first."""
        return sorted(self.positions_by_code, key=self.positions_by_code.__getitem__)

    @cached_property
    def positions_by_code(self) -> dict[str, int]:
        """Each area's place in the order, 1 for the most need; those with the same figure share one."""
        figures = self.shown.figures
        values = [item.value for item in figures.values()]
        return dict(zip(figures, places(values, self.indicator.better), strict=True))

    @cached_property
    def ranges(self) -> dict[str, str]:
        """Between which places margins of error allow each area to lie; only of those that have one."""

        def compute() -> dict[str, str]:
            figures = self.shown.figures
            ranges = need_ranges([*figures.values()], self.indicator.better)
            return {code: words for code, words in zip(figures, ranges, strict=True) if words}

        return self.site.remember(("ranges", self.indicator, self.region.code, self.level), compute)

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every area shown."""
        return {area.code: area.name for area in self.shown.areas}

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The areas shown that lie in the place looked at."""
        found = inside(self.site.store, self.place.code, self.level) if self.place else frozenset()
        return found & self.names.keys()

    @property
    def selected(self) -> list[str]:
        """The area on the map that is looked at; none where the place is larger than the areas shown."""
        return [self.place.code] if self.place and self.place.code in self.names else []

    def _levels(self, indicator: Indicator) -> frozenset[str]:
        return levels_inside(self.site.store, indicator, self.region.code)


def figures_of(site: Site, indicator: Indicator, region: Area, level: str) -> dict[str, Observation]:
    """The figures of every area of `level` in the newest period that most have, by code; only those held.

    As charts.mapped gives them, without the classes of a map: those take longer than all the rest.
    """

    def read() -> dict[str, Observation]:
        areas = areas_of(site, region, level)
        observations = site.observations(indicator, region.code)
        period = common_period(observations, areas)
        found = {area.code: observations.at(area.code, period) for area in areas} if period else {}
        return {code: item for code, item in found.items() if item and item.value is not None}

    return site.remember(("figures", indicator, region.code, level), read)


def bare_values(site: Site, indicator: Indicator, region: Area, level: str) -> dict[str, float]:
    """The bare values of `figures_of`: an area's place among 1,700 in 25 measures needs no more."""

    def read() -> dict[str, float]:
        areas = areas_of(site, region, level)
        observations = site.observations(indicator, region.code)
        period = common_period(observations, areas)
        return observations.values([area.code for area in areas], period) if period else {}

    return site.remember(("values", indicator, region.code, level), read)


def offered(site: Site, region: Area) -> list[Indicator]:
    """The indicators that have figures for small areas of `region`, in order of theme."""
    return [item for item in site.indicators.values() if levels_inside(site.store, item, region.code)]


def tells_apart(indicator: Indicator) -> bool:
    """Whether figures of `indicator` differ between neighbourhoods, not between their districts alone."""
    return indicator.carried_from != "district"


def grouped(site: Site, indicators: list[Indicator]) -> list[dict]:
    """`indicators` as the groups of a select, by theme."""
    groups: dict[str, list[dict]] = {}
    for item in indicators:
        groups.setdefault(site.themes[item.theme], []).append({"value": item.id, "label": item.title})
    return [{"group": name, "items": items} for name, items in groups.items()]


def measure(default: str | None, choosing: bool = False):
    """A parameter that is the id of an indicator with figures for small areas; `default` when absent.

    With `choosing`, one that tells neighbourhoods apart.
    """

    def read(site: Site, region: Area, text: str | None) -> Indicator | None:
        wanted = text or default
        if wanted is None:
            return None
        found = site.indicators.get(wanted)
        if found is None or not neighbourhood_levels(site.store, found):
            raise BadAddress(404, f"There is no measure of small areas called “{wanted[:60]}”.")
        if choosing and not tells_apart(found):
            raise BadAddress(400, words.cannot_choose(found))
        return found

    return read


def place(site: Site, region: Area, text: str | None) -> Area | None:
    """A parameter that is the code of any area inside the region."""
    if text is None:
        return None
    try:
        area = site.geography[text]
    except UnknownArea:
        raise BadAddress(404, f"There is no place with the code “{text[:60]}” here.") from None
    if not site.store.rows(
        "SELECT 1 FROM membership WHERE area_code = ? AND within = ?", [area.code, region.code]
    ):
        raise BadAddress(404, f"{area.name} does not lie in {region.name}.")
    return area
