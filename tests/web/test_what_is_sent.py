"""What is posted comes from our own pages, has a length, and never ends in an error of ours."""

import pytest

BAD_ORIGINS = (
    "https://evil.example",
    "null",
    "http://[",
    "http://localhost.evil",
    "//",
    "http://localhost:1",
)


@pytest.mark.parametrize("origin", BAD_ORIGINS)
@pytest.mark.parametrize("path", ["/record/decision", "/sign-out", "/questions"])
def test_a_form_of_another_site_is_refused_at_every_door(origin, path):
    from flask import Flask

    from dashboard.web.same_origin import require_same_origin

    server = Flask("door")
    server.add_url_rule(path, "form", lambda: require_same_origin() or "taken", methods=["POST"])
    refused = server.test_client().post(path, headers={"Origin": origin})
    assert (refused.status_code, "This form was sent from another site." in refused.text) == (403, True)
    assert server.test_client().post(path, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert server.test_client().post(path, headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert server.test_client().post(path, headers={"Origin": "http://localhost"}).status_code == 200
    assert server.test_client().post(path).status_code == 200


def test_a_body_in_chunks_is_asked_for_its_length(client):
    for path in ("/_dash-update-component", "/questions"):
        answer = client.post(path, headers={"Transfer-Encoding": "chunked"}, data=b"zz\r\n")
        assert answer.status_code == 411, path


def test_lists_within_lists_are_refused_and_are_no_failure(client):
    deep = b'{"values":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    for path in ("/record/decision", "/_dash-update-component"):
        assert 400 <= client.post(path, data=deep, content_type="application/json").status_code < 500


def test_a_day_of_the_past_costs_more_than_a_page():
    from flask import Flask

    from dashboard.web import rate_limit

    buckets = rate_limit.Buckets(rate=0.01, burst=25.0, clock=lambda: 0.0)
    server = Flask("priced")
    rate_limit.limit_rates(server, proxied=False, buckets=buckets)
    server.add_url_rule("/", "page", lambda: "page")
    ask = lambda: server.test_client().get(  # noqa: E731
        "/?as_of=2024-01-01", environ_base={"REMOTE_ADDR": "192.0.2.7"}
    )
    assert [ask().status_code for _ in range(3)] == [200, 200, 429]
