"""A map that can be read, walked with the keyboard, zoomed and recoloured, any number of times on a page.

assets/map.js draws from the JSON at `url` (charts/map_svg.py::map_document). What changes with an indicator
(classes, figures, links, selection) stands in the drawing's attribute data-map; a new value only recolours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.markup import with_fallback
from dashboard.components.parts import written
from dashboard.statements.map_words import areas_counted, no_figure

HINT = "Point at or tap an area, or use the arrow keys, to read its figure."


@dataclass(frozen=True)
class MapValues:
    """What is painted, by area code: `classes` 0 to 4 (-1 or none: no figure), `figures` in words ("72.1%").

    `href` is the address an area leads to, with `{code}` where its code goes, or None: then Enter and click
    put {"code": ..., "selected": [...]} into the Store `picked_id(id)`. `selected` areas get a thick outline.
    """

    classes: Mapping[str, int]
    figures: Mapping[str, str]
    href: str | None = None
    selected: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True)
class MapLegend:
    """`ranges` from low to high, each its words and number of areas; `without`: areas with no figure, and
    `why` they have none, in a few words. `ends` are said of the first and the last: "worse", "better"."""

    unit: str
    ranges: Sequence[tuple[str, int]]
    without: int = 0
    why: str = ""
    ends: tuple[str, str] = ("", "")


def data_id(id: str) -> dict[str, str]:
    """Id of a map's drawing: write `written(map_data(...))` to its data-map to recolour it."""
    return {"map-data": id}


def picked_id(id: str) -> dict[str, str]:
    """Id of the Store that says which area was picked last, where areas lead nowhere."""
    return _part(id, "picked")


def map_data(url: str, values: MapValues, *, title: str, summary: str) -> dict:
    """What a map is painted from; `title` and `summary`, a sentence, are for all who cannot see it."""
    return {"url": url, "title": title, "summary": summary, **vars(values)}


def map_panel(id: str, data: dict, legend: MapLegend | Component, ratio: float = 1.25) -> html.Figure:
    """One map, painted from `data` (see map_data).

    Where another callback repaints the legend, pass the component that holds `map_legend(...)`. `ratio` is
    width to height of the map's space: that of the document's viewBox leaves no empty ground.
    """
    return html.Figure(
        [
            html.Div([_readout(id), _zoom_buttons()], className="map-bar"),
            _canvas(id, ratio, data),
            html.Figcaption(map_legend(legend) if isinstance(legend, MapLegend) else legend),
            dcc.Store(id=picked_id(id)),
        ],
        className="map",
    )


def map_legend(legend: MapLegend) -> html.Div:
    """The classes as swatches with range and number of areas; the hatching of no figure if it occurs."""
    last = len(legend.ranges) - 1
    said = {0: legend.ends[0], last: legend.ends[1]} if last > 0 else {}
    items = [
        _class(f"map-{number}", *words, end=said.get(number, ""))
        for number, words in enumerate(legend.ranges)
    ]
    few = f" map-of-{len(items)}"  # fewer than five classes are given colours further apart, by map.css
    if legend.without:
        items.append(_class("map-none", no_figure(legend.why), legend.without))
    unit = html.Span(legend.unit, className="map-legend-unit")
    return html.Div([unit, html.Ul(items, className=f"map-legend{few}")])


def _part(id: str, role: str) -> dict[str, str]:
    return {"map-data": id, "role": role}


def _readout(id: str) -> html.P:
    return html.P(id=_part(id, "readout"), className="map-readout map-readout-hint", **{"data-hint": HINT})


def _canvas(id: str, ratio: float, data: dict) -> html.Div:
    # No children: what map.js puts here is not React's to tidy away.
    style = {"aspectRatio": f"{ratio:.2f}"}
    canvas = html.Div(
        id=data_id(id),
        className="map-canvas",
        style=style,
        **{"data-state": "loading", "data-map": written(data)},
    )
    return with_fallback(canvas, data)


def _zoom_buttons() -> html.Div:
    return html.Div(
        [
            _zoom_button("in", "+", "Zoom in"),
            _zoom_button("out", "−", "Zoom out"),
            _zoom_button("all", "Whole region", "Show the whole region"),
        ],
        className="map-zoom-buttons",
    )


def _zoom_button(action: str, text: str, name: str) -> html.Button:
    return html.Button(text, type="button", title=name, **{"data-map-zoom": action, "aria-label": name})


def _class(name: str, words: str, count: int, end: str = "") -> html.Li:
    return html.Li(
        [
            html.Span(className=f"map-swatch {name}", **{"aria-hidden": "true"}),
            html.Span([words, html.Strong(f" {end}")] if end else words, className="map-range"),
            html.Span(areas_counted(count), className="map-count"),
        ]
    )
