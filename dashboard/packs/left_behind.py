"""Who is left behind, in a pack: an indicator by group and by deprivation tenth, as pictures with words."""

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.groups import groups_chart
from dashboard.charts.tenths import tenths_chart
from dashboard.packs.evidence import Evidence
from dashboard.packs.pictures import Picture
from dashboard.statements import group_words, tenth_words
from dashboard.statements.by_group import gaps_of, group_gaps
from dashboard.statements.by_tenth import by_tenth


def left_behind(evidence: Evidence, indicator: Indicator) -> list[Picture]:
    """The gaps between groups that belong to `indicator`, then its tenths; empty where neither is held."""
    return [*_groups(evidence, indicator), *_tenths(evidence, indicator)]


def _groups(evidence: Evidence, indicator: Indicator) -> list[Picture]:
    site, place, found = evidence.site, evidence.place, []
    width = "full" if indicator.groups else "half"
    for gap in gaps_of(site, indicator):
        chart, told = groups_chart(site, gap, place), group_gaps(site, gap, place)
        if chart:
            # Of the place alone: the chart has the others.
            own = [group_words.sentence(item) for item in told if item.area == place]
            found.append(Picture(gap, place, chart, width, (*own, group_words.certainty(told[0]))))
    return found


def _tenths(evidence: Evidence, indicator: Indicator) -> list[Picture]:
    found = by_tenth(evidence.site, indicator, evidence.place)
    if found is None:
        return []
    chart = tenths_chart(evidence.site, found)
    return [Picture(indicator, evidence.place, chart, "full", tuple(tenth_words.all_sentences(found)))]
