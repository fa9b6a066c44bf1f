"""Journeys to work from or to one place: the areas at the other end, and lines to the largest of them."""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from dash import html
from dash.development.base_component import Component

from dashboard.components.map_panel import MapLegend, MapValues, map_data, map_legend, map_panel
from dashboard.components.region_map import map_ratio, map_url
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.flows import SMALLEST_FLOW, Flows, commuter_balance, flows
from dashboard.exports.travel.journeys import end_name
from dashboard.methods.maps.classify import Classes, classify
from dashboard.site import Site
from dashboard.statements import commuting_words as words

MAP = "commuting"
LINES = 30
LISTED = 12
WIDEST = 9.0  # pixels
_CENTRES = (
    "SELECT s.area_code, s.cx, s.cy FROM shapes AS s JOIN membership AS m ON m.area_code = s.area_code "
    "WHERE m.within = ? AND s.level = ?"
)


@dataclass(frozen=True)
class Journeys:
    """The journeys of those who live in `place` (`outward`) or of those who work there."""

    site: Site
    region: Area
    place: Area
    outward: bool

    @cached_property
    def flows(self) -> Flows:
        """The flows that may be shown."""
        return flows(self.site.store, self.place.code, self.place.level, self.outward)

    @cached_property
    def areas(self) -> list[Area]:
        """The areas of the region of the same size as the place."""
        return self.site.geography.members(self.region.code, self.place.level)

    @cached_property
    def classes(self) -> Classes:
        """The classes of the flows from or to the other areas; the place itself is left out."""
        return classify([float(self._flow(area) or "nan") for area in self.areas])

    def _flow(self, area: Area) -> int:
        return 0 if area == self.place else self.flows.shown.get(area.code, 0)

    def name_of(self, code: str) -> str:
        """The name of the other end of a flow."""
        if code == self.place.code:
            return words.here(self.place.name)
        return end_name(self.site, code)


def commuting_map(found: Journeys, legend: Component) -> html.Figure:
    """The map, its Store called MAP; `legend` is the part that holds `commuting_legend`."""
    return map_panel(MAP, commuting_data(found), legend, map_ratio(found.site, found.region))


def commuting_data(found: Journeys) -> dict:
    """The content of the map's Store."""
    member = zip(found.areas, found.classes.member, strict=True)
    figures = {
        area.code: words.flow(found.flows.shown[area.code])
        if area.code in found.flows.shown
        else words.suppressed_flow(SMALLEST_FLOW)
        for area in found.areas
    }
    return map_data(
        map_url(found.region, found.place.level),
        MapValues(
            {area.code: -1 if number is None else number for area, number in member},
            figures,
            None,
            [found.place.code],
        ),
        title=words.flow_title(found.place.name, found.outward),
        summary=words.flow_summary(found.flows.total, found.flows.at_home, SMALLEST_FLOW),
    )


def commuting_legend(found: Journeys) -> Component:
    """The classes of the map."""
    ranges = []
    for number, count in enumerate(found.classes.counts):
        inside = [
            found.flows.shown[area.code]
            for area, at in zip(found.areas, found.classes.member, strict=True)
            if at == number
        ]
        low, high = min(inside), max(inside)
        ranges.append((f"{low:,}" if low == high else f"{low:,} to {high:,}", count))
    return html.Div([map_legend(MapLegend(words.FLOW_UNIT, ranges)), html.P(words.hatched(SMALLEST_FLOW))])


def commuting_lines(found: Journeys) -> html.Div:
    """Lines to the largest flows, drawn over the map by assets/neighbourhoods.js, which goes there."""
    rows = found.site.store.rows(_CENTRES, [found.region.code, found.place.level])
    centres = {code: (x, y) for code, x, y in rows}
    ends = [code for code in found.flows.shown if code in centres and code != found.place.code][:LINES]
    most = max((found.flows.shown[code] for code in ends), default=1)
    x0, y0 = centres.get(found.place.code, (0, 0))
    lines = "".join(
        f'<line class="flow" x1="{x0}" y1="{y0}" x2="{centres[code][0]}" y2="{centres[code][1]}" '
        f'stroke-width="{max(WIDEST * sqrt(found.flows.shown[code] / most), 1):.1f}"/>'
        for code in reversed(ends)
    )
    # The flows of a district reach the whole region; those of a small area would be a speck in it.
    near = " ".join(sorted((found.place.code, *ends))) if found.place.level == "msoa" else ""
    moved = {"data-fit": near, "data-fit-map": MAP}
    return html.Div(hidden=True, **{"data-over": MAP, "data-markup": lines, **moved})


def commuting_table(found: Journeys) -> html.Div:
    """The largest flows, those to places outside the region too."""
    rows = [[found.name_of(code), f"{people:,}"] for code, people in list(found.flows.shown.items())[:LISTED]]
    caption = words.flow_title(found.place.name, found.outward)
    return data_table(["Place", "People"], rows, caption)


def balance_table(site: Site, region: Area) -> html.Div:
    """Who stays, goes and comes, and who works at home: the region as one place, then each district."""
    districts = site.geography.members(region.code, "district")
    places = [(region.name, districts), *((area.name, [area]) for area in districts)]
    rows = []
    for name, parts in places:
        found = commuter_balance(site.store, [area.code for area in parts])
        cells = (found.stay, found.out, found.into, found.at_home)
        rows.append([name, *(words.balance_cell(people, SMALLEST_FLOW) for people in cells)])
    return data_table([*words.BALANCE_HEAD], rows, words.BALANCE)
