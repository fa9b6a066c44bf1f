"""Attention: what needs a decision in a region, ranked, each line with its reason and how sure it is.

The order is a rule, not a score (docs/methods.md, "What needs attention"): the tiers below, then headline
indicators first, then the gap to the benchmark in units of the spread between places, then the title.
"""

from dataclasses import dataclass, fields

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements import words
from dashboard.statements.counted import Counted
from dashboard.statements.judgement import Judgement, judgement
from dashboard.statements.parts_of_region import with_figures

# Tier by (change is for the worse, gap is for the worse and more than chance, gap is for the worse).
TIERS = (
    "Getting worse and worse than England",
    "Getting worse",
    "Worse than England, more than chance explains",
    "Worse than England, chance not ruled out",
    "Getting better",
    "Nothing unusual",
    "Cannot be judged",
)


@dataclass(frozen=True)
class Statement:
    """One line of the attention list. `places` is the number of districts it speaks of, 0 for the region.

    `change`: improving, worsening, rising, falling, none or unknown. `against`: better, worse, higher, lower,
    similar or unknown. `peers`: worse, better, mixed or unknown. `target`: on, off or none.
    """

    indicator: str
    theme: str
    area_code: str
    text: str
    reason: str
    sure: str
    change: str
    against: str
    peers: str
    target: str
    tier: int
    gap: float
    headline: bool
    title: str


def attention(site: Site, region: Area) -> list[Statement]:
    """Every statement about `region`, in the order in which they need attention."""
    found = [statement(site, indicator, region) for indicator in site.indicators.values()]
    return sorted((item for item in found if item), key=order)


def attention_list(site: Site, region: Area) -> list[Statement]:
    """The statements about `region`: read where they were worked out at build, else worked out now.

    As of a past day they are worked out from the figures of that day.
    """
    if site.as_of is None and "statements" in site.store.tables():
        return site.store.remember(("statements", region.code), lambda: _stored(site, region))
    return site.store.remember(("statements", region.code, site.as_of), lambda: attention(site, region))


def _stored(site: Site, region: Area) -> list[Statement]:
    columns = ", ".join(field.name for field in fields(Statement))
    rows = site.store.rows(
        f"SELECT {columns} FROM statements WHERE region = ? ORDER BY position",  # noqa: S608 - our own names
        [region.code],
    )
    return [Statement(*row) for row in rows]


def order(item: Statement) -> tuple:
    """The key by which statements are ranked."""
    return (item.tier, not item.headline, -item.gap, item.title)


def statement(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    """The statement on `indicator` in `region`, or on its districts where the region has no figure."""
    judged = judgement(site, indicator, region)
    if judged is not None:
        return _of_region(judged)
    return _of_districts(site, indicator, region)


def _of_region(judged: Judgement) -> Statement:
    indicator = judged.indicator
    against = judged.against.verdict if judged.against else "unknown"
    return Statement(
        indicator=indicator.id,
        theme=indicator.theme,
        area_code=judged.area.code,
        text=words.sentence(judged),
        reason=words.reason(judged),
        sure=words.SURE[words.sure(judged)],
        change=_change(judged),
        against=against,
        peers=_peers(judged),
        target="none",
        tier=_tier(judged),
        gap=round(judged.gap, 6),
        headline=indicator.headline,
        title=indicator.title,
    )


def _change(judged: Judgement) -> str:
    found = judged.change.verdict
    return {"nothing unusual": "none", "cannot tell": "unknown"}.get(found, found)


def _peers(judged: Judgement) -> str:
    found = judged.peers
    if found is None:
        return "unknown"
    if found.worse > found.total / 2:
        return "worse"
    return "better" if found.better > found.total / 2 else "mixed"


def _tier(judged: Judgement) -> int:
    worsening = judged.change.verdict == "worsening"
    worse = judged.against is not None and judged.against.verdict == "worse"
    if worsening:
        return 0 if worse else 1
    if worse:
        return 2 if judged.against.chance == "beyond" else 3
    if judged.change.verdict == "improving":
        return 4
    judged_at_all = judged.change.verdict != "cannot tell" or judged.against is not None
    return 5 if judged_at_all else 6


def _of_districts(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    places, many = with_figures(site, indicator, region)
    found = [item for item in (judgement(site, indicator, place) for place in places) if item]
    return _counted(indicator, region, found, many) if found else None


def _counted(indicator: Indicator, region: Area, found: list[Judgement], many: str) -> Statement:
    said = Counted.of(found, many)
    return Statement(
        indicator=indicator.id,
        theme=indicator.theme,
        area_code=region.code,
        text=words.counted(indicator, said),
        reason=words.counted_reason(indicator, region, said),
        sure=words.SURE["neither" if said.change == "unknown" else "change"],
        change=said.change,
        against=said.against,
        peers="unknown",
        target="none",
        tier=_tier_of_districts(said),
        gap=round(sorted(item.gap for item in found)[len(found) // 2], 6),
        headline=indicator.headline,
        title=indicator.title,
    )


def _tier_of_districts(said: Counted) -> int:
    if said.change == "worsening":
        return 0 if said.against == "worse" else 1
    if said.against == "worse":
        return 3
    if said.change == "improving":
        return 4
    return 6 if said.change == said.against == "unknown" else 5
