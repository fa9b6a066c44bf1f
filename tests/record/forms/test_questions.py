"""A question of the public in the office: seen, taken up, and answered in public in the office's words."""

import pytest

from dashboard.datastore.published import answers
from dashboard.inbox.question import question_from
from dashboard.inbox.reader import questions
from dashboard.inbox.writer import add
from dashboard.statements.question_words import counted
from tests.record.test_older_versions import REGION

WORDS = "Is the figure for Bury right? My street looks worse"


@pytest.fixture
def asks(site):
    """asks(words) -> the id of a question that somebody sent."""

    def asks(words: str = WORDS, region: str = REGION) -> str:
        item = question_from({"sort": "right", "words": words, "name": "Ann Other"}, region, "/theme/housing")
        add(site.settings, item)
        return item.id

    return asks


def answer(key: str, **changed) -> dict:
    given = {
        "questions": [key],
        "words": "Is Bury right?",
        "state": "answered",
        "answer": "Yes: ONS says 4%.",
    }
    return given | {"published": True} | changed


def test_a_question_waits_until_somebody_takes_it_up(asks, post, page):
    key = asks("What should one look at first in Wigan?")
    assert "What should one look at first in Wigan?" in page("/questions")
    assert "From Ann Other; deleted on" in page("/questions")
    assert key in page(f"/questions?form=answer&about={key}")
    status, _ = post("answer", answer(key, state="looking", answer="", published=False, words="Where first?"))
    assert status == 201
    assert "What should one look at first in Wigan?" not in page("/questions")
    assert "Where first?" in page("/questions")


def test_an_answer_is_published_in_our_words_with_counts(asks, post, site):
    keys = [asks(), asks("The same, in other words: is Bury right?")]
    status, told = post("answer", answer(keys[0], questions=keys))
    assert status == 201, told
    found = answers(site.settings.data)
    (mine,) = [item for item in found["answers"] if item["id"] == told["id"]]
    assert (mine["words"], mine["times"], mine["about"]) == ("Is Bury right?", 2, "/theme/housing")
    assert WORDS not in str(found)
    assert "Ann" not in str(found)
    counts = found["counts"][REGION]
    assert counts["came"] == sum(counts[name] for name in ("answered", "looking", "aside", "waiting"))
    assert counts["answered"] >= 2


def test_what_a_reader_wrote_never_enters_the_record(asks, post, client):
    key = asks("Only in the inbox, never in the record")
    post("answer", answer(key))
    assert "Only in the inbox" not in client.get("/record/export.json").get_data(True)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"answer": ""}, "answer"), ({"state": "looking"}, "published"), ({"questions": []}, "questions"),
     ({"questions": ["nothing"]}, "questions"), ({"words": ""}, "words")],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(asks, post, changed, field):
    status, told = post("answer", answer(asks()) | changed)
    assert (status, [error["field"] for error in told["errors"]]) == (422, [field])


def test_a_question_is_taken_up_once(asks, post):
    key = asks()
    assert post("answer", answer(key))[0] == 201
    assert post("answer", answer(key))[0] == 422


def test_an_answer_stands_when_its_question_is_deleted(asks, post, page, site):
    key = asks("Soon to be deleted from the inbox")
    _, told = post("answer", answer(key, words="Will it stay?"))
    site.settings.inbox.unlink()
    status, changed = post(
        f"answer/{told['id']}", answer(key, words="Will it stay?", answer="It does."), version=1
    )
    assert status == 200, changed
    assert "It does." in page("/questions")
    assert questions(site.settings) == []


def test_counts_are_said_as_people_count():
    none = {"came": 0, "answered": 0, "looking": 0, "aside": 0, "waiting": 0, "day": "2026-05-03"}
    assert counted(none) == "By 3 May 2026 no question had come."
    some = none | {"came": 12, "answered": 9, "looking": 2, "waiting": 1}
    assert counted(some) == (
        "By 3 May 2026 12 questions had come: 9 were answered, 2 are being looked at and 1 waits to be read."
    )


def test_of_a_flood_of_questions_the_oldest_are_listed_and_the_rest_counted(asks, post, page):
    elsewhere = "E47000013"
    keys = [asks(f"Question number {number} of a flood", elsewhere) for number in range(60)]
    text = page(f"/questions?region={elsewhere}")
    assert text.count(" of a flood") == 50
    assert "And 10 more: the oldest come first" in text
    assert page(f"/questions?region={elsewhere}&form=answer").count("of a flood") == 60
    status, made = post("answer", answer(keys[0], questions=keys), region=elsewhere)
    assert status == 201, made
    assert "of a flood" not in page(f"/questions?region={elsewhere}")
    assert "deleted by now" not in page(f"/questions?region={elsewhere}&edit={made['id']}")
