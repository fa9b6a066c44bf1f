"""Neighbourhood words: what a map of small areas, two layers of it, and its clusters say."""

from collections.abc import Sequence

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.rounding import written
from dashboard.methods.maps.hotspots import HotSpots
from dashboard.methods.maps.layers import BOTH, FIRST, NEITHER, SECOND, Overlap
from dashboard.statements.absence.absence import Absence
from dashboard.statements.map_words import LEVEL_NAMES
from dashboard.statements.rank_words import fifth

CHANGES = {
    "S": "This neighbourhood was cut out of a larger one after 2011; the figure is that of the larger one.",
    "M": "This neighbourhood was made by joining those of 2011.",
    "X": "The borders of this neighbourhood changed in an irregular way after 2011.",
}
CHANGES_SHORT = {"S": "part of an area split since 2011", "M": "merged since 2011", "X": "redrawn since 2011"}
AREA_IS_NOT_PEOPLE = "A figure describes an area, not each person in it: many people in need live elsewhere."
HOT_SPOTS = (
    "A cluster is a place where an area and those that touch it have higher (or lower) figures than chance "
    "would put side by side. All areas are tested at once, and the bar is raised for that: of the areas "
    "marked, about 1 in 20 may be marked by chance. It shows where high figures stand together, not which "
    "area is highest: one bad area among good ones does not show."
)
FITTED_WARDS = (
    "Wards: a neighbourhood (LSOA) counts whole for the ward that holds most of it, which is ONS’s best fit. "
    "Outlines and figures are both made so; a ward smaller than a neighbourhood may be missing."
)
PARTLY_FITTED_WARDS = (
    "Wards: a figure adds up whole neighbourhoods (LSOAs), each counted for the ward that holds most of it, "
    "which is ONS’s best fit. Outlines are the published ones where all wards of a district have one; in "
    "{where} they are made as the figures are."
)
SUMMED_WARDS = (
    "Wards: outlines are the published ones. A figure adds up whole neighbourhoods (LSOAs), each counted for "
    "the ward that holds most of it, which is ONS’s best fit."
)
NOTHING_INSIDE = "The place is smaller than the areas on the map; choose smaller areas."
ONE_A_DISTRICT = (
    "All neighbourhoods of a district carry its one figure: it says nothing of one neighbourhood beside "
    "another. No clusters are looked for and no second measure is laid over it."
)
ONE_CLUSTERED = "Clusters are shown for one measure alone: leave out the second to see them."
NO_SECOND = "The two measures have no area size in common, so only the first is shown."


def inside(title: str) -> str:
    """A title as it stands inside a sentence: "transport connectivity"."""
    return title[:1].lower() + title[1:]


def people(number: float) -> str:
    """A number of people, rounded so that it does not look more exact than it is: "about 105,300 people"."""
    return f"about {written(number, -2)} people" if number >= 1000 else f"{written(number)} people"


def areas(level: str, number: int) -> str:
    """ "1 neighbourhood", "1,702 neighbourhoods": short, where the level is already known."""
    one = {"lsoa": "neighbourhood", "msoa": "area", "ward": "ward"}.get(level, LEVEL_NAMES[level][1])
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def both_fifths(first: Indicator, second: Indicator) -> str:
    """The worst of both: "worst fifth for both"; each end by its name where one of them has no worst."""
    if fifth(first) == fifth(second):
        return f"{fifth(first)} for both"
    return f"{fifth(first)} for {inside(first.title)} and {fifth(second)} for {inside(second.title)}"


def cannot_choose(indicator: Indicator) -> str:
    """Why a measure is refused where neighbourhoods are chosen."""
    return (
        f"{indicator.title} has one figure for each district, so it cannot choose between neighbourhoods; "
        "choose another measure."
    )


def same_figure(indicator: Indicator, value: float, number: int) -> str:
    """That the list breaks off among areas with the same figure."""
    more = "1 more area has" if number == 1 else f"{number:,} more areas have"
    return f"{more} {indicator.format(value)}."


def two_title(first: Indicator, second: Indicator) -> str:
    """The name of the map of two measures."""
    return f"{first.title} and {inside(second.title)}: where both are at their worst"


def two_summary(first: Indicator, second: Indicator, found: Overlap, level: str, living: int) -> str:
    """How many areas are in the worst fifth of both, how many live there, and what chance would give."""
    both, known = found.count(BOTH), sum(each is not None for each in found.member)
    if not known:
        return "There are no areas with figures for both."
    home = f", home to {people(living)}" if living else ""
    sentence = f"{both:,} of {areas(level, known)} are in the {both_fifths(first, second)}{home}."
    expected = written(found.expected)
    return f"{sentence} If the two had nothing to do with each other, about {expected} would be."


def two_classes(
    first: Indicator, second: Indicator, found: Overlap, region: str
) -> list[tuple[str, str, int]]:
    """(word, meaning, number of areas) of the four classes, both first; each is named by its measure."""
    return [
        ("Both", f"{both_fifths(first, second)}, within {region}", found.count(BOTH)),
        (f"{first.title} only", f"{fifth(first)}", found.count(FIRST)),
        (f"{second.title} only", f"{fifth(second)}", found.count(SECOND)),
        ("Neither", "", found.count(NEITHER)),
    ]


def two_figures(first: Indicator, second: Indicator, values: Sequence[float], kind: int | None) -> str:
    """What the map reads out for one area with two measures."""
    if kind is None:
        return "no figure for one of the two"
    sentence = ", ".join(
        f"{inside(item.title)} {item.format(value)}"
        for item, value in zip((first, second), values, strict=True)
    )
    where = {
        BOTH: both_fifths(first, second),
        FIRST: f"{fifth(first)} for {inside(first.title)} only",
        SECOND: f"{fifth(second)} for {inside(second.title)} only",
        NEITHER: "neither of the two",
    }
    return f"{sentence}: {where[kind]}"


def hot_title(indicator: Indicator, region: str) -> str:
    """The name of the map of clusters."""
    return f"{indicator.title}: where high and low figures cluster in {region}"


def hot_summary(found: HotSpots, level: str, living: int) -> str:
    """How many areas are in clusters, and how many people live in those of high figures."""
    home = f", home to {people(living)}" if living else ""
    return (
        f"{areas(level, found.count(1))} stand in clusters of high figures{home}, "
        f"{areas(level, found.count(-1))} in clusters of low ones."
    )


def hot_classes(found: HotSpots) -> list[tuple[str, str, int]]:
    """(word, meaning, number of areas) of the three classes."""
    return [
        ("High figures together", "more than chance would put side by side", found.count(1)),
        ("No cluster", "", found.count(0)),
        ("Low figures together", "more than chance would put side by side", found.count(-1)),
    ]


def no_clusters(level: str) -> str:
    """Why no clusters are shown."""
    if level == "ward":
        return (
            "Clusters are looked for among neighbourhoods and areas of 8,000 people: wards differ too much "
            "in size. Choose smaller areas."
        )
    return "There are too few figures to look for clusters."


def where_it_is(level: str, names: dict[str, str], living: int | None) -> str:
    """What an area lies in and who lives there: "In Bradshaw ward, Bolton. 1,640 people lived here ..."."""
    parts = []
    if level == "lsoa" and "ward" in names:
        parts.append(f"{names['ward']} ward")
    if "district" in names:
        parts.append(names["district"])
    sentence = f"In {', '.join(parts)}. " if parts else ""
    return f"{sentence}{living:,} people lived here at the census of 2021." if living else sentence.strip()


def place_summary(indicator: Indicator, place: str, level: str, inside_it: int, worst: int) -> str:
    """How many of the areas inside a chosen place are in the worst fifth of the region."""
    inner = areas(level, inside_it)
    return f"{worst:,} of the {inner} in {place} are in the {fifth(indicator)} of the whole region."


def not_here(indicator: Indicator, none: Absence) -> str:
    """That a measure has no figures for small areas in a region, why, and what to do."""
    return (
        f"{indicator.title} has no figures for small areas in {none.area}: {none.reason}. "
        "Choose another measure."
    )
