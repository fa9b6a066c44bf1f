"""/catalogue.jsonld, /catalogue.ttl, /datapackage.json and /audit.json: what there is, for programs."""

from datetime import UTC, datetime

import orjson
from flask import Flask, Response, request

from dashboard.address.parameters import region_code
from dashboard.address.query_params import allow_only
from dashboard.audit.as_data import as_data
from dashboard.exports.datapackage import datapackage
from dashboard.exports.dcat import catalogue
from dashboard.pages.data.with_slips import audit_with_slips
from dashboard.site import Site, SiteKeeper
from dashboard.web.file_cache import FileCache
from dashboard.web.responses import cached_response


def register(server: Flask, keeper: SiteKeeper, files: FileCache) -> None:
    """Add the catalogue routes to `server`."""

    def answer(mimetype: str, make) -> Response:
        allow_only()
        site, base = keeper.current(), request.url_root.rstrip("/")
        key = (site.edition, request.path, base)
        return cached_response(site, mimetype, lambda: files.get(key, lambda: make(site, base)))

    @server.get("/catalogue.jsonld")
    def catalogue_json() -> Response:
        return answer("application/ld+json", _json)

    @server.get("/catalogue.ttl")
    def catalogue_turtle() -> Response:
        return answer("text/turtle", _turtle)

    @server.get("/audit.json")
    def audit_json() -> Response:
        allow_only("region")
        site, today = keeper.current(), datetime.now(UTC).date()
        region = region_code(site, request.args.get("region"))

        def body() -> bytes:
            return orjson.dumps(as_data(audit_with_slips(site, today, region), site.store.snapshot))

        return cached_response(site, "application/json", body, day=today)

    @server.get("/datapackage.json")
    def data_package() -> Response:
        return answer("application/json", lambda site, base: orjson.dumps(datapackage(site, base)))


def _json(site: Site, base: str) -> bytes:
    return orjson.dumps(catalogue(site, base))


def _turtle(site: Site, base: str) -> bytes:
    import rdflib  # a large package that only this address needs

    graph = rdflib.Graph().parse(data=_json(site, base), format="json-ld")
    return graph.serialize(format="turtle", encoding="utf-8")
