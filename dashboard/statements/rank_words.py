"""All that is said of an area's place among others: a rank or a range, and higher, lower or similar."""

from collections.abc import Callable, Sequence
from typing import Protocol

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import Observation
from dashboard.methods.places import in_worst_fifth
from dashboard.methods.ranks import RankRanges, rank_ranges
from dashboard.statements.judgement.benchmark import held_against

Found = Sequence[Observation | None]
RANK_HEAD = "Rank from the highest"
LIKELY = "likely between"  # two 95% limits
LIKELY_HEAD = capital(LIKELY)
NO_MARGIN = "No margin of error is published: neighbours in the order may differ by chance alone."


class Limited(Protocol):
    """A figure with its 95% limits, where they are known: an observation, or a mark of a chart."""

    @property
    def lower(self) -> float | None: ...

    @property
    def upper(self) -> float | None: ...


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number:,}th"
    return f"{number:,}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def rank_range_words(found: Found) -> list[str]:
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
        "" if best is None or worst is None else place_span_words(best, worst)
        for best, worst in zip(ranges.best, ranges.worst, strict=True)
    ]


def _ranges(found: Found, better: str) -> RankRanges:
    values, lower, upper = ([_number(item, name) for item in found] for name in ("value", "lower", "upper"))
    return rank_ranges(values, lower, upper, better=better)


def has_limits(found: Found) -> bool:
    """Whether any figure has both of its 95% limits."""
    return any(item and item.limits for item in found)


def side_of_benchmark(
    indicator: Indicator, item: Observation | None, benchmark: Observation | None
) -> tuple[str, str]:
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
        f"{order} “{LIKELY_HEAD}” is the 95% interval. A rank is a range because the figures are estimates: "
        "the best and the worst that a place may have, by the margins of error of it and all others. Two "
        "places that differ by less than the margin of their difference are not told apart."
    )


def fifth(indicator: Indicator) -> str:
    """What the fifth with the most need is called: neither end is worst where neither is better."""
    return "highest fifth" if indicator.better == "neither" else "worst fifth"


def first_end_word(indicator: Indicator) -> str:
    """What the first in the order is: "worst" or "highest"."""
    return "highest" if indicator.better == "neither" else "worst"


def first_of(indicator: Indicator, shown: int, ranked: int) -> str:
    """The head of a list of those at the one end: "Worst 10 of 1,702"."""
    return f"{first_end_word(indicator).capitalize()} {shown} of {ranked:,}"


def last_of(indicator: Indicator, shown: int) -> str:
    """The head of a list of those at the other end: "Best 10"."""
    return f"{'Lowest' if indicator.better == 'neither' else 'Best'} {shown}"


def rank_and_fifth(indicator: Indicator, rank: int, ranked: int) -> str:
    """Where one area stands: "27th worst of 1,702, in the worst fifth"."""
    place = f"{ordinal(rank)} {first_end_word(indicator)}" if rank > 1 else first_end_word(indicator)
    sentence = f"{place} of {ranked:,}"
    return f"{sentence}, in the {fifth(indicator)}" if in_worst_fifth(rank, ranked) else sentence


def places_are(ranges: bool) -> str:
    """The head of a column: a range where margins of error are known, else the order of the figures."""
    return "Likely place" if ranges else "Place by figure"


def likely_place(indicator: Indicator, span: str, ranked: int) -> str:
    """Between which places margins of error allow an area to lie: "likely 3 to 60 of 1,702, 1 the worst"."""
    return f"likely place {span} of {ranked:,}, 1 the {first_end_word(indicator)}"


def may_be(place: str, rank: str) -> str:
    """Between which ranks `place` may lie, one of `rank_range_words`; "–" where that is not known."""
    if rank == "–":
        return NO_MARGIN
    return f"By the margins of error {place} is {rank}, counted from the highest."


def place_words(rank: float, ranked: int) -> str:
    """Where one stands in an order, in figures: "3 of 1,702"."""
    return f"{rank:,.0f} of {ranked:,}"


def rank_of(rank: int, compared: int) -> str:
    """The rank that one has among all that are compared: "Rank 1 of 20"."""
    return f"Rank {rank} of {compared}"


def place_span_words(best: float, worst: float) -> str:
    """Two places in an order, or the one that both are: "3 to 60", or "1"."""
    return f"{best:,.0f}" if round(best) == round(worst) else f"{best:,.0f} to {worst:,.0f}"


def few_of(count: int, shown: int, plural: str) -> str:
    """That only the ends of a long list are shown."""
    return f"The {_ends(shown)} of {count:,} {plural} are shown."


def few_with(title: str, count: int, shown: int) -> str:
    """The caption of a table that has only the ends of a long list, highest first."""
    return f"{title}: the {_ends(shown)} of {count:,} areas"


def few_beside(count: int, shown: int) -> str:
    """What stands after the caption of a table that has only the ends of a long list, by name."""
    return f" (the {shown} lowest and {shown} highest of {count:,})"


def few_drawn(count: int, drawn: int) -> str:
    """That only the ends of many rows are drawn."""
    return f"Drawn: the {drawn} highest and the {drawn} lowest of {count} places."


def limits_words(written: Callable[[float], str], item: Limited) -> str:
    """The 95% limits, each as `written`: "66.0% to 74.0%"; "" where they are not known."""
    if item.lower is None or item.upper is None:
        return ""
    return f"{written(item.lower)} to {written(item.upper)}"


def limits_phrase(written: Callable[[float], str], item: Limited) -> str:
    """The same in a sentence: "likely between 66.0% and 74.0%"."""
    if item.lower is None or item.upper is None:
        return ""
    return f"{LIKELY} {written(item.lower)} and {written(item.upper)}"


def _ends(shown: int) -> str:
    return f"{shown} highest and {shown} lowest"


def _range(best: int, worst: int) -> str:
    return ordinal(best) if best == worst else f"{ordinal(best)} to {ordinal(worst)}"


def _number(item: Observation | None, name: str) -> float:
    value = getattr(item, name) if item else None
    return float("nan") if value is None else value
