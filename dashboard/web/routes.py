"""Plain HTTP routes: health, map geometry, files, catalogues and the API. Read-only."""

from collections.abc import Sequence

import orjson
from flask import Flask, Response, abort

from dashboard.address.page import Page
from dashboard.address.parameters import region_code
from dashboard.address.query_params import allow_only
from dashboard.charts import map_geometry as maps
from dashboard.charts.mapped import LEVELS
from dashboard.pages.commuting import page as commuting
from dashboard.pages.indicator import page as indicator
from dashboard.pages.priority import page as priority
from dashboard.site import SiteKeeper
from dashboard.web import journeys_file, priority_file
from dashboard.web.api import (
    catalogues,
    chart_file,
    connections,
    downloads,
    feeds,
    odata,
    security_contact,
    v1,
)
from dashboard.web.assistants import over_http
from dashboard.web.embeds import oembed
from dashboard.web.embeds import routes as embeds
from dashboard.web.file_cache import FileCache
from dashboard.web.packs import files as pack_files
from dashboard.web.responses import cached_response
from dashboard.web.servers import state


def register(server: Flask, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Add the routes to `server`; `pages` are those whose addresses can be embedded."""
    files = FileCache()
    downloads.register(server, keeper, files)
    priority_file.register(server, keeper, priority)
    chart_file.register(server, keeper, indicator)
    journeys_file.register(server, keeper, commuting)
    catalogues.register(server, keeper, files)
    v1.register(server, keeper)
    odata.register(server, keeper)
    connections.register(server, keeper)
    over_http.register(server, keeper)
    pack_files.register(server, keeper)
    embeds.register(server, keeper, files)
    oembed.register(server, keeper, pages)
    security_contact.register(server, keeper)
    feeds.register(server, keeper)

    state.register(server, keeper)

    @server.get("/maps/<region>/<level>.json")
    def map_geometry(region: str, level: str) -> Response:
        site = keeper.current()
        allow_only()
        area = region_code(site, region)
        if level not in LEVELS:
            abort(404, f"There is no map of level “{level[:30]}”; the levels are {', '.join(LEVELS)}.")
        key = ("map", site.edition, area.code, level)
        return cached_response(
            site,
            "application/json",
            lambda: files.get(key, lambda: orjson.dumps(maps.geometry(site, area, level))),
        )
