"""Words about the questions of the public: how many came, what became of them, how long an answer took."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.catalogue.periods import day_words as day
from dashboard.statements.listing import listing

NONE_YET = "No question has been answered here yet."
STATES = {"looking": "Being looked at", "answered": "Answered", "aside": "Set aside"}


def counted(counts: Mapping[str, Any]) -> str:
    """How many had come by a day, and what became of them: "9 were answered and 1 waits to be read"."""
    came = counts["came"]
    if not came:
        return f"By {day(date.fromisoformat(counts['day']))} no question had come."
    parts = [
        (counts["answered"], "was answered", "were answered"),
        (counts["looking"], "is being looked at", "are being looked at"),
        (
            counts["aside"],
            "was no question about figures or decisions",
            "were no questions about figures or decisions",
        ),
        (counts["waiting"], "waits to be read", "wait to be read"),
    ]
    counted_parts = [f"{count} {one if count == 1 else many}" for count, one, many in parts if count]
    questions = "1 question" if came == 1 else f"{came} questions"
    return f"By {day(date.fromisoformat(counts['day']))} {questions} had come: {listing(counted_parts)}."


def days(asked: date, answered: date, times: int) -> str:
    """When a question was asked, how often, and when it was answered."""
    often = "" if times == 1 else f" by {times} people"
    return f"First asked on {day(asked)}{often}, answered on {day(answered)}."


def more(number: int) -> str:
    """That so many questions wait beyond those that are listed."""
    return f"And {number:,} more: the oldest come first, and one answer may take up several."
