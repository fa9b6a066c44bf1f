"""/download/chart/<theme>/<name>.png and .svg: the chart of an indicator's page, with its source and day."""

from datetime import UTC, datetime
from types import ModuleType

from flask import Flask, Response, abort, request

from dashboard.address import address as addresses
from dashboard.charts.svg.poster import poster
from dashboard.charts.trend import trend
from dashboard.site import SiteKeeper
from dashboard.web.file_cache import FileCache

MIMETYPES = {"png": "image/png", "svg": "image/svg+xml"}
HIGH = 2.5  # pixels of a point: sharp in a report and on a screen


def register(server: Flask, keeper: SiteKeeper, page: ModuleType) -> None:
    """Add the route; `page` is the indicator's page, whose parameters it takes."""
    files = FileCache()

    @server.get("/download/chart/<theme>/<name>.<any(png, svg):ending>")
    def chart_file(theme: str, name: str, ending: str) -> Response:
        site = keeper.current()
        search = request.query_string.decode("utf-8", "replace")
        address = addresses.read(site, [page.PAGE], f"/indicator/{theme}/{name}", search)
        site, today = site.at(address.as_of), datetime.now(UTC).date()
        indicator, region = address.indicator, address.region
        chosen = sorted(item for item in address.values.items() if item[0] != "indicator")
        where = f"{request.host}{request.script_root}/indicator/{indicator.id}"

        def make() -> bytes:
            chart = trend(page.selection(site, address))
            return _written(*poster(chart, where, today), ending) if chart else b""

        # by what the address says: what is appended to it makes no other picture
        asked = (indicator.id, region.code, *chosen, address.as_of, ending)
        key = (site.edition, site.record.stamp(), *asked, where, today)
        body = files.get(key, make)
        if not body:
            abort(404, f"“{indicator.title}” has no figures to draw for {region.name}.")
        kept = f'attachment; filename="{name}-{region.code}.{ending}"'
        return Response(body, mimetype=MIMETYPES[ending], headers={"Content-Disposition": kept})


def _written(svg: str, width: float, height: float, ending: str) -> bytes:
    if ending == "svg":
        return svg.encode()
    from dashboard.packs.pdf.typesetting import svg_png  # typst takes a while to load, and few ask for it

    return svg_png(svg, width / height, round(height * HIGH))
