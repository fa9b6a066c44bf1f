"""What scripts draw, drawn on the server: charts as printed, maps with our classes, tables.

Colours are those of the styles, so that a drawing follows the page's scheme.
"""

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from itertools import count

import orjson

from dashboard.address.parameters import region_code
from dashboard.charts import map_geometry as maps
from dashboard.charts.mapped import LEVELS
from dashboard.charts.svg.drawing import chart_svg, css_colour
from dashboard.components.chart import Drawn
from dashboard.site import Site

# In points of 0.68 pixels on a wide screen: words of 8 points are then as large as plotly's.
_WIDE, _NARROW, _SCALE = 540.0, 250.0, 0.68
MOST_PATHS = (
    60_000  # characters: a map with more is drawn by the browser only, its figures stand in the table
)
_TABLE = re.compile(r'(<div[^>]* data-table="([^"]*)"[^>]*>)</div>')
_URL = re.compile(r"/maps/([^/]+)/(\w+)\.json")


def drawer(site: Site) -> Callable[[object], str]:
    """A function that gives the drawing of a chart or a map as HTML."""

    numbers = count()  # two maps of a page share no id

    def draw(fallback: object) -> str:
        return (
            _chart(fallback)
            if isinstance(fallback, Drawn)
            else _map(site, fallback, f"hatch-{next(numbers)}")
        )

    return draw


def with_tables(page: str) -> str:
    """`page` with the tables of its charts, which chart.js else makes of data-table when they are opened."""
    return _TABLE.sub(lambda found: f"{found[1]}{_table(orjson.loads(unescape(found[2])))}</div>", page)


def _chart(drawn: Drawn) -> str:
    """Twice, for words shrink with a drawing: a phone has its own."""
    high = drawn.height * _SCALE
    sizes = {"drawn-wide": (_WIDE, high), "drawn-narrow": (_NARROW, high)}
    drawings = {name: chart_svg(drawn.chart, *size, css_colour)[0] for name, size in sizes.items()}
    style = f"height:{drawn.height}px"
    return "".join(
        f'<div class="served-face {name}" style="{style}">{svg}</div>' for name, svg in drawings.items()
    )


def _table(content: Mapping) -> str:
    head = "".join(
        f'<th scope="col"{_number(at)}>{escape(cell)}</th>' for at, cell in enumerate(content["header"])
    )
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in content["rows"])
    caption = escape(content["caption"])
    return (
        f'<div class="table-wrap" tabindex="0" role="region" aria-label="{caption}"><table class="table">'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cells(row: list[str]) -> str:
    first, *rest = map(escape, row)
    return f'<th scope="row">{first}</th>' + "".join(f'<td class="number">{cell}</td>' for cell in rest)


def _number(at: int) -> str:
    return ' class="number"' if at else ""


def _map(site: Site, data: Mapping, hatch: str) -> str:
    """The map of `data` (components.map_panel.map_data), each area that leads somewhere a link."""
    found = _URL.fullmatch(data["url"])
    shapes = _shapes(site, found[1], found[2]) if found and found[2] in LEVELS else None
    if shapes is None:
        return ""
    areas = "".join(_area(area, data) for area in shapes["areas"])
    outline = "".join(line[2] for line in shapes["outline"])
    box = " ".join(map(str, shapes["viewBox"]))
    # A group, not a picture: what it holds are links.
    return (
        f'<svg class="map-svg served-face" viewBox="{box}" role="group" aria-label="{escape(data["title"])}" '
        f'style="--map-hatch:url(#{hatch})"><desc>{escape(data["summary"])}</desc>'
        f'<defs><pattern id="{hatch}" class="map-hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect width="6" height="6"/><path d="M0 0h2v6h-2z"/></pattern></defs>'
        f'<g class="map-areas">{areas}</g><g class="map-borders"><path class="map-casing" d="{outline}"/>'
        f'<path class="map-outline" d="{outline}"/></g></svg>'
    )


def _shapes(site: Site, region: str, level: str) -> dict | None:
    """The map document of a level, or None where it is too much for a page."""

    def read() -> dict | None:
        document = maps.geometry(site, region_code(site, region), level)
        drawn = sum(len(item[2]) for item in (*document["areas"], *document["outline"]))
        return document if drawn <= MOST_PATHS else None

    return site.store.remember(("drawn map", region, level), read)


def _area(area: list, data: Mapping) -> str:
    code, name, path = area[:3]
    number = data["classes"].get(code, -1)
    painted = f"map-{number}" if 0 <= number <= 4 else "map-none"
    sentence = escape(f"{name}: {data['figures'].get(code) or 'no figure'}")
    if not data["href"]:
        return f'<path class="map-area {painted}" d="{path}"><title>{sentence}</title></path>'
    href = escape(data["href"].replace("{code}", code))
    return f'<a href="{href}" aria-label="{sentence}"><path class="map-area {painted}" d="{path}"/></a>'
