"""Inequality in a pack: an indicator by group and by deprivation decile, as pictures with words."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.deciles import deciles_chart
from dashboard.charts.groups import groups_chart
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.pictures import Picture
from dashboard.statements import decile_words, group_words
from dashboard.statements.by_decile import by_decile
from dashboard.statements.by_group import gaps_of, group_gaps


def inequality_pictures(evidence: PackEvidence, indicator: Indicator) -> list[Picture]:
    """The gaps between groups that belong to `indicator`, then its deciles; empty where neither is held."""
    return [*_groups(evidence, indicator), *_deciles(evidence, indicator)]


def _groups(evidence: PackEvidence, indicator: Indicator) -> list[Picture]:
    site, place, found = evidence.site, evidence.place, []
    width = "full" if indicator.groups else "half"
    for gap in gaps_of(site, indicator):
        chart, told = groups_chart(site, gap, place), group_gaps(site, gap, place)
        if chart:
            # Of the place alone: the chart has the others.
            own = [group_words.sentence(item) for item in told if item.area == place]
            found.append(Picture(gap, place, chart, width, (*own, group_words.certainty(told[0]))))
    return found


def _deciles(evidence: PackEvidence, indicator: Indicator) -> list[Picture]:
    found = by_decile(evidence.site, indicator, evidence.place)
    if found is None:
        return []
    chart = deciles_chart(evidence.site, found)
    return [Picture(indicator, evidence.place, chart, "full", tuple(decile_words.all_sentences(found)))]
