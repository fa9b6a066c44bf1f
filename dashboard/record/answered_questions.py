"""Which questions of the public somebody has taken up, and how many there were."""

from collections import Counter
from datetime import date
from typing import Any

from dashboard.record.store import Record


def answered_question_ids(record: Record, region: str) -> set[str]:
    """The ids of the inbox's questions that an answer of the record is about."""
    return {key for entry in record.current("answer", region) for key in entry.item.questions}


def counts(record: Record, region: str, kept: set[str], day: date) -> dict[str, Any]:
    """How many questions of a region had come by `day`, and what became of them.

    `kept` are the ids in the inbox; those that were deleted since are counted where they were taken up.
    """
    states = {
        key: entry.item.state for entry in record.current("answer", region) for key in entry.item.questions
    }
    found = Counter(states.values())
    waiting = len(kept - states.keys())
    came = waiting + len(states)
    each = {name: found[name] for name in ("answered", "looking", "aside")}
    return {"came": came, **each, "waiting": waiting, "day": day.isoformat()}
