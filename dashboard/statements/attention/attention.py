"""Attention: what needs a decision in a region, ranked, each line with its reason and how sure it is.

The order is a rule, not a score (docs/methods.md, "What needs attention"): the tiers below, then headline
indicators first, then how far on the worse side of the benchmark in units of the spread between places, then
the title.
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.as_built import mended
from dashboard.methods.multiple_comparisons import threshold
from dashboard.methods.targets import Target
from dashboard.site import Site
from dashboard.statements.attention.chance_words import AMONG_MANY, CHANGES_AMONG_MANY
from dashboard.statements.attention.statement import Statement, statement
from dashboard.statements.attention.tiers import (
    OFF_TARGET,
    PROBABLY_WORSE,
    PROBABLY_WORSENING,
    WORSE,
    WORSE_AND_SHARED,
    WORSE_AND_WORSENING,
    WORSE_FOR_YEARS,
    WORSENING,
)
from dashboard.statements.outlook.target_words import target_status

__all__ = ["Statement", "attention", "attention_list", "order", "standing_among", "with_targets"]

BY_GAP = (WORSE_AND_SHARED, WORSE)  # lines of the first list that rest on the gap alone
BY_CHANGE = (WORSE_AND_WORSENING, WORSENING, WORSE_FOR_YEARS)
NO_TARGETS: Mapping[str, Target] = {}


def attention(site: Site, region: Area, targets: Mapping[str, Target] = NO_TARGETS) -> list[Statement]:
    """Every statement about `region`, in the order in which they need attention.

    `targets` are those set for the region, by indicator id.
    """
    found = [statement(site, indicator, region) for indicator in site.indicators.values()]
    return with_targets(site, region, [item for item in found if item], targets)


def attention_list(site: Site, region: Area, targets: Mapping[str, Target] = NO_TARGETS) -> list[Statement]:
    """The statements about `region`: read where they were worked out at build, else worked out now, as are
    those of an indicator that was mended since.

    As of a past day they are worked out from the figures of that day. `targets` as in `attention`.
    """
    if site.as_of is None and "statements" in site.store.tables():
        new = mended(site.store, site.indicators.values())
        found = site.store.remember(("statements", region.code, *new), lambda: _stored(site, region, new))
    else:
        key = ("statements worked out", region.code)
        found = site.remember(key, lambda: attention(site, region))
    return with_targets(site, region, found, targets) if targets else found


def with_targets(
    site: Site, region: Area, found: list[Statement], targets: Mapping[str, Target]
) -> list[Statement]:
    """`found` in order, each with what is said of its target where one is set. A target that is missed counts
    as more urgent than a gap, less than a change for the worse."""
    standing = standing_among(found)
    return sorted((_held(site, region, item, targets.get(item.indicator)) for item in standing), key=order)


def standing_among(found: Sequence[Statement]) -> list[Statement]:
    """`found`, with what rests on margins of error held to a false-discovery rate of 5% over all that does:
    the lines that rest on a gap alone over all gaps, a worsening over all changes.

    One that does not stand is no longer of the first list: it is watched, and says so.
    """
    gaps = threshold([chance for item in found for chance in item.by_chance])
    changes = threshold([item.change_by_chance for item in found if item.change_by_chance < 1])
    return [_watched(item, gaps, changes) for item in found]


def _watched(item: Statement, gaps: float, changes: float) -> Statement:
    if item.tier in BY_GAP and max(item.by_chance, default=0) > gaps:
        return replace(item, tier=PROBABLY_WORSE, sure=f"{item.sure} {AMONG_MANY}")
    if item.tier in BY_CHANGE and changes < item.change_by_chance < 1:
        return replace(item, tier=PROBABLY_WORSENING, sure=f"{item.sure} {CHANGES_AMONG_MANY}")
    return item


def _held(site: Site, region: Area, item: Statement, target: Target | None) -> Statement:
    indicator = site.indicators[item.indicator]
    latest = site.observations(indicator).latest(region.code) if target else None
    if target is None or latest is None:
        return item
    seen = target_status(indicator, target, latest)
    text = f"{item.text.removesuffix('.')}; {seen.text}."
    tier = min(item.tier, OFF_TARGET) if seen.status == "off" else item.tier
    return replace(item, text=text, reason=f"{item.reason} {seen.reason}", target=seen.status, tier=tier)


def _stored(site: Site, region: Area, new: Sequence[Indicator]) -> list[Statement]:
    columns = ", ".join(field.name for field in fields(Statement))
    rows = site.store.rows(
        f"SELECT {columns} FROM statements WHERE region = ? ORDER BY position",  # noqa: S608 - our own names
        [region.code],
    )
    held = site.indicators.keys() - {item.id for item in new}
    built = [item for item in (Statement(*row) for row in rows) if item.indicator in held]
    anew = filter(None, (statement(site, item, region) for item in new))
    # Kept as each line stands alone: which stand among all hangs on every other line.
    return sorted(standing_among([*built, *anew]), key=order)


def order(item: Statement) -> tuple[Any, ...]:
    """The key by which statements are ranked."""
    return (item.tier, not item.headline, -item.gap, item.title)
