"""One decision as one file: everything that is kept of it, in words, and no markup but ours."""

import re

from tests.record.forms.test_decisions import FILLED, VIEW


def test_the_file_holds_the_decision_its_evidence_and_every_version(post, client):
    words = {
        "title": "Courses <script>alert(1)</script>",
        "cost": "£2,435,678.50",
        "options": "nothing",
        "funding": "Adult Skills Fund",
    }
    _, made = post("decision", FILLED | words, view=VIEW)
    post(
        f"decision/{made['id']}", FILLED | words | {"why": "Because of £ & people", "keep": ["0"]}, version=1
    )
    answer = client.get(f"/record/decision/{made['id']}.html")
    text = answer.get_data(True)
    assert answer.headers["Content-Disposition"] == f"attachment; filename=decision-{made['id']}.html"
    assert "<script" not in text
    assert "src=" not in text
    for said in (
        "Courses &lt;script&gt;",
        "Adult Skills Fund",
        "Employment rate",
        "Because of £ &amp; people",
        "<dt>Cost, in pounds</dt><dd>£2,435,678.50</dd>",
        "<dt>Options considered</dt><dd>nothing</dd>",
        "<dt>Date of the decision</dt><dd>1 June 2022</dd>",
    ):
        assert said in text
    assert re.search(r"<td>Employment rate</td><td>Manchester</td><td>\d{4}</td><td>[\d.]+%</td>", text)
    assert "Version 1, recorded on" in text
    assert "<td>Why</td><td>Employment is lower than England&#39;s</td><td>Because of" in text


def test_a_withdrawn_decision_can_still_be_asked_for(post, client):
    _, made = post("decision", FILLED)
    post(f"decision/{made['id']}/withdraw", version=1)
    assert "(withdrawn)" in client.get(f"/record/decision/{made['id']}.html").get_data(True)


def test_there_is_no_file_of_what_is_no_decision(post, client):
    _, made = post(
        "action", {"title": "Ask", "owner": "x", "due": "2027-01-01", "needed": "y", "status": "blocked"}
    )
    assert client.get(f"/record/decision/{made['id']}.html").status_code == 404
    assert client.get("/record/decision/none.html").status_code == 404


def test_the_decision_leads_to_its_file(post, page):
    _, made = post("decision", FILLED)
    assert f"/record/decision/{made['id']}.html" in page(f"/decision/{made['id']}")
