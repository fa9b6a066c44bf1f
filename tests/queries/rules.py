"""Rules that the figures of every indicator keep; each finds those that break it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import begins

FEWER_REGIONS = {  # than its tables have figures of
    # collisions of its neighbours' side of the border are in the file of Greater Manchester
    "transport/road_casualties": {"E47000001"},
    "transport/road_casualties_count": {"E47000001"},
    # a share is told only where none of the numbers that it is made of is withheld
    **{
        f"inequality/{name}_older_gap": {f"E470000{n:02}" for n in (1, 2, 3, 4, 6, 7, 9, 13, 14, 17, 18)}
        for name in ("level_4", "no_qualifications")
    },
}
WITHHELD_IN_CUMBRIA = {f"inequality/{name}_men_gap" for name in ("level_4", "no_qualifications")}
MARKS = {"", "x", "u", "c", "p", "low", "z", "derived"}


@dataclass(frozen=True)
class Areas:
    """The codes of all areas, of today's city regions, and (city region, an area in it)."""

    known: set[str]
    regions: set[str]
    parts: list[tuple[str, str]]


@dataclass(frozen=True)
class Found:
    """An indicator, every observation of it with neighbourhoods as one frame, and the areas there are."""

    indicator: Indicator
    rows: pd.DataFrame
    areas: Areas
    published: set[str]  # the regions of which its tables have figures

    @property
    def held(self) -> set[str]:
        """The codes of the areas that have a figure in some period."""
        return set(self.rows[self.rows.value.notna()].area_code.unique())


# What is wrong by each rule: empty where it is kept.


def no_figure(found):
    return [] if found.rows.value.notna().any() else ["all"]


def several_figures_of_an_area_in_a_period(found):
    return found.rows[found.rows.duplicated(["area_code", "period"])].area_code.tolist()


def areas_that_nobody_knows(found):
    return set(found.rows.area_code.unique()) - found.areas.known


def periods_that_begin_at_another_time_than_their_kind(found):
    today = datetime.now(tz=UTC).date()
    days = found.rows.period.unique()
    return [
        day for day in days if not (begins(found.indicator.period, day) and date(1990, 1, 1) < day < today)
    ]


def figures_outside_their_limits(found):
    if "lower" not in found.rows:
        return []
    both = found.rows.dropna(subset=["value", "lower", "upper"])
    return both[(both.lower > both.value) | (both.value > both.upper)].area_code.tolist()


def counts_that_do_not_make_the_figure_beside_them(found):
    if "numerator" not in found.rows:
        return []
    known = found.rows.dropna(subset=["value", "numerator", "denominator"])
    known = known[(known.denominator > 0) & (known.numerator != 0)]
    per = found.indicator.per or round((known.value * known.denominator / known.numerator).median())
    apart = (per * known.numerator / known.denominator - known.value).abs()
    return known[~(apart < 1e-6)].area_code.tolist() + [per] * (per not in (1, 100, 1000, 100000, 1000000))


def marks_that_are_not_agreed(found):
    return set(found.rows.status.fillna("").unique()) - MARKS


def missing_figures_that_do_not_say_why(found):
    return found.rows[found.rows.value.isna() & (found.rows.status.fillna("") == "")].area_code.tolist()


def percentages_outside_0_to_100(found):
    values = found.rows.value.dropna()
    return values[~values.between(0, 100)].tolist() if found.indicator.suffix == "%" else []


def regions_without_a_figure_of_theirs_or_of_a_district_or_with_one_unexpected(found):
    held = found.held
    served = {within for within, part in found.areas.parts if part in held} | held
    lacking = {"cumbria"} if found.indicator.id in WITHHELD_IN_CUMBRIA else set()
    expected = FEWER_REGIONS.get(found.indicator.id, found.published - lacking)
    return (served & found.areas.regions) ^ expected


def silence_about_regions_that_have_no_figure(found):
    held = found.held
    said = (found.indicator.caveat + found.indicator.method).lower()
    told = "combined authorit" in said or "city region" in said
    of_districts = any(code[:3] in ("E06", "E07", "E08", "E09") for code in held)
    return ["caveat"] if of_districts and not told and not found.areas.regions & held else []


RULES = (
    no_figure,
    several_figures_of_an_area_in_a_period,
    areas_that_nobody_knows,
    periods_that_begin_at_another_time_than_their_kind,
    figures_outside_their_limits,
    counts_that_do_not_make_the_figure_beside_them,
    marks_that_are_not_agreed,
    missing_figures_that_do_not_say_why,
    percentages_outside_0_to_100,
    regions_without_a_figure_of_theirs_or_of_a_district_or_with_one_unexpected,
    silence_about_regions_that_have_no_figure,
)
