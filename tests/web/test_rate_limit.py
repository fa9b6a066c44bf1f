"""Who asks too often waits; what is too large is refused; the memory of it is bounded."""

import time

import pytest
from flask import Flask

from dashboard.web.rate_limit import (
    LARGEST,
    PER_CPU_SECOND,
    PER_SECOND,
    Buckets,
    client_of,
    limit_rates,
)
from dashboard.web.static_files import AHEAD
from tests.security.hostile import CALLBACK

pytestmark = pytest.mark.core


@pytest.fixture
def clock():
    """A clock that stands still until it is set."""
    return {"now": 0.0}


def test_a_client_may_ask_in_a_burst_and_then_at_the_steady_rate(clock):
    buckets = Buckets(rate=2, burst=5, clock=lambda: clock["now"])
    assert [buckets.wait("a") for _ in range(5)] == [0] * 5
    assert buckets.wait("a") == 0.5
    clock["now"] = 0.5
    assert buckets.wait("a") == 0
    assert buckets.wait("b") == 0


def test_what_is_costly_takes_more(clock):
    buckets = Buckets(rate=1, burst=10, clock=lambda: clock["now"])
    assert buckets.wait("a", 8) == 0
    assert buckets.wait("a", 5) == 3


def test_work_that_was_done_is_paid_for_before_the_next_request(clock):
    buckets = Buckets(rate=2, burst=10, clock=lambda: clock["now"])
    assert buckets.wait("a") == 0
    buckets.charge("a", 15)
    assert buckets.wait("a") == 3.5  # nine were left, six are owed, one is asked for
    clock["now"] = 3.5
    assert buckets.wait("a") == 0


def test_for_long_one_client_has_a_quarter_of_a_processor():
    assert PER_SECOND / PER_CPU_SECOND == 0.25


@pytest.fixture
def busy(clock):
    """busy(proxied) -> a client of a server whose only page takes a tenth of a second of the processor."""

    def busy(proxied):
        server = Flask("busy")
        limit_rates(server, proxied=proxied, buckets=Buckets(burst=12, clock=lambda: clock["now"]))

        @server.get("/")
        def work() -> str:
            end = time.thread_time() + 0.1
            while time.thread_time() < end:
                pass
            return "done"

        return server.test_client()

    return busy


def test_a_page_that_takes_long_takes_more(busy):
    client = busy(proxied=False)
    statuses = [client.get("/", environ_overrides={"REMOTE_ADDR": "192.0.2.1"}).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


@pytest.mark.parametrize(("proxied", "last"), [(False, 200), (True, 429)])
def test_behind_a_proxy_nobody_is_this_machine(busy, proxied, last):
    client = busy(proxied)
    assert [client.get("/").status_code for _ in range(3)][-1] == last


def test_what_the_process_asks_itself_is_not_limited(busy):
    client = busy(proxied=True)
    assert [client.get("/", environ_base={AHEAD: True}).status_code for _ in range(3)] == [200] * 3
    sent = {AHEAD: "True", f"HTTP_{AHEAD}": "True"}  # a header becomes no more than this
    assert [client.get("/", headers=sent).status_code for _ in range(3)][-1] == 429


@pytest.mark.parametrize(
    ("sent", "status"), [({"HTTP_TRANSFER_ENCODING": "chunked"}, 411), ({"QUERY_STRING": "q=\xff"}, 400)]
)
def test_what_is_refused_for_its_form_is_counted_too(clock, sent, status):
    server = Flask("refusals")
    limit_rates(server, proxied=False, buckets=Buckets(burst=2, clock=lambda: clock["now"]))
    server.add_url_rule("/", "page", lambda: "page")
    client, environ = server.test_client(), {"REMOTE_ADDR": "192.0.2.1"} | sent
    asked = [client.get("/", environ_overrides=environ).status_code for _ in range(3)]
    assert asked == [status, status, 429]


def test_a_flood_of_clients_takes_no_more_memory(clock):
    buckets = Buckets(most=100, clock=lambda: clock["now"])
    for number in range(10_000):
        buckets.wait(f"10.0.{number // 256}.{number % 256}")
    assert len(buckets) == 100


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("127.0.0.1", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("", "unknown"),
        (None, "unknown"),
        ("evil", "unknown"),
        # As proxies of other makers write them in X-Forwarded-For.
        ("192.0.2.7:51234", "192.0.2.7"),
        ("[2001:db8:1:2::4]:443", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::4]"', "2001:db8:1:2::/64"),
        ("[::ffff:192.0.2.7]:80", "192.0.2.7"),
        ("[::1]:9", None),
    ],
)
def test_a_client_is_its_address_or_its_household(address, client):
    assert client_of(address) == client


def until_refused(client, **headers):
    """The first answer that refuses; tokens come back meanwhile, so on a busy machine it takes longer."""
    for number in range(3_000):
        sent = {name: value.format(number % 250) for name, value in headers.items()}
        if (answer := client.get("/health", headers=sent)).status_code != 200:
            assert answer.status_code == 429
            return answer
    pytest.fail("nobody was refused")


def test_who_asks_too_often_is_told_when_to_come_back(wsgi):
    client = wsgi.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.99"
    assert {client.get("/health").status_code for _ in range(100)} == {200}
    answer = until_refused(client)
    assert int(answer.headers["Retry-After"]) >= 1
    assert client.get("/health", environ_overrides={"REMOTE_ADDR": "192.0.2.1"}).status_code == 200


def test_what_a_client_says_of_its_address_is_not_believed(wsgi):
    client = wsgi.test_client()
    client.environ_base["REMOTE_ADDR"] = "192.0.2.98"
    until_refused(client, **{"X-Forwarded-For": "192.0.3.{}"})


@pytest.mark.parametrize("path", [CALLBACK, "/", "/api/v1/indicators"])
def test_a_body_that_is_too_large_is_refused(client, path):
    answer = client.post(path, data=b"x" * (LARGEST + 1), content_type="application/json")
    assert answer.status_code in (405, 413)


def test_a_refusal_is_a_page_for_people_and_problem_details_for_programs(client):
    page = client.get("/nowhere", headers={"Accept": "text/html"})
    assert page.mimetype == "text/html"
    assert "<h1>Page not found</h1>" in page.text
    problem = client.get("/api/v1/nowhere")
    assert problem.mimetype == "application/problem+json"
    assert problem.json["status"] == 404
