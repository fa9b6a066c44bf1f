"""Plain HTTP routes: health, map geometry, downloads. Read-only, and cached by the snapshot's identity."""

import csv
import io
import time

import orjson
from flask import Flask, Response, abort, request

from dashboard.address import BadAddress, region_code
from dashboard.components import maps
from dashboard.datastore.observations import COLUMNS
from dashboard.site import Site, SiteKeeper

_STARTED = time.time()
_LEVELS = ("district", "county", "ward", "msoa", "lsoa")


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the routes to `server`."""

    @server.get("/health")
    def health() -> Response:
        site = keeper.current()
        state = {
            "status": "ok",
            "audience": site.settings.audience,
            "snapshot": site.store.snapshot,
            "built": site.store.built,
            "indicators": len(site.indicators),
            "uptime_seconds": round(time.time() - _STARTED),
        }
        return Response(
            orjson.dumps(state), mimetype="application/json", headers={"Cache-Control": "no-store"}
        )

    @server.get("/maps/<region>/<level>.json")
    def map_geometry(region: str, level: str) -> Response:
        site = keeper.current()
        area = _region(site, region)
        if level not in _LEVELS:
            abort(404, f"There is no map of level “{level[:30]}”; the levels are {', '.join(_LEVELS)}.")
        body = site.store.remember(
            ("map", area.code, level), lambda: orjson.dumps(maps.geometry(site, area, level))
        )
        return _kept(site, body, "application/json")

    @server.get("/download/<theme>/<name>.csv")
    def download(theme: str, name: str) -> Response:
        site = keeper.current()
        if f"{theme}/{name}" not in site.indicators:
            abort(404, f"There is no indicator called “{theme[:30]}/{name[:60]}”.")
        area = _region(site, request.args.get("region", site.settings.region))
        key = ("csv", area.code, theme, name)
        body = site.store.remember(key, lambda: _csv(site, area, f"{theme}/{name}"))
        response = _kept(site, body, "text/csv")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}-{area.code}.csv"'
        return response


def _region(site: Site, code: str):
    try:
        return region_code(site, code)
    except BadAddress as refusal:
        abort(refusal.status, str(refusal))


def _kept(site: Site, body: bytes, mimetype: str) -> Response:
    """An answer that holds as long as the snapshot does: revalidated by its ETag."""
    response = Response(body, mimetype=mimetype)
    response.set_etag(site.store.snapshot)
    response.cache_control.public = True
    response.cache_control.max_age = 300
    return response.make_conditional(request)


def _csv(site: Site, region, key: str) -> bytes:
    """The indicator for the region, everything inside it, and England, as CSV with names beside codes."""
    indicator = site.indicators[key]
    observations = site.observations(indicator)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["area_code", "area_name", *COLUMNS[1:]])
    for area in site.geography.around(region.code):
        for item in observations.series(area.code):
            writer.writerow([item.area_code, area.name, item.period.isoformat(), *item[2:]])
    return out.getvalue().encode("utf-8")
