"""What an answer costs once it is worked out: a page of today up to a second, all else the whole of it."""

import json

import pytest
from flask import Flask, Response

from dashboard.web import rate_limit
from dashboard.web.past_day import PAGE_UPDATE
from dashboard.web.rate_limit import Buckets, charge_afterwards, limit_rates

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.1"}
TODAY = json.dumps({"inputs": [{"id": "url", "value": ""}]})
PAST = json.dumps({"inputs": [{"id": "url", "value": "?as_of=2024-01-01"}]})


@pytest.fixture
def asked(monkeypatch):
    """asked(path, body): the tokens left of 300 once that is answered, in six seconds of the processor."""
    worked = {"seconds": 0.0}
    monkeypatch.setattr(rate_limit.time, "thread_time", lambda: worked["seconds"])
    buckets, server = Buckets(burst=300, clock=lambda: 0.0), Flask("new process", static_folder=None)
    limit_rates(server, proxied=False, buckets=buckets)

    def work(status=200, mimetype="text/html"):
        worked["seconds"] += 6.0
        return Response("done", status, mimetype=mimetype)

    answers = {
        "/page": {},
        "/missing": {"status": 404},
        "/other": {"status": 206},
        "/picture": {"mimetype": "image/png"},
        "/picture-missing": {"mimetype": "image/png", "status": 404},
        "/download/file.xlsx": {},
        PAGE_UPDATE: {"mimetype": "application/json"},
    }
    for path, answer in answers.items():
        view = lambda answer=answer: work(**answer)  # noqa: E731
        server.add_url_rule(path, path, view, methods=["GET", "POST"])

    def asked(path, body=None):
        server.test_client().open(
            path, method="POST" if body else "GET", data=body, environ_overrides=ELSEWHERE
        )
        return buckets._tokens("192.0.2.1", 0.0)

    return asked


@pytest.mark.parametrize(
    ("path", "body", "left"),
    [
        ("/page", None, 219),  # 300, less one ahead and 80: a second, of the six that it took
        (PAGE_UPDATE, TODAY, 219),  # what fills a page
        (PAGE_UPDATE, PAST, -181),  # less one ahead and all of the 480
        ("/picture", None, -181),
        ("/missing", None, -181),
        ("/other", None, -181),
        ("/picture-missing", None, -181),
        ("/download/file.xlsx", None, -185),
        ("/page?as_of=2024-01-01", None, -190),
        ("/page?as%5Fof=2024-01-01", None, -190),
    ],
)
def test_a_page_is_paid_for_up_to_a_second_and_all_else_wholly(asked, path, body, left):
    assert asked(path, body) == left


def test_work_in_a_thread_of_its_own_is_charged_when_it_is_over():
    buckets, server = Buckets(burst=300, clock=lambda: 0.0), Flask("threads")
    limit_rates(server, proxied=False, buckets=buckets)
    with server.test_request_context("/", environ_overrides=ELSEWHERE):
        charge = charge_afterwards()
    charge(2.0)
    assert buckets.left("192.0.2.1")[1] == 300 - 160
    with server.test_request_context("/", environ_overrides={"REMOTE_ADDR": "127.0.0.1"}):
        charge_afterwards()(2.0)  # this machine is not limited
    assert len(buckets) == 1


def test_where_nobody_is_limited_nobody_is_charged():
    with Flask("no limits").test_request_context("/", environ_overrides=ELSEWHERE):
        charge_afterwards()(2.0)
