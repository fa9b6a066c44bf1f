"""The chart beside the form of a target, made anew while somebody types, for whoever may write."""

from flask import Flask, Response, abort, request

from dashboard.address.parameters import region_code
from dashboard.components.markup import Writer
from dashboard.components.record.target_chart import ASKED, target_chart
from dashboard.record.access import RecordUnavailable
from dashboard.record.office import office_record
from dashboard.record.versions import EntryNotFound
from dashboard.signin.person import require
from dashboard.site import SiteKeeper
from dashboard.web.writing.record_answers import known

LONGEST_ANSWER = 100  # characters of an answer


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the route to `server`, an office's."""

    @server.get("/record/target/chart")
    def chart() -> Response:
        require("write")
        site = keeper.current()
        region = region_code(site, request.args.get("region"))
        given = {name: request.args.get(name, "")[:LONGEST_ANSWER] for name in ASKED}
        try:
            changed = request.args.get("target", "")
            old = known(office_record(site).shown_record, "target", changed).item if changed else None
        except EntryNotFound as error:
            abort(404, str(error))
        except RecordUnavailable as error:
            abort(503, str(error))
        made = Writer().props(target_chart(site, region, given, old))["data-svg"]
        return Response(made, mimetype="text/html", headers={"Cache-Control": "no-store"})
