"""Which frame an address means: that of a page of ours, or one that is named outright."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import known_area, one_of, region_code
from dashboard.address.query_params import BadAddress, as_of
from dashboard.components.frame.document import PRODUCT
from dashboard.components.frame.shell import document_title
from dashboard.datastore.areas import CHOSEN
from dashboard.site import Site
from dashboard.web.embeds.document import THEMES
from dashboard.web.security_headers import EMBED

PHONE = 500  # pixels
_INDICATOR, _PLACE = "/indicator/<theme>/<name>", "/place/<place>"


@dataclass(frozen=True)
class Embed:
    """A frame: its `address` on this site and its title, how wide and high it is where there is room, and how
    high on a phone."""

    address: str
    title: str
    width: int = 640
    height: int = 760
    narrow: int = 960

    def size(self, width: int, height: int) -> tuple[int, int]:
        """Its width and height within those."""
        wide = min(self.width, width)
        return wide, min(self.height if wide >= PHONE else self.narrow, height)


def of_page(site: Site, address: Address) -> Embed | None:
    """The frame of a page: an indicator's chart, what stands out in a place; None for another page."""
    day = address.as_of.isoformat() if address.as_of else None
    title = document_title(site, address).removesuffix(f" – {PRODUCT}")
    if address.page.path == _INDICATOR:
        return Embed(link(f"{EMBED}{address.indicator.id}", address.region, as_of=day), title)
    if address.page.path == _PLACE:
        where = link(f"{EMBED}place/{address.place.code}", address.region, as_of=day)
        return Embed(where, title, height=640)
    return None


def of_frame(site: Site, path: str, query: str) -> Embed:
    """The frame that stands at `path` and `query` itself. Raises BadAddress where there is none."""
    kind, _, rest = path.removeprefix(EMBED).partition("/")
    given = dict(parse_qsl(query))
    region = region_code(site, given.get("region"))
    day = as_of(given.get("as_of"))
    more = {"as_of": day and day.isoformat(), "theme": one_of(THEMES, None)(site, region, given.get("theme"))}
    if kind == "place":
        place = known_area(site, rest)
        return Embed(link(path, region, **more), f"What stands out in {place.name}", height=640)
    figure = kind == "figure"
    name = rest if figure else f"{kind}/{rest}"
    if name not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{name[:90]}”.")
    place = known_area(site, given["place"], CHOSEN) if figure and given.get("place") else None
    title = f"{site.indicators[name].title}, {(place or region).name}"
    where = link(path, region, place=place and place.code, **more)
    return Embed(where, title, height=340, narrow=520) if figure else Embed(where, title)
