"""Where casualties happened: neighbourhoods by number, or places as dots. Small numbers are kept apart."""

from math import sqrt

from dash import html
from dash.development.base_component import Component

from dashboard.components.map_panel import MapLegend, MapValues, map_data, map_legend, map_panel
from dashboard.components.region_map import map_ratio, map_url
from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import containers, inside
from dashboard.methods.maps.classify import Classes, classify
from dashboard.pages.events import words
from dashboard.pages.events.choice import Casualties
from dashboard.pages.events.grid import on_the_map

MAP = "events"
MOST_AREAS = 6
LARGEST_DOT = 90  # radius of the largest dot in units of the map (10 m)


def events_map(found: Casualties, legend: Component) -> html.Figure:
    """The map, its Store called MAP; `legend` is the part that holds `events_legend`."""
    return map_panel(MAP, events_data(found), legend, map_ratio(found.site, found.region))


def events_data(found: Casualties) -> dict:
    """The content of the map's Store."""
    counted, chosen = found.counted, found.chosen
    who = words.who(chosen.severity, chosen.mode, chosen.age)
    title = words.headline(counted.total, who, found.place.name, chosen.since, chosen.until)
    if found.points:
        districts = found.site.geography.members(found.region.code)
        values = MapValues(
            {area.code: 0 for area in districts if area.code in chosen.districts},
            {area.code: f"{counted.districts.get(area.code, 0):,} casualties" for area in districts},
        )
        summary = squares_said(found)
        return map_data(map_url(found.region, "district"), values, title=title, summary=summary)
    areas, classes = _classed(found)
    names = containers(found.site.store, found.region.code)
    figures = {
        area.code: _readout(counted.areas.get(area.code, 0), names.get(area.code, {})) for area in areas
    }
    member = dict(zip((area.code for area in areas), classes.member, strict=True))
    return map_data(
        map_url(found.region, "lsoa"), MapValues(member, figures), title=title, summary=words.SMALL_NUMBERS
    )


def events_legend(found: Casualties) -> Component:
    """The classes of the map, or what the dots stand for."""
    if found.points:
        return html.P(squares_said(found), className="map-range legend-dots")
    areas, classes = _classed(found)
    ranges = []
    for number, count in enumerate(classes.counts):
        inside_it = [
            found.counted.areas.get(area.code, 0)
            for area, at in zip(areas, classes.member, strict=True)
            if at == number
        ]
        ranges.append((words.range_words(min(inside_it), max(inside_it)), count))
    return map_legend(MapLegend("casualties in the neighbourhood, in the whole period", ranges))


def events_dots(found: Casualties) -> html.Div:
    """The dots, drawn over the map by assets/neighbourhoods.js; nothing where areas are shown."""
    drawn = [square for square in found.counted.squares if square[2] >= words.FEW_CASUALTIES]
    largest = max((number for *_, number in drawn), default=1)
    places = on_the_map([lon for lon, _, _ in drawn], [lat for _, lat, _ in drawn])
    sizes = [LARGEST_DOT * sqrt(number / largest) for *_, number in drawn]
    dots = "".join(
        f'<circle class="event-dot" cx="{x:.0f}" cy="{y:.0f}" r="{size:.0f}"/>'
        for (x, y), size in zip(places, sizes, strict=True)
    )
    level = "district" if found.points else "lsoa"
    fit = sorted(inside(found.site.store, found.district.code, level)) if found.district else []
    moved = {"data-fit": " ".join(fit), "data-fit-map": MAP}
    return html.Div(hidden=True, **{"data-over": MAP, "data-markup": dots, **moved})


def most(found: Casualties) -> list[tuple[str, str, str, int]]:
    """(code, ward, name, casualties) of the neighbourhoods with most; none with fewer than FEW."""
    areas, _ = _classed(found)
    names = containers(found.site.store, found.region.code)
    ordered = sorted(areas, key=lambda area: -found.counted.areas.get(area.code, 0))[:MOST_AREAS]
    return [
        (area.code, names.get(area.code, {}).get("ward", ""), area.name, found.counted.areas[area.code])
        for area in ordered
        if found.counted.areas.get(area.code, 0) >= words.FEW_CASUALTIES
    ]


def squares_said(found: Casualties) -> str:
    """What the dots stand for, in words."""
    drawn = [number for *_, number in found.counted.squares if number >= words.FEW_CASUALTIES]
    return words.squares(sum(drawn), len(drawn), found.counted.total - sum(drawn))


def _classed(found: Casualties) -> tuple[list[Area], Classes]:
    """The neighbourhoods looked at, and the classes of their numbers."""
    areas = found.site.geography.members(found.region.code, "lsoa")
    if found.district:
        held = inside(found.site.store, found.district.code, "lsoa")
        areas = [area for area in areas if area.code in held]
    numbers = [found.counted.areas.get(area.code, 0) for area in areas]
    # Numbers that are not told apart in words are not told apart by colour either.
    return areas, classify([1 if 0 < number < words.FEW_CASUALTIES else number for number in numbers])


def _readout(number: int, names: dict[str, str]) -> str:
    text = words.casualties(number)
    return f"{text} – {names['ward']} ward" if "ward" in names else text
