"""What each request costs, what a client is told of its bucket, and what is refused at the door."""

import pytest
from flask import Flask, Response, request

from dashboard.web import rate_limit
from dashboard.web.rate_limit import LARGEST, Buckets, client_of, limit_rates, price, too_many_requests

ELSEWHERE = {"REMOTE_ADDR": "192.0.2.1"}


class Clock:
    """A clock that stands still until it is set."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.mark.parametrize(
    ("address", "tokens"),
    [
        ("/", 1),
        ("/theme/employment?region=a", 1),
        ("/download/data/a.csv", 10),  # the longer beginning counts
        ("/download/a.csv", 5),
        ("/download/a/b.xlsx", 5),
        ("/download/a/b.xlsx?%61reas=all", 10),  # of every area: perhaps by a process of its own
        ("/download/a/b.csv?areas=all", 5),
        ("/api/v1/indicators", 3),
        ("/odata/", 3),
        ("/mcp", 5),
        ("/pack/a.pdf", 40),
        ("/catalogue.jsonld", 10),
        ("/datapackage.json", 10),
        ("/audit.json", 10),
        ("/check", 10),
        ("/?as_of=2025-06-01", 10),
        ("/api/v1/indicators?as_of=2025-06-01", 10),
        ("/whats-new?region=E47000001", 1),
        ("/whats-new?since=2025-06-01", 10),
        ("/events?since=2025-06", 1),  # months of today's figures
        ("/pack/a.pdf?as_of=2025-06-01", 40),  # what costs more already
    ],
)
def test_each_request_has_its_price(address, tokens):
    with Flask("prices").test_request_context(address):
        assert price() == tokens


def test_the_limits_are_those_that_are_written_down():
    assert Buckets().left("a") == (400, 400, 0)
    assert (rate_limit.PER_SECOND, rate_limit.PER_CPU_SECOND, rate_limit.CLIENTS) == (20, 80, 20_000)
    assert (rate_limit.BURST, LARGEST) == (400, 262_144)


def test_a_client_is_told_how_much_it_holds_and_when_it_is_full_again(clock):
    buckets = Buckets(rate=2, burst=10, clock=clock)
    assert buckets.left("a") == (10, 10, 0)
    assert len(buckets) == 0  # to tell is not to remember
    buckets.wait("a", 5)
    assert buckets.left("a") == (10, 5, 3)  # 2.5 seconds, and never too early
    clock.now = 1.25
    assert buckets.left("a") == (10, 7, 2)
    clock.now = 100.0
    assert buckets.left("a") == (10, 10, 0)
    buckets.charge("a", 30)
    assert buckets.left("a") == (10, 0, 15)


def test_a_bucket_never_holds_more_than_a_burst(clock):
    buckets = Buckets(rate=2, burst=10, clock=clock)
    buckets.charge("a", 4)
    clock.now = 1.0
    assert buckets.wait("a", 8) == 0  # six and the two that came back
    clock.now = 100.0
    assert buckets.wait("a", 11) == 0.5
    assert buckets.wait("a", 10) == 0  # nothing was taken by what was refused


def test_tokens_come_back_since_the_last_request_and_not_since_the_first(clock):
    buckets = Buckets(rate=2, burst=10, clock=clock)
    clock.now = 10.0
    assert buckets.wait("a", 8) == 0
    clock.now = 11.0
    assert buckets.wait("a", 5) == 0.5  # two were left and two came back


def test_who_has_been_away_longest_is_forgotten_first(clock):
    buckets = Buckets(rate=1, burst=10, most=2, clock=clock)
    for client in ("a", "b", "a", "c"):
        buckets.wait(client, 4)
    assert len(buckets) == 2
    assert [buckets.left(client)[1] for client in "abc"] == [2, 10, 6]


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("127.8.0.1", None),
        ("evil", "unknown"),
        ("", "unknown"),
        (None, "unknown"),
        ("2001:db8:1:2:ffff::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::4", "2001:db8:1:3::/64"),
    ],
)
def test_a_client_is_a_household_however_its_address_is_written(address, client):
    assert client_of(address) == client


@pytest.fixture
def door(clock, monkeypatch):
    """door(proxied=False, burst=10, work=0): a client of a small server; each answer takes `work` seconds."""

    def door(proxied=False, burst=10.0, work=0.0):
        spent = Clock()
        spent.now = 5.0  # the thread has worked for others before
        monkeypatch.setattr(rate_limit.time, "thread_time", spent)
        server = Flask("door", static_folder=None)
        limit_rates(server, proxied=proxied, buckets=Buckets(rate=2, burst=burst, clock=clock))

        def answer(**_):
            spent.now += work
            return str(len(request.get_data()))

        def pieces():
            for _ in range(2):
                spent.now += work
                yield "a piece"

        server.add_url_rule("/pieces", "pieces", lambda: Response(pieces()))
        for path in ("/", "/api/a", "/form"):
            server.add_url_rule(path, path, answer, methods=["GET", "POST"])
        return server.test_client()

    return door


LABELS = ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")


def labels(answer):
    return [answer.headers.get(name) for name in LABELS]


def test_programs_are_told_and_pages_only_when_they_are_refused(door):
    client = door(burst=4.5)
    assert labels(client.get("/", environ_overrides=ELSEWHERE)) == [None] * 3
    assert labels(client.get("/api/a", environ_overrides=ELSEWHERE)) == ["4", "0", "2"]
    refused = client.get("/", environ_overrides=ELSEWHERE)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "1")
    assert labels(refused) == ["4", "0", "2"]
    assert "Too many requests came from your address" in refused.text


def test_the_work_of_an_answer_is_paid_for_after_it(door):
    client = door(work=0.05)  # four tokens
    assert labels(client.get("/api/a", environ_overrides=ELSEWHERE)) == ["10", "3", "4"]
    assert client.get("/", environ_overrides=ELSEWHERE).status_code == 200
    assert client.get("/", environ_overrides=ELSEWHERE).status_code == 429


def test_what_is_sent_in_pieces_is_paid_for_once_all_are_made(door):
    client = door(work=0.05)  # two pieces of four tokens
    with client.get("/pieces", environ_overrides=ELSEWHERE) as answer:
        assert answer.text == "a piece" * 2
    assert labels(client.get("/api/a", environ_overrides=ELSEWHERE)) == ["10", "1", "5"]


@pytest.mark.parametrize(("proxied", "last"), [(False, 200), (True, 429)])
def test_this_machine_is_not_limited_unless_a_proxy_stands_in_front(door, proxied, last):
    client = door(proxied, burst=7)
    answers = [client.get("/api/a") for _ in range(3)]
    assert answers[-1].status_code == last
    assert labels(answers[0]) == (["7", "4", "2"] if proxied else [None] * 3)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ({}, 200),
        ({"SERVER_PROTOCOL": "HTTP/1.0"}, 429),  # nginx before 1.29.7, with proxy_pass and nothing else
        ({"HTTP_X_FORWARDED_FOR": "192.0.2.1"}, 429),
        ({"HTTP_VIA": "1.1 proxy.example"}, 429),
        ({"HTTP_FORWARDED": "for=192.0.2.1"}, 429),
    ],
)
def test_what_shows_a_proxy_is_limited_though_no_setting_names_one(door, asked, last):
    client = door(burst=7)
    assert [client.get("/api/a", environ_overrides=asked).status_code for _ in range(3)][-1] == last


def test_what_is_sent_is_of_a_known_length_not_too_long_and_in_utf_8(door):
    client = door()
    assert client.post("/form", data=b"x" * LARGEST).text == str(LARGEST)
    assert client.post("/form", data=b"x" * (LARGEST + 1)).status_code == 413
    form = {"a": "x" * (LARGEST - 200)}
    assert client.post("/form", data=form).status_code == 200
    in_chunks = {"Transfer-Encoding": "chunked"}
    chunked = client.post("/form", data=b"x", headers=in_chunks, environ_overrides=ELSEWHERE)
    assert (chunked.status_code, "Content-Length" in chunked.text) == (411, True)
    assert client.get("/?a=%C3%A9").status_code == 200
    bad = client.get("/", environ_overrides={"QUERY_STRING": "a=\xff"})
    assert (bad.status_code, "UTF-8" in bad.text) == (400, True)


def test_a_form_of_many_parts_or_of_one_that_is_too_long_is_refused():
    server = Flask("door")
    limit_rates(server, proxied=False)
    found = [server.config[name] for name in ("MAX_CONTENT_LENGTH", "MAX_FORM_MEMORY_SIZE", "MAX_FORM_PARTS")]
    assert found == [LARGEST, LARGEST, 100]
    assert server.test_client().get("/", environ_overrides=ELSEWHERE).status_code == 404  # by its own buckets


def test_a_refusal_says_in_whole_seconds_when_to_come_back():
    with Flask("door").test_request_context("/api/v1/a"):
        assert too_many_requests(0.01, "Wait.").headers["Retry-After"] == "1"
        answer = too_many_requests(2.0, "Wait.")
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "2")
