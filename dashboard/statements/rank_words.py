"""What is said about an area's place among others: a range of ranks, and higher, lower or similar."""

from bisect import bisect_right
from collections.abc import Sequence

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation
from dashboard.methods.ranks import rank_ranges
from dashboard.statements.benchmark import held_against

Found = Sequence[Observation | None]


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number:,}th"
    return f"{number:,}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def ranks(found: Found) -> list[str]:
    """The rank of each area in words, counted from the highest: "3rd to 6th of 10" where limits are known.

    Without limits the rank is that of the figure alone ("3rd of 10"); an area without a figure has none.
    """
    if not has_limits(found):
        return _plain(found)
    columns = [[_number(item, name) for item in found] for name in ("value", "lower", "upper")]
    ranges = rank_ranges(*columns, better="neither")
    return [
        "–" if best is None else f"{_range(best, worst)} of {ranges.ranked}"
        for best, worst in zip(ranges.best, ranges.worst, strict=True)
    ]


def has_limits(found: Found) -> bool:
    """Whether any figure has both of its 95% limits."""
    return any(item and item.lower is not None and item.upper is not None for item in found)


def against(indicator: Indicator, item: Observation | None, benchmark: Observation | None) -> tuple[str, str]:
    """How a figure compares with the benchmark's, as (word, mark): ("Lower", "worse").

    ("–", "neutral") where no margin of error is published: then the difference may be chance.
    """
    if any(each is None or each.value is None for each in (item, benchmark)):
        return "–", "neutral"
    found = held_against(indicator, item, "", benchmark.value)
    return ("–", "neutral") if found.chance == "unknown" else (found.side, found.mark)


def rank_note(found: Found, indicator: Indicator) -> str:
    """How to read the order and the ranks of the table."""
    order = "Ordered by figure, highest first; this is not a league table."
    if indicator.statistic == "count":
        return f"{order} These are counts: a larger place has more."
    if not has_limits(found):
        return (
            f"{order} No margin of error is published, so neighbours in the order may differ by chance alone."
        )
    return (
        f"{order} “Likely between” is the 95% interval. A rank is a range because the figures are estimates: "
        "places whose ranges overlap may not differ at all."
    )


def few_of(count: int, shown: int, plural: str) -> str:
    """That only the ends of a long list are shown."""
    return f"The {shown} highest and {shown} lowest of {count:,} {plural} are shown."


def between(indicator: Indicator, item: Observation) -> str:
    """The 95% limits in words, or an empty string where none are known."""
    if item.lower is None or item.upper is None:
        return ""
    return f"{indicator.format(item.lower)} to {indicator.format(item.upper)}"


def _range(best: int, worst: int) -> str:
    return ordinal(best) if best == worst else f"{ordinal(best)} to {ordinal(worst)}"


def _plain(found: Found) -> list[str]:
    values = sorted(item.value for item in found if item and item.value is not None)
    return [
        "–"
        if item is None or item.value is None
        else f"{ordinal(1 + len(values) - bisect_right(values, item.value))} of {len(values):,}"
        for item in found
    ]


def _number(item: Observation | None, name: str) -> float:
    value = getattr(item, name) if item else None
    return float("nan") if value is None else value
