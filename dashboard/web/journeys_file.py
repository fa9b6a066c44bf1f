"""/download/journeys.csv: the journeys from or to one place, by the same address as the page."""

from types import ModuleType

from flask import Flask, Response, abort, request

from dashboard.address import address as addresses
from dashboard.datastore.flows import has_flows, known_then
from dashboard.exports.text_files import csv_bytes
from dashboard.exports.travel.journeys import journeys_sheet
from dashboard.site import SiteKeeper


def register(server: Flask, keeper: SiteKeeper, page: ModuleType) -> None:
    """Add the route; `page` is the page whose addresses it answers."""

    @server.get("/download/journeys.csv")
    def journeys_file() -> Response:
        site = keeper.current()
        address = addresses.read(
            site, [page.PAGE], page.PATH, request.query_string.decode("utf-8", "replace")
        )
        if not has_flows(site.store, address.region.code):
            abort(404, f"Journeys to work are not held for {address.region.name}.")
        if address.as_of and not known_then(site.store, address.as_of):
            abort(404, "Journeys to work were not known on that day.")
        sheet = journeys_sheet(site, page.place_of(site, address), address.direction == "out")
        named = {"Content-Disposition": f'attachment; filename="{sheet.name}.csv"'}
        return Response(csv_bytes(sheet), mimetype="text/csv", headers=named)
