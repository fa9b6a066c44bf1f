"""What is said of a release under embargo: that it comes and when, never what is in it."""

from datetime import UTC, date, datetime

from dashboard.catalogue.periods import day_words

AFTER = "It appears here when the refresh that is set for that time is done, some minutes later."


def embargo_sentence(until: datetime | None, built: date, now: datetime | None = None) -> str:
    """The sentence on a release held until `until`, over figures `built` on a day; empty where none is.

    Once the time has come and the figures shown are older, it says that they are.
    """
    if until is None or built > until.astimezone(UTC).date():
        return ""
    when = f"{until:%H:%M} ({until.tzname()}) on {day_words(until)}"
    if (now or datetime.now(UTC)) < until:
        return f"A new release is held back until {when}. {AFTER}"
    return f"A new release came out at {when}. Where it is not shown here yet, the next refresh brings it."
