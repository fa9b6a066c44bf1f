"""/embed/: frames for other sites. Pages of the office cannot be embedded: it has none of these addresses."""

from collections.abc import Callable

from flask import Flask, Response, abort, request

from dashboard.address.address import link
from dashboard.address.parameters import known_area, one_of, region_code
from dashboard.address.query_params import EVERY_PAGE_PARAMETERS, allow_only
from dashboard.datastore.areas import CHOSEN, Area
from dashboard.site import Site, SiteKeeper
from dashboard.statements.absence.absent import absent
from dashboard.web.embeds.chart import chart_frame
from dashboard.web.embeds.document import THEMES
from dashboard.web.embeds.figure import figure_frame
from dashboard.web.embeds.place import place_frame
from dashboard.web.file_cache import FileCache
from dashboard.web.responses import cached_response, known_indicator, known_then

_theme_of = one_of(THEMES, None)


def register(server: Flask, keeper: SiteKeeper, files: FileCache) -> None:
    """Add the frames to a public `server`."""
    if keeper.current().settings.audience != "public":
        return

    @server.get("/embed/<theme>/<name>")
    def embed_chart(theme: str, name: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS, "theme")
        site, region, look = _site_region_and_look(keeper)
        indicator = known_indicator(site, theme, name)
        page = _page(site, f"/indicator/{indicator.id}", region)
        body = _cached(files, site, region, lambda: chart_frame(site, indicator, region, page, look) or b"")
        if not body:
            none = absent(site, indicator, region)
            abort(404, f"“{indicator.title}” has no figures to draw. {none.full}. {none.address}".strip())
        return cached_response(site, "text/html", lambda: body)

    @server.get("/embed/figure/<theme>/<name>")
    def embed_figure(theme: str, name: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS, "place", "theme")
        site, region, look = _site_region_and_look(keeper)
        indicator = known_indicator(site, theme, name)
        place = known_area(site, request.args["place"], CHOSEN) if request.args.get("place") else region
        home = site.geography.region_of(place.code, region) or region
        page = _page(site, f"/indicator/{indicator.id}", home, None if place == home else place.code)
        body = _cached(files, site, place, lambda: figure_frame(site, indicator, place, page, look))
        return cached_response(site, "text/html", lambda: body)

    @server.get("/embed/place/<code>")
    def embed_place(code: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS, "theme")
        site, region, look = _site_region_and_look(keeper)
        place = known_area(site, code)
        page = _page(site, f"/place/{place.code}", site.geography.region_of(place.code, region) or region)
        body = _cached(files, site, place, lambda: place_frame(site, place, page, look))
        return cached_response(site, "text/html", lambda: body)


def _site_region_and_look(keeper: SiteKeeper) -> tuple[Site, Area, str | None]:
    """The site on the day asked for, the region, and the look. Raises BadAddress."""
    site = known_then(keeper.current())
    region = region_code(site, request.args.get("region"))
    return site, region, _theme_of(site, region, request.args.get("theme"))


def _page(site: Site, path: str, home: Area, places: str | None = None) -> str:
    """The whole address of the page that a frame leads to."""
    day = site.as_of.isoformat() if site.as_of else None
    return f"{request.url_root.rstrip('/')}{link(path, home, places=places, as_of=day)}"


def _cached(files: FileCache, site: Site, area: Area, make: Callable[[], bytes]) -> bytes:
    """What `make` makes, once for this address, area and day."""
    asked = request.path, area.code, request.args.get("theme"), request.args.get("region")
    return files.get(("embed", site.edition, *asked, request.url_root, site.as_of), make)
