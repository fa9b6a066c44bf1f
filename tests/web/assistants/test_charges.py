"""What an assistant has worked out is paid for, though another thread does it; the package is not needed."""

import sys
import time
from types import ModuleType

import pytest
from flask import Flask

from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.web import rate_limit
from dashboard.web.assistants import over_http
from dashboard.web.past_day import ASSISTANTS
from dashboard.web.rate_limit import Buckets, limit_rates

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.1"}
WORK = 0.05  # seconds of a processor: four tokens


@pytest.fixture
def asked(monkeypatch):
    """asked(body) -> (the answer, the tokens left of 100, whether the work gave way to others)."""
    seen = []

    class Manager:
        def __init__(self, *_, **__):
            pass

        def run(self):
            return self

        async def __aenter__(self):
            pass

        async def __aexit__(self, *_):
            pass

        async def handle_request(self, scope, receive, send):
            seen.append(QUERY_PRIORITY.costly_here)
            end = time.thread_time() + WORK
            while time.thread_time() < end:
                pass
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"{}"})

    for name, fields in {
        "mcp": {},
        "mcp.server": {},
        "mcp.server.streamable_http_manager": {"StreamableHTTPSessionManager": Manager},
        "dashboard.web.assistants.server": {"server_of": lambda *_: None},
    }.items():
        module = ModuleType(name)
        vars(module).update(fields)
        monkeypatch.setitem(sys.modules, name, module)
    server, buckets = Flask("tools"), Buckets(burst=100, clock=lambda: 0.0)
    limit_rates(server, proxied=False, buckets=buckets)
    over_http.register(server, type("Keeper", (), {"current": None}))

    def asked(body):
        answer = server.test_client().post(ASSISTANTS, data=body, environ_overrides=ELSEWHERE)
        return answer.status_code, buckets._tokens("192.0.2.1", 0.0), seen.pop()

    return asked


@pytest.mark.parametrize(("body", "gives_way"), [("{}", False), ('{"as_of": "2024-01-01"}', True)])
def test_a_tool_is_paid_for_by_the_time_of_its_own_thread(asked, body, gives_way):
    status, left, gave_way = asked(body)
    assert (status, gave_way) == (200, gives_way)
    assert left <= 100 - rate_limit.COSTLY[ASSISTANTS] - WORK * rate_limit.PER_CPU_SECOND
