"""Writes one thing after the other and says so: killed by test_survival.py in the middle of it."""

import os
import sys

from dashboard.inbox import writer
from dashboard.inbox.question import Question
from dashboard.record.drafts import Drafts
from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.factories import REGION, event

settings = Settings.from_environment(os.environ)


def into_record():
    """An event a number."""
    record = Record.open(settings)
    return lambda number: record.add("event", REGION, event(f"write {number}"), "writer")


def into_drafts():
    """A draft a number, each written over once: what is answered is the second writing."""
    drafts = Drafts.of_settings(settings)

    def write(number: int) -> None:
        for words in ("begun", f"write {number}"):
            drafts.keep(f"writer {number}", "decision", {"title": words}, None, "")

    return write


def into_inbox():
    """A question a number."""
    rest = ("2026-11-29T09:00:00+00:00", REGION, "/", "right")
    return lambda number: writer.add(settings, Question(f"{number:04}", *rest, f"write {number}"))


write = {"record": into_record, "drafts": into_drafts, "inbox": into_inbox}[sys.argv[1]]()
first, last = map(int, sys.argv[2:])
for number in range(first, last):
    write(number)
    print(number, flush=True)
