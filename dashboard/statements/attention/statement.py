"""Statement: what is said of one indicator in one region, in words and in keys to filter and rank by."""

from dataclasses import asdict, dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.absence.missing_parts import missing_sum
from dashboard.statements.absence.parts_of_region import with_figures
from dashboard.statements.attention import tiers
from dashboard.statements.attention.comparisons import Compared
from dashboard.statements.districts import district_words
from dashboard.statements.districts.counted import Counted
from dashboard.statements.judgement import words
from dashboard.statements.judgement.judgement import Judgement, judgement
from dashboard.statements.judgement.size_words import size_sentence


@dataclass(frozen=True)
class Statement:
    """One line of the attention list, about a region or, where it has no figure, its local authorities.

    `change`: improving, worsening, rising, falling, none or unknown. `against`: better, worse, higher, lower,
    similar or unknown: the side of the benchmark, whether or not it can be tested (`tier` and `sure` say).
    `peers`: worse, better, mixed or unknown. `target`: on, off or none. `tier` is a position in TIERS; `gap`
    orders within a tier. The rest is what lies behind it (comparisons.Compared).
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
    chances: str = ""
    moved: int = 0
    rare: int = 0
    moved_by_chance: float = 0.0
    change_by_chance: float = 1.0

    @property
    def by_chance(self) -> tuple[float, ...]:
        """How often chance alone would make each of its gaps that rest on a margin of error."""
        return tuple(map(float, self.chances.split()))

    @property
    def tone(self) -> str:
        """How it is marked beside its words: worse, better or neutral; colour is for what is sure."""
        if self.tier <= tiers.PROBABLY_WORSE:
            return "worse"
        return "better" if self.tier == tiers.IMPROVING else "neutral"


def statement(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    """The statement on `indicator` in `region`, or on its districts where the region has no figure."""
    judged = judgement(site, indicator, region)
    if judged is not None:
        return _of_region(site, judged)
    return _of_districts(site, indicator, region)


def _of_region(site: Site, judged: Judgement) -> Statement:
    indicator = judged.indicator
    against = judged.against.verdict if judged.against else "unknown"
    return Statement(
        indicator=indicator.id,
        theme=indicator.theme,
        area_code=judged.area.code,
        text=words.sentence(judged),
        reason=" ".join(filter(None, [words.reason(judged), size_sentence(site, judged)])),
        sure=words.sure(judged),
        change=_change(judged),
        against=against,
        peers=_peers(judged),
        target="none",
        tier=tiers.of_region(judged),
        gap=round(judged.gap, 6),
        headline=indicator.headline,
        title=indicator.title,
        **asdict(Compared.of([judged])),
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


def _of_districts(site: Site, indicator: Indicator, region: Area) -> Statement | None:
    places, many = with_figures(site, indicator, region)
    found = [item for item in (judgement(site, indicator, place) for place in places) if item]
    if not found:
        return None
    reason = district_words.reason(Counted.of(found, many), absent(site, indicator, region))
    missing = missing_sum(site, indicator, region)
    return _counted(indicator, region, found, many, f"{reason} {missing}." if missing else reason)


def _counted(indicator: Indicator, region: Area, found: list[Judgement], many: str, reason: str) -> Statement:
    count_words = Counted.of(found, many)
    return Statement(
        indicator=indicator.id,
        theme=indicator.theme,
        area_code=region.code,
        text=district_words.sentence(count_words),
        reason=reason,
        sure=district_words.sure(count_words),
        change=count_words.change,
        against=count_words.against,
        peers="unknown",
        target="none",
        tier=tiers.of_districts(count_words),
        gap=round(sorted(item.gap for item in count_words.found)[len(count_words.found) // 2], 6),
        headline=indicator.headline,
        title=indicator.title,
        **asdict(Compared.of(count_words.found)),
    )
