"""Where a place is in its region: a small map that picks it out and leads to the other districts."""

from dash import html

from dashboard.address.address import link
from dashboard.components.map_panel import MapValues, map_data, map_panel
from dashboard.components.region_map import map_ratio, map_url
from dashboard.datastore.areas import Area
from dashboard.pages.place.about_words import population
from dashboard.site import Site

PLACE, OTHER = 3, 0  # classes of the map's palette


def locator(site: Site, place: Area, region: Area) -> html.Div | None:
    """The map of the city region that `place` is in, or None for a place in none.

    `region` is the one being looked from: links keep it.
    """
    data = locator_data(site, place, region)
    if data is None:
        return None
    within = site.geography.region_of(place.code)
    legend = html.P(f"{place.name} in {within.name}. Choose a district to go to it.", className="note")
    panel = map_panel("locator", data, legend, max(map_ratio(site, within), 1.1))
    return html.Div(panel, className="card locator")


def locator_data(site: Site, place: Area, region: Area) -> dict | None:
    """What the Store of the locator holds; arguments as locator."""
    within = site.geography.region_of(place.code)
    if within is None:
        return None
    districts = site.geography.members(within.code)
    mine = {place.code, *[area.code for area in site.geography.members(place.code)]}
    classes = {area.code: PLACE if area.code in mine else OTHER for area in districts}
    figures = {area.code: population(site, area) or area.level for area in districts}
    href = link("/place/", region).replace("/place/", "/place/{code}")
    return map_data(
        map_url(within, "district"),
        MapValues(classes, figures, href, sorted(mine & classes.keys())),
        title=f"{place.name} in {within.name}",
        summary=f"A map of the districts of {within.name} with {place.name} picked out.",
    )
