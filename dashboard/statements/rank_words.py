"""All that is said of an area's place among others: a rank or a range, and higher, lower or similar."""

from collections.abc import Sequence

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation
from dashboard.methods.places import in_worst_fifth
from dashboard.methods.ranks import RankRanges, rank_ranges
from dashboard.statements.judgement.benchmark import held_against

Found = Sequence[Observation | None]
RANK_HEAD = "Rank from the highest"
NO_MARGIN = "No margin of error is published: neighbours in the order may differ by chance alone."


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number:,}th"
    return f"{number:,}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def ranks(found: Found) -> list[str]:
    """The rank of each area in words, counted from the highest: "3rd to 6th of 10"; "–" for no figure.

    Without any limits there are none: a rank of the figures alone would be a league table, and nobody could
    say how far chance moves it.
    """
    if not has_limits(found):
        return ["–"] * len(found)
    ranges = _ranges(found, "neither")
    return [
        "–" if best is None or worst is None else f"{_range(best, worst)} of {ranges.ranked}"
        for best, worst in zip(ranges.best, ranges.worst, strict=True)
    ]


def need_ranges(found: Found, better: str) -> list[str]:
    """Between which places in the order of need each area lies: "3 to 60"; "" for all without any limits.

    The highest figure has the most need where lower or neither is `better`, the lowest where higher is.
    """
    if not has_limits(found):
        return [""] * len(found)
    ranges = _ranges(found, "lower" if better == "higher" else "higher")
    return [
        "" if best is None or worst is None else f"{best:,}" if best == worst else f"{best:,} to {worst:,}"
        for best, worst in zip(ranges.best, ranges.worst, strict=True)
    ]


def _ranges(found: Found, better: str) -> RankRanges:
    values, lower, upper = ([_number(item, name) for item in found] for name in ("value", "lower", "upper"))
    return rank_ranges(values, lower, upper, better=better)


def has_limits(found: Found) -> bool:
    """Whether any figure has both of its 95% limits."""
    return any(item and item.limits for item in found)


def against(indicator: Indicator, item: Observation | None, benchmark: Observation | None) -> tuple[str, str]:
    """How a figure compares with the benchmark's, as (word, mark): ("Lower", "worse").

    ("–", "neutral") where no margin of error is published: then the difference may be chance.
    """
    if item is None or item.value is None or benchmark is None or benchmark.value is None:
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
            f"{order} No margin of error is published, so neighbours in the order may differ by chance "
            "alone: no rank is given."
        )
    return (
        f"{order} “Likely between” is the 95% interval. A rank is a range because the figures are estimates: "
        "the best and the worst that a place may have, by the margins of error of it and all others. Two "
        "places that differ by less than the margin of their difference are not told apart."
    )


def fifth(indicator: Indicator) -> str:
    """What the fifth with the most need is called: neither end is worst where neither is better."""
    return "highest fifth" if indicator.better == "neither" else "worst fifth"


def end(indicator: Indicator) -> str:
    """What the first in the order is: "worst" or "highest"."""
    return "highest" if indicator.better == "neither" else "worst"


def first_of(indicator: Indicator, shown: int, ranked: int) -> str:
    """The head of a list of those at the one end: "Worst 10 of 1,702"."""
    return f"{end(indicator).capitalize()} {shown} of {ranked:,}"


def last_of(indicator: Indicator, shown: int) -> str:
    """The head of a list of those at the other end: "Best 10"."""
    return f"{'Lowest' if indicator.better == 'neither' else 'Best'} {shown}"


def rank_and_fifth(indicator: Indicator, rank: int, ranked: int) -> str:
    """Where one area stands: "27th worst of 1,702, in the worst fifth"."""
    place = f"{ordinal(rank)} {end(indicator)}" if rank > 1 else end(indicator)
    sentence = f"{place} of {ranked:,}"
    return f"{sentence}, in the {fifth(indicator)}" if in_worst_fifth(rank, ranked) else sentence


def places_are(ranges: bool) -> str:
    """The head of a column: a range where margins of error are known, else the order of the figures."""
    return "Likely place" if ranges else "Place by figure"


def likely_place(indicator: Indicator, span: str, ranked: int) -> str:
    """Between which places margins of error allow an area to lie: "likely 3 to 60 of 1,702, 1 the worst"."""
    return f"likely place {span} of {ranked:,}, 1 the {end(indicator)}"


def may_be(place: str, rank: str) -> str:
    """Between which ranks `place` may lie, one of `ranks`; "–" where that is not known."""
    if rank == "–":
        return NO_MARGIN
    return f"By the margins of error {place} is {rank}, counted from the highest."


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


def _number(item: Observation | None, name: str) -> float:
    value = getattr(item, name) if item else None
    return float("nan") if value is None else value
