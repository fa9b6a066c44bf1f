"""Shown: which figures a page shows, so that a frozen view of it keeps them."""

from collections.abc import Callable, Iterator

from dashboard.address.address import Address
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND
from dashboard.record.kinds import Held
from dashboard.site import Site

Shown = Iterator[tuple[Indicator, list[str]]]
FIRST = 4  # of a theme without main indicators, on the overview and in a comparison as it opens


def figures(site: Site, address: Address) -> tuple[Held, ...]:
    """The newest figures that the page at `address` shows; none for a page of other things."""
    found = []
    for indicator, codes in _shown(site, address):
        observations = site.observations(indicator)
        latest = [observations.latest(code) for code in dict.fromkeys(codes)]
        found += [Held(item.area_code, item.period, item.value, indicator.id) for item in latest if item]
    return tuple(found)


def _shown(site: Site, address: Address) -> Shown:
    return _PAGES.get(address.page.PATH, _nothing)(site, address)


def _nothing(site: Site, address: Address) -> Shown:
    return iter(())


def _indicator(site: Site, address: Address) -> Shown:
    """The region, what it is made of, the places compared and England."""
    yield address.indicator, [*_inside(site, address), *_codes(address.values.get("places")), ENGLAND]


def _overview(site: Site, address: Address) -> Shown:
    for theme in site.themes:
        inside = site.in_theme(theme)
        yield from _panels(site, address, [item for item in inside if item.headline] or inside[:FIRST])


def _theme(site: Site, address: Address) -> Shown:
    """Its panels, and every district of the one on the map."""
    inside = site.in_theme(address.theme)
    yield from _panels(site, address, [item for item in inside if item.name != address.map])
    for item in (item for item in inside if item.name == address.map):
        yield item, [*_inside(site, address), ENGLAND]


def _panels(site: Site, address: Address, indicators: list[Indicator]) -> Shown:
    """The region beside England; where it has no figure of its own, its districts."""
    for item in indicators:
        own = site.observations(item).latest(address.region.code)
        yield item, [*([address.region.code] if own else _inside(site, address)), ENGLAND]


def _place(site: Site, address: Address) -> Shown:
    region = site.geography.region_of(address.place.code)
    for item in site.indicators.values():
        yield item, [address.place.code, *([region.code] if region else []), ENGLAND]


def _compare(site: Site, address: Address) -> Shown:
    first = [address.region, *site.geography.members(address.region.code)[:FIRST]]
    codes = [*_codes(address.places or first), ENGLAND]
    for item in site.indicators.values():
        if item.theme == address.theme or (address.theme not in site.themes and item.headline):
            yield item, codes


def _inside(site: Site, address: Address) -> list[str]:
    """The region, its counties and its districts."""
    region = address.region.code
    return [region, *_codes(site.geography.places(region))]


def _codes(areas) -> list[str]:
    return [area.code for area in areas or ()]


_PAGES: dict[str, Callable[[Site, Address], Shown]] = {
    "/": _overview,
    "/theme/<theme>": _theme,
    "/place/<place>": _place,
    "/compare": _compare,
    "/indicator/<theme>/<name>": _indicator,
}
