"""Questions of the public: counted by region and by what became of them, answered in the office's words."""

import json
from datetime import date
from types import SimpleNamespace

from dashboard.record import publish
from dashboard.record.answered_questions import answered_question_ids, counts
from dashboard.record.kinds import Answer
from dashboard.settings import Settings
from tests.record.factories import REGION
from tests.record.in_public.in_a_period import OTHER, today


def test_the_questions_of_each_region_are_counted_by_themselves(record, data, monkeypatch):
    came = {"a": REGION, "b": REGION, "c": OTHER}
    kept = [SimpleNamespace(id=key, region=region) for key, region in came.items()]
    record.add("answer", OTHER, Answer(("d",), today(), "/", "Why?", "looking"), "Ada")
    monkeypatch.setattr(publish, "questions", lambda settings: kept)
    publish.publish_answers(record, Settings(data=data))
    told = json.loads((data / "public" / "answers.json").read_text())["counts"]
    waiting = {region: (counted["waiting"], counted["looking"]) for region, counted in told.items()}
    assert waiting == {REGION: (2, 0), OTHER: (1, 1)}


def test_questions_are_counted_by_what_became_of_them(record):
    for state, keys in (("answered", ("a", "b")), ("looking", ("c",)), ("aside", ("d",))):
        record.add("answer", REGION, Answer(keys, today(), "/", "Why?", state), "Ada")
    record.add("answer", OTHER, Answer(("z",), today(), "/", "Why?", "answered"), "Ada")
    assert answered_question_ids(record, REGION) == {"a", "b", "c", "d"}
    assert counts(record, REGION, {"a", "e", "f"}, date(2026, 11, 29)) == {
        "came": 6, "answered": 2, "looking": 1, "aside": 1, "waiting": 2, "day": "2026-11-29",
    }  # fmt: skip


def test_an_answer_stands_in_public_in_the_offices_words_alone(record, data):
    settings = Settings(data=data)
    answer = Answer(
        ("q1", "q2"), date(2026, 5, 1), "/targets", "Why?", "answered", "Because.", published=True
    )
    entry = record.add("answer", REGION, answer, "Ada")
    record.add("answer", REGION, Answer(("q3",), today(), "/", "Frank", "looking"), "Ada")
    assert publish.publish_answers(record, settings) == 1
    kept = json.loads((data / "public" / "answers.json").read_text())
    assert kept["answers"] == [
        {
            "id": entry.id, "region": REGION, "words": "Why?", "answer": "Because.", "about": "/targets",
            "asked": "2026-05-01", "answered": today().isoformat(), "times": 2,
        }
    ]  # fmt: skip
    assert {name: kept["counts"][REGION][name] for name in ("came", "answered", "looking", "waiting")} == {
        "came": 3, "answered": 2, "looking": 1, "waiting": 0,
    }  # fmt: skip
