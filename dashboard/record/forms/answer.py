"""The form of an answer to the public: which questions it is about, and what the office says to them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboard.datastore.areas import Area
from dashboard.inbox.question import Question
from dashboard.inbox.reader import questions
from dashboard.inbox.writer import InboxUnavailable
from dashboard.record.answered_questions import answered_question_ids
from dashboard.record.fields import Field, Invalid, read_form, values_of, with_choices
from dashboard.record.kinds import Answer
from dashboard.record.office import office_record
from dashboard.site import Site
from dashboard.statements.question_words import STATES

__all__ = ["build", "fields", "initial", "values_of"]
_CHOICES = 200  # the oldest; more than the page lists, so that a flood of the same can be answered as one
_SHOWN = 140  # letters of a question in the list
WORDS = "As the public will read it: shorter where that helps, and with nothing that says who asked."


FIELDS = (
    Field("questions", "Questions that this answers", "many", "Select at least one question"),
    Field("words", "The question in our words", "words", "Enter the question", WORDS, 300),
    Field("state", "What becomes of it", "radios", "Select what becomes of it",
          groups={"": tuple(STATES.items())}),
    Field("answer", "Answer", "words", hint="Needed once it is answered.", longest=2000),
    Field("published", "Publish the answer", "check",
          hint="The public view then shows it with the question."),
)  # fmt: skip


def fields(site: Site, region: Area, old: Answer | None) -> Sequence[Field]:
    """The questions of the form; those of the public to choose from are the waiting ones, and its own."""
    own = old.questions if old else ()
    waiting = choosable(site, region, old)
    listed = [item for item in waiting if item.id in own]
    listed += [item for item in waiting if item.id not in own][:_CHOICES]
    known = [(item.id, _briefly(item)) for item in listed]
    gone = [(key, "A question that is deleted by now") for key in own if key not in dict(known)]
    return with_choices(FIELDS, questions={"": known + gone})


def choosable(site: Site, region: Area, old: Answer | None) -> list[Question]:
    """The questions of a region that no other answer has taken up; none while the inbox is away."""
    own = set(old.questions) if old else set()
    try:
        found = questions(site.settings, region.code)
    except InboxUnavailable:
        return []
    others = answered_question_ids(office_record(site).shown_record, region.code) - own
    return [item for item in found if item.id not in others]


def _briefly(item: Question) -> str:
    words = " ".join(item.words.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def initial() -> dict[str, Any]:
    """The answers that a new form begins with."""
    return {"state": "looking"}


def build(site: Site, region: Area, given: Mapping[str, Any], old: Answer | None) -> Answer:
    """The answer that the form stands for. Raises Invalid."""
    values = read_form(fields(site, region, old), given)
    check(values)
    return Answer(**values, **_of_first(site, region, values["questions"], old))


def check(values: Mapping[str, Any]) -> None:
    """Raises Invalid for answers that do not go together."""
    errors = {}
    if values["state"] == "answered" and not values["answer"]:
        errors["answer"] = "Enter the answer, or choose another state"
    if values["published"] and values["state"] != "answered":
        errors["published"] = "Only what is answered can be published"
    if errors:
        raise Invalid(errors)


def _of_first(site: Site, region: Area, chosen: Sequence[str], old: Answer | None) -> dict[str, Any]:
    """The day and the page of the earliest question that is still there; else those known before."""
    first = next((item for item in choosable(site, region, old) if item.id in chosen), None)
    if old and (first is None or old.asked <= date.fromisoformat(first.at[:10])):
        return {"asked": old.asked, "about": old.about}
    if first is None:
        raise Invalid({"questions": "The questions cannot be read just now; try again in a minute"})
    return {"asked": date.fromisoformat(first.at[:10]), "about": first.about}
