"""Which areas pages show beside one another, for the figures that a page says it shows (`Page.figures`)."""

from collections.abc import Iterable

from dashboard.address.page import Address, Shown
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site

FEW_SHOWN = 4  # of a theme without main indicators, on the overview and in a comparison as it opens


def beside_england(site: Site, address: Address, indicators: list[Indicator]) -> Shown:
    """The region beside England; where it has no figure of its own, its districts."""
    for item in indicators:
        own = site.observations(item).latest(address.region.code)
        yield item, [*([address.region.code] if own else region_and_inside(site, address)), ENGLAND]


def region_and_inside(site: Site, address: Address) -> list[str]:
    """The region, its counties and its districts."""
    region = address.region.code
    return [region, *codes_of(site.geography.places(region))]


def codes_of(areas: Iterable[Area] | None) -> list[str]:
    """The codes of `areas`; no codes of None."""
    return [area.code for area in areas or ()]
