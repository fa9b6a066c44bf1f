"""A map as data for the page to draw, and as a finished SVG for print."""

from collections.abc import Collection, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

from dashboard.charts.svg.map_labels import Label, placed, reach

# Government Analysis Function sequential blues (its three, and two lighter tints of the same), low to high.
BLUES = ("#d9e8f6", "#a6cbec", "#6bace6", "#2073bc", "#12436d")
# Fewer than five classes span the whole ramp, as on the screen (assets/map.css): pale steps look alike.
_FEW = {1: (2,), 2: (1, 4), 3: (0, 2, 4), 4: (0, 2, 3, 4)}
NO_FIGURE = "#ffffff"
MOST_ALL_NAMED = 15  # areas that all have their names, beside the map where they have no room
MOST_SOME_NAMED = 150  # areas of which those are named that are wide enough
NAME_SIZE = 12.0  # the size of their letters on a map 600 wide
MARGIN = 0.015  # of the longer side, so that the outer border is not cut


class Shape(NamedTuple):
    """An area's outline as SVG path data, its bounds and where its label goes, in units of 10 m."""

    area_code: str
    name: str
    path: str
    xmin: int
    ymin: int
    xmax: int
    ymax: int
    cx: int
    cy: int


def map_document(shapes: Sequence[Shape], outline: Sequence[Shape]) -> dict[str, Any]:
    """What assets/map.js needs to draw a level: {"viewBox": [x, y, w, h], "areas": [...], "outline": [...]}.

    An area or outline is [code, name, path, cx, cy, width]. Raises ValueError where there is no area to draw;
    the outline may be empty.
    """
    if not shapes:
        raise ValueError("map_document: no shapes for this region and level: offer another level")
    return {"viewBox": _view_box(shapes), "areas": drawables(shapes), "outline": drawables(outline)}


def ramp(classes: int) -> tuple[str, ...]:
    """The colours of a map of this many classes, 0 to 5, low to high."""
    return tuple(BLUES[step] for step in _FEW.get(classes, range(classes)))


def map_svg(
    document: Mapping[str, Any],
    classes: Mapping[str, int],
    colours: Sequence[str],
    title: str,
    summary: str,
    names: float = NAME_SIZE,
    around: Sequence[Sequence[Any]] = (),
    always: Collection[str] = (),
) -> str:
    """The whole map as one SVG for a page on paper: colours written in, nothing to run.

    `classes` gives each code its place in `colours`; a code missing or at -1 has no figure and is hatched.
    `names` is the size of names where the map is 600 wide: of its areas where they are few (beside the map
    where they have no room), else of the larger ones `around` them (wards, districts: outlined, and named
    where there is room). The areas whose codes are in `always` are named in any case.
    """
    fills = {-1: "url(#none)"} | dict(enumerate(colours))
    areas = "".join(
        f'<path d="{escape(area[2])}" fill="{fills[classes.get(area[0], -1)]}"/>'
        for area in document["areas"]
    )
    few = len(document["areas"]) <= MOST_ALL_NAMED
    outline = "".join(
        f'<path d="{escape(line[2])}"/>' for line in (*document["outline"], *(() if few else around))
    )
    shown = around if around and not few else document.get("named", document["areas"])
    size, box = _unit(document) * names, document["viewBox"]
    labels = placed(shown, size, box, few, always) if len(shown) <= MOST_SOME_NAMED else []
    named = _names(document, labels, names) if labels else ""
    view_box = " ".join(f"{edge:.0f}" for edge in reach(labels, size, box))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(summary)}</desc>{_hatching(document)}"
        f'<g fill-rule="evenodd" stroke="#fff" stroke-width="{_unit(document) * 0.6:.1f}">{areas}</g>'
        f'<g fill="none" stroke="#28323c" stroke-width="{_unit(document):.1f}">{outline}</g>{named}</svg>'
    )


def ratio(svg: str) -> float:
    """The width of a map by its height, with the names beside it."""
    _, _, width, height = map(float, svg.split('viewBox="', 1)[1].split('"', 1)[0].split())
    return width / height


def letters_of(svg: str, high: float) -> float:
    """How large the names of a map are where it is drawn `high`, in the same unit; 0 without names."""
    if 'font-size="' not in svg:
        return 0.0
    size = float(svg.split('font-size="', 1)[1].split('"', 1)[0])
    return size * high / float(svg.split('viewBox="', 1)[1].split('"', 1)[0].split()[3])


def _view_box(shapes: Sequence[Shape]) -> list[int]:
    left, top = min(shape.xmin for shape in shapes), min(shape.ymin for shape in shapes)
    width, height = max(shape.xmax for shape in shapes) - left, max(shape.ymax for shape in shapes) - top
    margin = round(max(width, height) * MARGIN)
    return [left - margin, top - margin, width + 2 * margin, height + 2 * margin]


def drawables(shapes: Sequence[Shape]) -> list[list[Any]]:
    """Each shape as [code, name, path, cx, cy, width]."""
    return [
        [item.area_code, item.name, item.path, item.cx, item.cy, item.xmax - item.xmin] for item in shapes
    ]


def _names(document: Mapping[str, Any], labels: Sequence[Label], letters: float) -> str:
    """The names of areas, on them or beside the map, in dark letters with a white edge for any blue."""
    size = _unit(document) * letters
    lines = [
        f'<text x="{label.x:.0f}" y="{label.first(size) + at * size:.0f}">{escape(line)}</text>'
        for label in labels
        for at, line in enumerate(label.lines)
    ]
    return _lines_to(labels, _unit(document)) + (
        f'<g font-family="Source Sans 3" font-weight="600" font-size="{size:.1f}" text-anchor="middle" '
        f'fill="#14202b" stroke="#fff" stroke-width="{size / 3:.1f}" stroke-linejoin="round" '
        f'paint-order="stroke">{"".join(lines)}</g>'
    )


def _lines_to(labels: Sequence[Label], unit: float) -> str:
    """From each name beside the map a thin line to its area, on a white edge, and a dot where it ends."""
    found = []
    for label in labels:
        if label.to:
            x, y = label.to
            start = label.x + (label.wide / 2 + 2 * unit) * (1 if label.x < x else -1)
            found.append((f"M{start:.0f} {label.y:.0f}L{x:.0f} {y:.0f}", x, y))
    if not found:
        return ""
    path = "".join(line for line, _, _ in found)
    dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{3 * unit:.1f}"/>' for _, x, y in found)
    return (
        f'<g fill="none"><path d="{path}" stroke="#fff" stroke-width="{3 * unit:.1f}"/>'
        f'<path d="{path}" stroke="#14202b" stroke-width="{unit:.1f}"/></g>'
        f'<g fill="#14202b" stroke="#fff" stroke-width="{unit:.1f}">{dots}</g>'
    )


def _unit(document: Mapping[str, Any]) -> float:
    """About one pixel of a map printed 600 pixels wide."""
    return float(max(document["viewBox"][2:])) / 600


def _hatching(document: Mapping[str, Any]) -> str:
    side = _unit(document) * 6
    return (
        f'<defs><pattern id="none" width="{side:.1f}" height="{side:.1f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="100%" height="100%" fill="{NO_FIGURE}"/>'
        f'<rect width="{side / 4:.1f}" height="100%" fill="#8a96a3"/></pattern></defs>'
    )
