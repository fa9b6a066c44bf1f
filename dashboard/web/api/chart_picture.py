"""/picture/<theme>/<name>.png: an indicator's chart as messengers and social sites show it beside a link."""

from flask import Flask, Response, abort, request

from dashboard.address.parameters import region_code
from dashboard.address.query_params import EVERY_PAGE_PARAMETERS, allow_only
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.selection import Selection
from dashboard.charts.svg.drawing import chart_svg
from dashboard.charts.trend import trend
from dashboard.datastore.areas import Area
from dashboard.site import Site, SiteKeeper
from dashboard.web.file_cache import FileCache
from dashboard.web.responses import cached_response, known_indicator, known_then

WIDE, HIGH = 1200, 630  # pixels, as Open Graph's readers ask for
_POINTS = 0.38  # of a pixel: words of 8 points are then read on a phone


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the route to the public's `server`: nobody shows a picture of an address that is not open."""
    if keeper.current().settings.audience != "public":
        return
    files = FileCache()

    @server.get("/picture/<theme>/<name>.png")
    def picture(theme: str, name: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS)
        site = known_then(keeper.current())
        indicator = known_indicator(site, theme, name)
        region = region_code(site, request.args.get("region"))
        key = ("picture", site.edition, indicator.id, region.code, site.as_of)
        drawn = files.get(key, lambda: chart_picture(site, indicator, region) or b"")
        if not drawn:
            abort(404, f"“{indicator.title}” has no figures to draw.")
        return cached_response(site, "image/png", lambda: drawn)


def chart_picture(site: Site, indicator: Indicator, region: Area) -> bytes | None:
    """The trend of `indicator` in `region` as a PNG on white; None where nothing can be drawn."""
    from dashboard.packs.pdf.typesetting import (
        svg_png,
    )  # typst takes a while to load, and few ask for pictures

    chart = trend(Selection(site, indicator, region))
    if chart is None:
        return None
    svg, height = chart_svg(chart, WIDE * _POINTS, HIGH * _POINTS)
    paper = '<rect width="100%" height="100%" fill="#ffffff"/>'
    start = svg.index("<title>")
    return svg_png(svg[:start] + paper + svg[start:], WIDE * _POINTS / height, HIGH)
