"""How each capability of docs/roles.md is tried, at a view and as somebody of a role."""

from datetime import UTC, datetime, timedelta

from dashboard.inbox.question import question_from
from dashboard.inbox.writer import add
from tests.record.factories import PILOT
from tests.record.forms.test_compositions import KEPT
from tests.record.forms.test_promises import PROMISE
from tests.record.forms.test_targets import TARGET
from tests.record.pages.test_task_force import ACTION
from tests.record.pilots.test_ideas import IDEA
from tests.security.hostile import CALLBACK

DECISION = {
    "title": "More buses", "decided": "Ten more", "why": "They are full", "owner": "Transport team",
    "day": "2026-01-05", "review": "2026-07-05", "expected": "",
}  # fmt: skip
CATALOGUES = ("catalogue.jsonld", "catalogue.ttl", "datapackage.json")
QUESTION = {"region": "E47000001", "sort": "right", "words": "Is this figure right?"}
UNTIL = (datetime.now(UTC).date() + timedelta(days=9)).isoformat()
RATE = "employment/employment_rate"
OTHERS = {
    "target": TARGET | {"indicator": RATE},
    "event": {"day": "2020-03-23", "text": "x", "reason": "y", "area_code": "E47000001"},
    "parked": {"indicator": RATE, "until": UNTIL, "reason": "x", "owner": "y"},
    "pilot": PILOT,
    "action": ACTION,
    "alert": {"channel": "email", "to": "a@example.org", "about": ""},
    "composition": KEPT,
}
PUBLISHED = DECISION | {"published": True}
VIEW = "/indicator/employment/employment_rate?region=E47000001"


def seen(client, path: str) -> bool:
    return client.get(path, headers={"Accept": "text/html"}).status_code == 200


def page(client, path: str) -> bool:
    """Whether the document comes and its content with it."""
    inputs = [
        {"id": "location", "property": name, "value": v} for name, v in (("pathname", path), ("search", ""))
    ]
    outputs = {"id": "page", "property": "children"}
    body = {"output": "page.children", "outputs": outputs, "inputs": inputs, "changedPropIds": []}
    return seen(client, path) and client.post(CALLBACK, json=body).status_code == 200


def post(client, path: str, **values):
    sent = {"region": "E47000001", "values": DECISION} | values
    return client.post(f"/record/{path}", json=sent)


def written(views, published: bool) -> dict:
    """A decision to be changed, written by a publisher."""
    made = post(views.client("publisher"), "decision", values=DECISION | {"published": published})
    assert made.status_code == 201, made.text
    return made.json


def changes(views, client, published: bool) -> bool:
    """Whether a decision can be changed, and another withdrawn; one without the other is neither."""
    one, two = written(views, published), written(views, published)
    words = {"values": DECISION | {"why": "Other words", "published": published}}
    done = [
        post(client, f"decision/{one['id']}", version=one["version"], **words).status_code == 200,
        post(client, f"decision/{two['id']}/withdraw", version=two["version"]).status_code == 200,
    ]
    assert done[0] == done[1]
    return done[0]


def keeps(views, client) -> bool:
    chosen = written(views, False)["id"]
    return post(client, "evidence", values={"decision": chosen}, view=VIEW).status_code == 200


def approves(views, client) -> bool:
    """Whether the public feeds can be approved in a pre-election period."""
    dates, file = "first = 2020-01-01\nlast = 2099-01-01", views.settings.data / "pre-election.toml"
    file.write_text(f'[[period]]\nelection = "x"\n{dates}\n', encoding="utf-8")
    values = {"thing": "feed", "reason": "Announced before"}
    try:
        return post(client, "approval", values=values).status_code == 201
    finally:
        file.unlink()


def tells(views, client) -> bool:
    """Whether the result of a pilot can be published."""
    made = post(views.client("publisher"), "pilot", values=PILOT)
    assert made.status_code == 201, made.text
    values = PILOT | {"published": True}
    return post(client, f"pilot/{made.json['id']}", values=values, version=1).status_code == 200


def promises(views, client) -> bool:
    """Whether a promise can be published, and a published one changed; one without the other is neither."""
    told = PROMISE | {"published": True}
    made = post(views.client("publisher"), "promise", values=told)
    assert made.status_code == 201, made.text
    done = [
        post(client, "promise", values=told).status_code == 201,
        post(client, f"promise/{made.json['id']}", values=PROMISE, version=1).status_code == 200,
    ]
    assert done[0] == done[1]
    return done[0]


def takes(views, client) -> bool:
    return client.get(f"/record/decision/{written(views, False)['id']}.html").status_code == 200


def records(client) -> bool:
    """Whether each of the OTHERS can be recorded; one without the rest is none."""
    done = {kind: post(client, kind, values=values).status_code == 201 for kind, values in OTHERS.items()}
    assert len({*done.values()}) == 1, done
    return done["target"]


def answers(views, client, published: bool) -> bool:
    """Whether a question of the public can be taken up, or answered for everybody to read."""
    found = question_from({"sort": "right", "words": "Is this right?"}, "E47000001", "")
    add(views.settings, found)
    said = {"state": "answered", "answer": "Yes."} if published else {"state": "looking"}
    given = {"questions": [found.id], "words": "Is it?", "published": published}
    return post(client, "answer", values=given | said).status_code == 201


def checks(client) -> bool:
    """Whether a text that is sent comes back with its figures marked."""
    sent = {"text": "The employment rate in Bolton was 65.6% in 2023.", "region": "E47000001"}
    answer = client.post("/check", data=sent, content_type="multipart/form-data")
    return answer.status_code == 200 and 'id="of-1"' in answer.text


def signs(views, client) -> bool:
    """Whether there is a door: the address of sign-out, which asks for no provider."""
    return client.post("/sign-out").status_code == 200


DO = {
    "see the pages of the figures": lambda v, c, r: page(c, "/theme/housing"),
    "see the pages of the office": lambda v, c, r: page(c, "/targets"),
    "repaint a page (callbacks)": lambda v, c, r: c.get("/_dash-layout").status_code == 200,
    "take a file": lambda v, c, r: seen(c, "/download/employment/employment_rate.csv"),
    "ask the API": lambda v, c, r: c.get("/api/v1/indicators").status_code == 200,
    "read the audit of the data": lambda v, c, r: seen(c, "/audit.json"),
    "read the catalogue": lambda v, c, r: all(seen(c, f"/{n}") for n in CATALOGUES),
    "embed a chart elsewhere": lambda v, c, r: seen(c, "/embed/employment/employment_rate"),
    "make a pack": lambda v, c, r: seen(c, "/pack/public-summary.html?place=E47000001"),
    "check a draft": lambda v, c, r: checks(c),
    "write a decision": lambda v, c, r: post(c, "decision").status_code == 201,
    "change or withdraw an unpublished decision": lambda v, c, r: changes(v, c, False),
    "keep a view as evidence": lambda v, c, r: keeps(v, c),
    "ask a question of the office": lambda v, c, r: c.post("/questions", data=QUESTION).status_code == 303,
    "read what the public asked": lambda v, c, r: 'id="waiting"' in c.get("/questions").get_data(True),
    "take up a question of the public": lambda v, c, r: answers(v, c, False),
    "publish an answer to the public": lambda v, c, r: answers(v, c, True),
    "take the whole record away": lambda v, c, r: c.get("/record/export.json").status_code == 200,
    "approve a publication before an election": lambda v, c, r: approves(v, c),
    "note an idea": lambda v, c, r: post(c, "idea", values=IDEA).status_code == 201,
    "record a target, an event, a pilot or an action": lambda v, c, r: records(c),
    "publish a pilot’s result": lambda v, c, r: tells(v, c),
    "see a target drawn while it is typed": lambda v, c, r: c.get("/record/target/chart").status_code == 200,
    "record a promise": lambda v, c, r: post(c, "promise", values=PROMISE).status_code == 201,
    "publish a promise": lambda v, c, r: promises(v, c),
    "load or remove the worked example": lambda v, c, r: post(c, "example/remove").status_code == 200,
    "keep a draft of a form": lambda v, c, r: post(c, "draft", thing="decision").status_code == 200,
    "take one decision with its history away": lambda v, c, r: takes(v, c),
    "publish a decision": lambda v, c, r: post(c, "decision", values=PUBLISHED).status_code == 201,
    "change or withdraw a published decision": lambda v, c, r: changes(v, c, True),
    "see a figure under embargo": lambda v, c, r: (
        "listed" in r or v.opens_what_is_held(r)
    ) and seen(c, "/download/data/employment_rate.csv"),
    "ask whether the site is well (/health)": lambda v, c, r: c.get("/health").status_code == 200,
    "sign in and out": lambda v, c, r: signs(v, c),
}  # fmt: skip
