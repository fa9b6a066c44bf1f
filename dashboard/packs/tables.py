"""The sections of a pack that are tables: every figure of a place, and its places side by side."""

from collections.abc import Iterable

from dashboard.catalogue.indicators import THEMES, Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.packs import words
from dashboard.packs.brief import SectionRequest
from dashboard.packs.choices import headlines, sources, themes_of
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import Comparison, Profile, Section
from dashboard.statements.compare_words import Line, compared, compared_by_chance
from dashboard.statements.place_words import containing, entry, tally

MOST_PLACES = 6  # columns that an A4 page can hold
BESIDE = "England’s figure stands first; a small difference from it may be chance. Places are not ranked."


def profile(evidence: PackEvidence, theme: str, caption: str) -> Profile:
    """All figures of a theme for the place."""
    entries = tuple(
        entry(evidence.site, item, evidence.place, evidence.region) for item in evidence.site.in_theme(theme)
    )
    return Profile(caption, evidence.place, evidence.region, entries)


def figured(evidence: PackEvidence, table: Profile) -> list[Indicator]:
    """The indicators of `table` that show a figure: the place’s own, or else its county’s."""
    county = containing(evidence.site, table.place, "county")
    return [
        item.indicator
        for item in table.entries
        if item.latest or (county and evidence.site.observations(item.indicator).latest(county.code))
    ]


def profile_section(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """Every figure of the place, a table a theme."""
    profiles = tuple(profile(evidence, theme, THEMES[theme]) for theme in themes_of(evidence, request))
    every = [item for table in profiles for item in table.entries]
    return [
        Section(
            "profile",
            "profile",
            "All figures",
            f"{evidence.place.name}: every published figure",
            lead=tally(every),
            profiles=profiles,
            sources=sources(evidence, [item for table in profiles for item in figured(evidence, table)]),
        )
    ]


def places_section(evidence: PackEvidence, request: SectionRequest) -> list[Section]:
    """The places inside a region side by side, by their headline indicators; nothing without any."""
    chosen = [
        item for theme in themes_of(evidence, request) for item in headlines(evidence, theme, request.most)
    ]
    tables = tuple(comparisons(evidence, chosen, "Latest figures"))
    if not tables:
        return []
    count = sum(len(table.places) for table in tables)
    chance = compared_by_chance(line for table in tables for _, line, _ in table.rows)
    shown = dict.fromkeys(indicator for table in tables for indicator, _, _ in table.rows)
    return [
        Section(
            "places",
            "places",
            "Places",
            words.side_by_side(count, evidence.place),
            lead=f"{BESIDE} {chance}".strip(),
            comparisons=tables,
            sources=sources(evidence, shown),
        )
    ]


def comparisons(evidence: PackEvidence, indicators: list[Indicator], caption: str) -> Iterable[Comparison]:
    """Tables of at most MOST_PLACES of the place's districts, with the indicators that any of them has."""
    places = evidence.site.geography.members(evidence.place.code)
    tables = -(-len(places) // MOST_PLACES)
    wide = -(-len(places) // max(tables, 1))
    for start in range(0, len(places), wide or 1):
        group = places[start : start + wide]
        rows = [_row(evidence, item, group) for item in indicators]
        rows = [row for row in rows if any(row[2].values())]
        if rows:
            ends = f": {group[0].name} to {group[-1].name}" if tables > 1 else ""
            yield Comparison(f"{caption}{ends}", tuple(group), tuple(rows))


def _row(
    evidence: PackEvidence, indicator: Indicator, places: list[Area]
) -> tuple[Indicator, Line, dict[str, Observation | None]]:
    observations = evidence.site.observations(indicator)
    latest = {place.code: observations.latest(place.code) for place in places}
    return indicator, compared(evidence.site, indicator, places), latest
