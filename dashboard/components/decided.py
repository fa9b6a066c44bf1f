"""The decisions that concern an indicator or a place, each as a link: the office's only, as the record is."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.record_port import Decided
from dashboard.site import Site


def decided(site: Site, address: Address) -> list[Decided]:
    """The decisions of the region, up to the day looked at."""
    day = address.as_of or datetime.now(UTC).date()
    return [item for item in site.record.decisions(day) if item.region == address.region.code]


def decided_about(site: Site, address: Address, indicator: str = "", place: str = "") -> list[Decided]:
    """Those of them that concern `indicator`, or `place`."""
    return [item for item in decided(site, address) if indicator in item.about or place in item.places]


def decided_line(address: Address, found: list[Decided]) -> html.P | None:
    """ "Decided: Extend the fares cap (1 May 2026)."; None where nothing is."""
    if not found:
        return None
    parts: list = ["Decided: "]
    for number, item in enumerate(found):
        name = dcc.Link(item.title, href=link(f"/decision/{item.id}", address.region))
        parts += [", " if number else "", name, f" ({day_words(item.day)})"]
    return html.P([*parts, "."], className="decided-line")
