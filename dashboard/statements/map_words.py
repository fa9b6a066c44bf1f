"""Map words: what a map shows, said in a title, one sentence, and the ranges of its legend."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.neighbourhoods import AS_PUBLISHED, Fitted
from dashboard.datastore.observations import Observation
from dashboard.methods.maps.classify import Classes
from dashboard.methods.polarity import goodness
from dashboard.statements.absence.absence import Absence
from dashboard.statements.headline import REASONS
from dashboard.statements.listing import listing

# A level of areas: what the switch calls it, and one and many of them in a sentence.
LEVEL_NAMES = {
    "district": ("Districts", "district", "districts"),
    "county": ("Counties", "county or unitary authority", "counties and unitary authorities"),
    "ward": ("Wards", "ward", "wards"),
    "msoa": ("Areas of 8,000 people", "area of about 8,000 people", "areas of about 8,000 people (MSOAs)"),
    "lsoa": ("Neighbourhoods", "neighbourhood", "neighbourhoods of about 1,500 people (LSOAs)"),
}

# ONS's best fit. Greater Manchester's outlines, which are held, put 86% of its ground into the same ward.
_FITTED = "are drawn from whole neighbourhoods: their lines are near, not exact."
_NAMED = 3  # districts
FEW = 4  # indicators that a sentence can name


def fitted_where(fitted: Fitted) -> str:
    """The districts whose wards have no published outline: "Ash and Beech", "5 of the 17 districts"."""
    names, of = fitted
    if len(names) > _NAMED:
        return f"{len(names)} of the {of} districts"
    return listing(names)


def fitted_words(fitted: Fitted) -> str:
    """In which districts the lines of wards are near, not exact; empty where they are as published."""
    if not fitted.names:
        return ""
    everywhere = len(fitted.names) == fitted.of
    return f"Wards {_FITTED}" if everywhere else f"Wards of {fitted_where(fitted)} {_FITTED}"


def level_words(level: str, number: int) -> str:
    """`number` areas of `level` in words: "1 district", "10 districts", "1,679 small neighbourhoods"."""
    return f"{number:,} {LEVEL_NAMES[level][1 if number == 1 else 2]}"


def map_heading(indicator: Indicator, period: date | None) -> str:
    """What a map shows and when: "Employment rate, 2023"."""
    return f"{indicator.title}, {indicator.period_label(period)}" if period else indicator.title


def map_title(indicator: Indicator, region: Area, level: str, period: date | None) -> str:
    """The name of a map: "Employment rate, 2023: districts of Greater Manchester"."""
    return f"{map_heading(indicator, period)}: {LEVEL_NAMES[level][2]} of {region.name}"


def map_summary(
    indicator: Indicator,
    level: str,
    figures: Sequence[tuple[str, float]],
    without: int,
    fitted: Fitted = AS_PUBLISHED,
) -> str:
    """One sentence: from which figure (where) to which the areas go, and how many have none.

    `figures` are (name of the area, value in the indicator's unit); where the wards are `fitted` is said.
    """
    if not figures:
        return f"There are no figures for {LEVEL_NAMES[level][2]} here."
    values = [value for _, value in figures]
    low, high = indicator.format(min(values)), indicator.format(max(values))
    written = [(name, indicator.format(value)) for name, value in figures]
    if len(figures) == 1:
        sentence = f"{low} in {figures[0][0]} ({indicator.unit})"
    elif low == high:
        sentence = f"All {level_words(level, len(figures))} with a figure have {low}"
    else:
        sentence = f"From {_end(written, low)} to {_end(written, high)} ({indicator.unit})"
    if without:
        sentence += f"; {level_words(level, without)} without a figure"
    return f"{sentence}. {fitted_words(fitted)}".rstrip()


def _end(written: list[tuple[str, str]], value: str) -> str:
    at = [name for name, figure in written if figure == value]
    return f"{value} ({at[0]})" if len(at) == 1 else f"{value} ({at[0]} and {len(at) - 1} more)"


def class_ranges(
    indicator: Indicator, classes: Classes, values: Sequence[float | None]
) -> list[tuple[str, int]]:
    """For each class, low to high: the words of its smallest to its largest figure, and its number of areas.

    `values` stand in the order in which they were classed.
    """
    ranges = []
    for number, count in enumerate(classes.counts):
        members = zip(values, classes.member, strict=True)
        inside = [value for value, at in members if at == number and value is not None]
        ranges.append((_range(indicator, min(inside), max(inside)), count))
    return ranges


def class_ends(indicator: Indicator) -> tuple[str, str]:
    """What the lowest and the highest class are: "worse" and "better", or which is lower where neither is."""
    return {1: ("worse", "better"), -1: ("better", "worse")}.get(
        goodness(1, indicator.better), ("lower", "higher")
    )


def _range(indicator: Indicator, low: float, high: float) -> str:
    ends = indicator.format(low), indicator.format(high)
    return ends[1] if ends[0] == ends[1] else f"{ends[0].removesuffix(indicator.suffix)} to {ends[1]}"


def figure_words(indicator: Indicator, item: Observation, whole: str = "") -> str:
    """The figure of one area as the map reads it out; `whole` names the larger area that it is for."""
    words = indicator.format(item.value)
    if item.status in REASONS:
        words += f" ({REASONS[item.status]})"
    return f"{words} for {whole} as a whole" if whole else words


def only_for(none: Absence, levels: Sequence[str]) -> str:
    """What a region without a figure of its own has: "Not published for the region as a whole, but for wards
    in it", and why; `none` says why there is no figure of its own."""
    *first, last = [LEVEL_NAMES[level][2] for level in levels]
    known = f"{', '.join(first)} and {last}" if first else last
    return f"{none.heading} as a whole, but there are figures for {known} in it. {none.because}."


def small_areas_only(region: Area) -> str:
    """Why measures of small areas have no figure of the region to show."""
    return f"There are figures for small areas, not for {region.name} as a whole or its districts."


def other_level(indicator: Indicator, wanted: str, shown: str, having: Sequence[Indicator]) -> str:
    """Why a map shows another level than the one asked for; if FEW are `having` that one, which they are."""
    sentence = (
        f"{indicator.title} has no figures for {LEVEL_NAMES[wanted][2]} here, "
        f"so the map shows {LEVEL_NAMES[shown][2]}."
    )
    if not 0 < len(having) <= FEW:
        return sentence
    return (
        f"{sentence} With figures for {LEVEL_NAMES[wanted][2]}: {', '.join(item.title for item in having)}."
    )


def no_figure(why: str) -> str:
    """What the hatching of a map stands for: "No figure: not held here"."""
    return f"No figure: {why}" if why else "No figure"


def areas_counted(count: int) -> str:
    """A number of areas in words."""
    return "1 area" if count == 1 else f"{count:,} areas"
