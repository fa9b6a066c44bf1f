"""When a decision is to be looked at again."""

from datetime import date

from dashboard.record.kinds import Decision


def is_due(item: Decision, day: date) -> bool:
    """Whether the decision's review is due on `day`: not done since the date that was set for it."""
    return item.review <= day and (item.reviewed is None or item.reviewed < item.review)
