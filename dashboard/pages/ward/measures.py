"""What is held of one ward, and where it stands among the wards of its region."""

from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.components.small_area_choice import figures_of, offered, tells_apart
from dashboard.datastore.areas import Area
from dashboard.methods.places import place_of
from dashboard.site import Site
from dashboard.statements import rank_words


@dataclass(frozen=True)
class WardFigure:
    """A ward's figure of `indicator` in `period`; `place` is 1 for the most need, among `of` wards."""

    indicator: Indicator
    period: date
    value: float
    place: int
    of: int


def measures(site: Site, region: Area, ward: Area) -> list[WardFigure]:
    """Every measure with a figure for `ward`, in order of theme."""
    return [found for item in offered(site, region) if (found := _measured(site, region, ward, item))]


def _measured(site: Site, region: Area, ward: Area, indicator: Indicator) -> WardFigure | None:
    figures = figures_of(site, indicator, region, "ward")
    own = figures.get(ward.code)
    if own is None or own.value is None:
        return None
    values = [item.value for item in figures.values() if item.value is not None]
    return WardFigure(
        indicator, own.period, own.value, place_of(own.value, values, indicator.better), len(values)
    )


def place_in_region(item: WardFigure) -> str:
    """Where the ward stands; nothing where the figure is its council area's."""
    if not tells_apart(item.indicator):
        return "one figure for the whole council area"
    return rank_words.rank_and_fifth(item.indicator, item.place, item.of)
