"""/connect/: the files by which Power BI and Excel find the tables of /odata/v4/."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.address.parameters import region_code
from dashboard.address.query_params import allow_only
from dashboard.exports.connections import power_bi_file, power_query_text
from dashboard.site import Site, SiteKeeper
from dashboard.web.api.odata import BASE
from dashboard.web.responses import cached_response, known_indicator


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the files to `server`."""

    @server.get("/connect/city-region-figures.pbids")
    def power_bi() -> Response:
        allow_only()
        name = "city-region-figures.pbids"
        return _file(keeper.current(), "application/json", name, lambda: power_bi_file(_service()))

    @server.get("/connect/<theme>/<name>.pq")
    def power_query(theme: str, name: str) -> Response:
        allow_only("region")
        site = keeper.current()
        indicator = known_indicator(site, theme, name)
        region = region_code(site, request.args.get("region"))

        def query() -> bytes:
            return power_query_text(_service(), indicator.id, region.code)

        return _file(site, "text/plain", f"{name}-{region.code}.pq", query)


def _service() -> str:
    return f"{request.url_root.rstrip('/')}{BASE}/"


def _file(site: Site, mimetype: str, name: str, make: Callable[[], bytes]) -> Response:
    answer = cached_response(site, mimetype, make)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
