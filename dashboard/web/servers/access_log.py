"""An access log, where ACCESS_LOG asks for one: a JSON line a request, without saying who asked.

`on` has the method, path, status, bytes and seconds: no address of a client and nothing that people typed.
`full` adds the query and the client, for a fault that cannot be found otherwise; those are personal data.
"""

import logging
import time

from flask import Flask, Response, g, request

from dashboard.web.static_files import AHEAD

_log = logging.getLogger("dashboard.access")
_LONGEST = 300


def log_requests(server: Flask, kind: str) -> None:
    """Write a line for every answer of `server`; nothing for "". Register it first, so that it ends last."""
    if not kind:
        return

    @server.before_request
    def begin() -> None:
        g.logged_from = time.perf_counter()

    @server.after_request
    def written(answer: Response) -> Response:
        if AHEAD in request.environ:  # no reader asked
            return answer
        fields = {
            "method": request.method,
            "path": request.path[:_LONGEST],
            "status": answer.status_code,
            "bytes": answer.calculate_content_length(),
            "seconds": round(time.perf_counter() - g.get("logged_from", time.perf_counter()), 4),
        }
        if kind == "full":
            query = request.query_string.decode("utf-8", "replace")[:_LONGEST]
            fields |= {"query": query, "client": request.remote_addr}
        _log.info("request", extra={"fields": fields})
        return answer
