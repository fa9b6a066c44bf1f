"""/health and /ready: what a monitor and a load balancer ask of one process."""

import time
from datetime import UTC, datetime
from typing import Any

import orjson
from flask import Flask, Response

from dashboard.datastore.store import DatastoreError
from dashboard.ingest.last_refresh import hours_since, last_refresh
from dashboard.runtime.code_fingerprint import another_on_disk
from dashboard.settings import Settings
from dashboard.site import SiteKeeper

_STARTED = time.time()
_RESTART = "another version of the program lies on the disk; this one runs until it is started again"
_LOOK = 60.0  # seconds
_looked: dict[str, float] = {"until": 0.0, "another": False}


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add both routes to `server`."""

    @server.get("/health")
    def health() -> Response:
        site = keeper.current()
        state = {
            "status": "degraded" if keeper.alarm or site.withheld else "ok",
            "audience": site.settings.audience,
            "snapshot": site.store.snapshot,
            "edition": site.edition,
            "built": site.store.built,
            "indicators": len(site.indicators),
            "withheld": len(site.withheld),
            "uptime_seconds": round(time.time() - _STARTED),
            "refresh": refresh_state(site.settings),
        }
        more = {"alarm": keeper.alarm} if keeper.alarm else {}
        return _json(state | more | ({"restart": _RESTART} if _waits_for_a_restart() else {}))

    @server.get("/ready")
    def ready() -> Response:
        site = keeper.current()
        try:
            areas = site.store.rows("SELECT COUNT(*) FROM areas")[0][0]
        except (DatastoreError, OSError) as error:
            return _json({"ready": False, "reason": str(error)}, 503)
        return _json({"ready": areas > 0, "snapshot": site.store.snapshot}, 200 if areas else 503)


def _waits_for_a_restart() -> bool:
    """Whether another program lies on the disk; looked at once in _LOOK seconds, since that reads it all."""
    now = time.monotonic()
    if now >= _looked["until"]:
        _looked.update(until=now + _LOOK, another=another_on_disk())
    return bool(_looked["another"])


def refresh_state(settings: Settings) -> dict[str, Any] | None:
    """How the last refresh of these data ended, and how long ago; None where none has been told of.

    Whoever asks need not have signed in, so which sources were set aside is in the report alone.
    """
    told = last_refresh(settings.data)
    if not told:
        return None
    return {
        "at": told.get("at"),
        "outcome": told.get("outcome"),
        "refused": len(told.get("refused", {})),
        "hours_ago": hours_since(told, datetime.now(UTC)),
    }


def _json(state: dict[str, Any], status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store"}
    return Response(orjson.dumps(state), status, mimetype="application/json", headers=headers)
