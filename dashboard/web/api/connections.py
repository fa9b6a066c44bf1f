"""/connect/: the files by which Power BI and Excel find the tables of /odata/v4/."""

from collections.abc import Callable

from flask import Flask, Response, abort, request

from dashboard.address.parameters import region_code
from dashboard.address.query_params import allow_only
from dashboard.exports.connections import power_bi_file, power_query_text
from dashboard.site import Site, SiteKeeper
from dashboard.web.api.odata import BASE
from dashboard.web.responses import cached_response


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
        if f"{theme}/{name}" not in site.indicators:
            abort(404, f"There is no indicator called “{theme[:30]}/{name[:60]}”.")
        region = region_code(site, request.args.get("region"))

        def query() -> bytes:
            return power_query_text(_service(), f"{theme}/{name}", region.code)

        return _file(site, "text/plain", f"{name}-{region.code}.pq", query)


def _service() -> str:
    return f"{request.url_root.rstrip('/')}{BASE}/"


def _file(site: Site, mimetype: str, name: str, make: Callable[[], bytes]) -> Response:
    answer = cached_response(site, mimetype, make)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
