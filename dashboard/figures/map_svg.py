"""A map as data for the page to draw, and as a finished SVG for print."""

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas

# Government Analysis Function sequential blues (its three, and two lighter tints of the same), low to high.
BLUES = ("#d9e8f6", "#a6cbec", "#6bace6", "#2073bc", "#12436d")
NO_FIGURE = "#ffffff"
MARGIN = 0.015  # of the longer side, so that the outer border is not cut


def map_document(shapes: "pandas.DataFrame", outline: "pandas.DataFrame") -> dict:
    """What assets/map.js needs to draw a level: {"viewBox": [x, y, w, h], "areas": [...], "outline": [...]}.

    Both tables hold area_code, name, path, xmin, ymin, xmax, ymax, cx, cy in units of 10 m.
    An area or outline is [code, name, path, cx, cy, width]. Raises ValueError where there is no area to draw;
    the outline may be empty.
    """
    if shapes.empty:
        raise ValueError("map_document: no shapes for this region and level: offer another level")
    return {"viewBox": _view_box(shapes), "areas": _drawables(shapes), "outline": _drawables(outline)}


def map_svg(document: Mapping, classes: Mapping[str, int], title: str, summary: str) -> str:
    """The whole map as one SVG for a page on paper: colours written in, nothing to run.

    `classes` gives each code its class 0 to 4; a code that is missing or -1 has no figure and is hatched.
    """
    areas = "".join(_filled(area[2], classes.get(area[0], -1)) for area in document["areas"])
    outline = "".join(f'<path d="{line[2]}"/>' for line in document["outline"])
    view_box = " ".join(map(str, document["viewBox"]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(summary)}</desc>{_hatching(document)}"
        f'<g fill-rule="evenodd" stroke="#fff" stroke-width="{_unit(document) * 0.6:.1f}">{areas}</g>'
        f'<g fill="none" stroke="#28323c" stroke-width="{_unit(document):.1f}">{outline}</g></svg>'
    )


def _view_box(shapes: "pandas.DataFrame") -> list[int]:
    left, top = shapes.xmin.min(), shapes.ymin.min()
    width, height = shapes.xmax.max() - left, shapes.ymax.max() - top
    margin = round(max(width, height) * MARGIN)
    return [int(n) for n in (left - margin, top - margin, width + 2 * margin, height + 2 * margin)]


def _drawables(shapes: "pandas.DataFrame") -> list[list]:
    columns = [shapes[name] for name in ("area_code", "name", "path", "cx", "cy")]
    columns.append(shapes.xmax - shapes.xmin)
    return [list(row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _filled(path: str, number: int) -> str:
    fill = BLUES[number] if number >= 0 else "url(#none)"
    return f'<path d="{path}" fill="{fill}"/>'


def _unit(document: Mapping) -> float:
    """About one pixel of a map printed 600 pixels wide."""
    return max(document["viewBox"][2:]) / 600


def _hatching(document: Mapping) -> str:
    side = _unit(document) * 6
    return (
        f'<defs><pattern id="none" width="{side:.1f}" height="{side:.1f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="100%" height="100%" fill="{NO_FIGURE}"/>'
        f'<rect width="{side / 4:.1f}" height="100%" fill="#8a96a3"/></pattern></defs>'
    )
