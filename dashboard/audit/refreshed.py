"""The last refresh in words: how it ended, how long ago, and what it set aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from dashboard.ingest.last_refresh import hours_since, last_refresh

LATE_HOURS = 36  # a refresh runs each night


@dataclass(frozen=True)
class LastRefresh:
    """`sentence`: how it ended; `aside`: a sentence for each source refused and indicator not shown; `late`:
    whether none has run for LATE_HOURS."""

    sentence: str
    aside: list[str] = field(default_factory=list)
    late: bool = False


def refreshed(data: Path, withheld: Mapping[str, str], now: datetime) -> LastRefresh:
    """What is known of the last refresh of `data`; `withheld`: the indicators that are not shown now."""
    told = last_refresh(data)
    hidden = [f"Not shown until it is mended: {reason}" for _, reason in sorted(withheld.items())]
    if not told:
        return LastRefresh("No refresh has been told of here.", hidden)
    hours = hours_since(told, now)
    refused = [f"{name}: {reason}" for name, reason in sorted(told.get("refused", {}).items())]
    why = [str(told["reason"])] if told.get("reason") else []
    return LastRefresh(
        f"The last refresh ended as “{told.get('outcome', 'failed')}”{_ago(hours)}.",
        [*why, *refused, *hidden],
        hours is not None and hours > LATE_HOURS,
    )


def _ago(hours: float | None) -> str:
    if hours is None:
        return ""
    if hours < 1:
        return ", less than an hour ago"
    count, unit = (round(hours), "hour") if hours < 48 else (round(hours / 24), "day")
    return f", {count} {unit}{'' if count == 1 else 's'} ago"
