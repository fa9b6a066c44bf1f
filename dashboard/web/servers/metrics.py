"""/metrics for Prometheus: requests and their time, what memory answered, workers, figures, refresh, record.

Only where METRICS_TOKEN is set, and only for who sends it: without it nothing is counted, and the library is
not loaded. The workers of one machine count into one folder, so that any of them answers for all.
"""

import hmac
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, abort, g, request

from dashboard.web.servers.state import refresh_state
from dashboard.web.static_files import AHEAD

if TYPE_CHECKING:
    from prometheus_client.core import Metric

    from dashboard.settings import Settings
    from dashboard.site import SiteKeeper

PATH = "/metrics"
_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # as the library calls it
_PREFIX = "dashboard-metrics-"
_log = logging.getLogger("dashboard.metrics")
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


def share_counts(settings: "Settings") -> None:
    """Give the workers that will be forked one folder to count into. Call it before anything counts."""
    if settings.metrics_token and not os.environ.get(_FOLDER):
        try:
            os.environ[_FOLDER] = tempfile.mkdtemp(prefix=_PREFIX)
        except OSError as error:  # a full disk: each worker then counts for itself, and all serve
            _log.error("requests are counted worker by worker: %s", error)


def forget_counts() -> None:
    """The server ends: what its workers counted goes with it. A folder that somebody else named stays."""
    folder = os.environ.get(_FOLDER, "")
    if os.path.basename(folder).startswith(_PREFIX):
        shutil.rmtree(folder, ignore_errors=True)


def mark_worker_exited(pid: int) -> None:
    """A worker has ended: it is no longer among those that live. What it has counted stays."""
    if os.environ.get(_FOLDER):
        from prometheus_client import multiprocess

        multiprocess.mark_process_dead(pid)


def measure(server: Flask, keeper: "SiteKeeper") -> None:
    """Count every request of `server` and answer /metrics; nothing without a token. Register it first."""
    token = keeper.current().settings.metrics_token
    if not token:
        return
    from prometheus_client import Counter, Gauge, Histogram

    alive = "livesum" if os.environ.get(_FOLDER) else "all"
    requests = Counter(
        "dashboard_requests", "Requests answered", ["route", "method", "status"], registry=_own()
    )
    seconds = Histogram(
        "dashboard_request_seconds",
        "Seconds until an answer was made",
        ["route"],
        buckets=_SECONDS,
        registry=_own(),
    )
    memory = Counter(
        "dashboard_answers_from_memory", "Answers looked for in memory", ["found"], registry=_own()
    )
    Gauge("dashboard_workers", "Processes that serve", multiprocess_mode=alive, registry=_own()).set(1)

    @server.before_request
    def begin() -> None:
        g.asked_at = time.perf_counter()

    @server.after_request
    def counted(answer: Response) -> Response:
        if AHEAD in request.environ:  # no reader asked, nobody waited
            return answer
        route = request.url_rule.rule if request.url_rule else "none"
        requests.labels(route, request.method, answer.status_code).inc()
        seconds.labels(route).observe(time.perf_counter() - g.get("asked_at", time.perf_counter()))
        if "from_memory" in g:
            memory.labels("yes" if g.from_memory else "no").inc()
        return answer

    @server.get(PATH)
    def metrics() -> Response:
        sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(sent.encode(), token.encode()):
            abort(404)
        return Response(_text(keeper), mimetype="text/plain", headers={"Cache-Control": "no-store"})


_REGISTRY: Any = None


def _own() -> Any:
    """The registry of this process's counts: one for its life, however many applications it makes."""
    global _REGISTRY
    from prometheus_client import CollectorRegistry

    _REGISTRY = CollectorRegistry() if _REGISTRY is None else _REGISTRY
    return _REGISTRY


def _text(keeper: "SiteKeeper") -> bytes:
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    shown = CollectorRegistry()
    shown.register(_State(keeper))
    if os.environ.get(_FOLDER):
        MultiProcessCollector(shown)
        return bytes(generate_latest(shown))
    return bytes(generate_latest(shown) + generate_latest(_own()))


class _State:
    """What is so at the moment of asking, the same in every worker."""

    def __init__(self, keeper: "SiteKeeper"):
        self._keeper = keeper

    def collect(self) -> "Iterator[Metric]":
        """The gauges."""
        from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily

        site = self._keeper.current()
        names = {"snapshot": site.store.snapshot, "edition": site.edition, "audience": site.settings.audience}
        yield InfoMetricFamily("dashboard_figures", "Which figures are served", value=names)
        refresh = refresh_state(site.settings) or {}
        hours = refresh.get("hours_ago")
        state = {
            "alarm": ("1 where newer figures cannot be served", float(bool(self._keeper.alarm))),
            "indicators": ("Indicators that are served", float(len(site.indicators))),
            "indicators_withheld": ("Indicators whose figures cannot be shown", float(len(site.withheld))),
            "refresh_age_seconds": (
                "Seconds since the last refresh",
                None if hours is None else hours * 3600.0,
            ),
            "refresh_refused": ("Sources that the last refresh set aside", refresh.get("refused")),
            "record_up": ("1 where the office's record can be read", _record_up(site)),
        }
        for name, (what, value) in state.items():
            if value is not None:
                yield GaugeMetricFamily(f"dashboard_{name}", what, value=float(value))


def _record_up(site: Any) -> float | None:
    """None for the public, which has no record."""
    return float(not site.record.trouble()) if site.settings.audience == "office" else None
