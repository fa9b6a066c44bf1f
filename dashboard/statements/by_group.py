"""By group: how far one group of people is behind others in a region, or in each of its local authorities."""

from dataclasses import dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import UNITED_KINGDOM, Area
from dashboard.datastore.groups import Pair, pairs
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.absence.parts_of_region import with_figures
from dashboard.statements.judgement.judgement import Judgement, judgement


@dataclass(frozen=True)
class GroupGap:
    """The newest `gap` of an area with the figures of both groups then, and what is judged of it."""

    indicator: Indicator
    area: Area
    gap: Observation
    pair: Pair
    judged: Judgement


def gaps_of(site: Site, indicator: Indicator) -> list[Indicator]:
    """The gaps between groups that belong to `indicator`: itself, those of it, or that of its group."""
    if indicator.groups:
        return [indicator]
    return [
        item
        for item in site.indicators.values()
        if item.groups and (item.groups.of == indicator.id or item.id == f"{indicator.id}_gap")
    ]


def group_gaps(site: Site, indicator: Indicator, region: Area) -> list[GroupGap]:
    """The gap in `region`, else in each of its local authorities, widest first; none where none is held."""
    key = ("group gaps", indicator, region.code)
    return site.remember(key, lambda: _found(site, indicator, region))


def _found(site: Site, indicator: Indicator, region: Area) -> list[GroupGap]:
    own = one_gap(site, indicator, region)
    if own:
        return [own]
    places, _ = with_figures(site, indicator, region)
    found = [made for place in places if (made := one_gap(site, indicator, place))]
    return sorted(found, key=lambda item: -item.gap.figure)


def one_gap(site: Site, indicator: Indicator, area: Area) -> GroupGap | None:
    """The gap in one area; None where nothing is published for it."""
    both = {item.period: item for item in pairs(site.store, indicator, site.as_of).get(area.code, ())}
    judged = judgement(site, indicator, area) if both and area.code != UNITED_KINGDOM else None
    if judged is None or judged.latest.period not in both:
        return None
    return GroupGap(indicator, area, judged.latest, both[judged.latest.period], judged)
