"""Revision words: how an indicator's figures are usually revised, and what a figure was before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY, day_words
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.editions.kept_editions import TableRefresh, refreshes
from dashboard.datastore.editions.past_editions import Revised, curated_series_of, first_and_newest, values_of
from dashboard.datastore.editions.rounding import decimals_of
from dashboard.methods.revisions import UsualMove, usual_move
from dashboard.site import Site

FILES = "Days are those by which a figure was in the publisher’s files: it may have been published before."


def revisions(site: Site, indicator: Indicator, area: Area) -> str:
    """How an indicator's figures are usually revised and what the area's newest revised one was; or ""."""
    held = first_and_newest(site.store, indicator, site.as_of)
    usual = usual_move(held)
    if usual is None:
        return ""
    parts = [_usual(indicator, usual), rounded_words(site, indicator), _before(site, indicator, area), FILES]
    return " ".join(filter(None, parts))


def _usual(indicator: Indicator, usual: UsualMove) -> str:
    if not usual.moved:
        return f"None of {usual.compared:,} figures has been revised in the editions held."
    return (
        f"{usual.moved:,} of {usual.compared:,} figures were revised after the first edition held here. "
        f"Half of all moved by {indicator.format(usual.half)} or less, nine in ten by "
        f"{indicator.format(usual.nine_in_ten)} or less."
    )


def _before(site: Site, indicator: Indicator, area: Area) -> str:
    """What the area's newest revised figure has been, in the base of today."""
    found = former_figures(site, indicator, area)
    return before_words(indicator, found[0]) if found else ""


@dataclass(frozen=True)
class FormerFigure:
    """A figure that has been others: `been` are all its values in the base of the newest, oldest first, each
    with the day by which it was in the publisher's files."""

    area: Area
    period: date
    been: tuple[Revised, ...]


def former_figures(site: Site, indicator: Indicator, area: Area) -> list[FormerFigure]:
    """The figures of `area` that have been others, the newest period first; as known on the site's day."""
    periods = reversed(site.observations(indicator).figures(area.code))
    every = [FormerFigure(area, each, former_values(site, indicator, area.code, each)) for each in periods]
    return [item for item in every if len(item.been) > 1]


def former_values(site: Site, indicator: Indicator, area_code: str, period: date) -> tuple[Revised, ...]:
    """The values that one figure has had in the base of the newest, oldest first; () where none is held.

    Those of the publisher's past editions, then what each refresh here made of it.
    """
    here = _refreshed(site, indicator)
    every = values_of(site.store, indicator, area_code, period, site.as_of)
    if here:
        every = [item for item in every if item.seen < here[0].seen]
    found = [item for item in every if item.base == every[-1].base]
    if here and not found:
        eve = here[0].seen - A_DAY
        found = [*_value(site, indicator, area_code, period, eve, here[0].before or eve)]
    for item in here:
        if item.rebase:
            found = []
        now = _value(site, indicator, area_code, period, item.seen, item.seen)
        found += [value for value in now if not found or value.value != found[-1].value]
    return tuple(found)


def _refreshed(site: Site, indicator: Indicator) -> list[TableRefresh]:
    """The refreshes that changed a table of `indicator`, up to the site's day, oldest first."""
    tables = sources_of(site.store, indicator)
    every = {item for table in tables for item in refreshes(site.store, table)}
    days = sorted(every, key=lambda item: item.seen)
    return [item for item in days if site.as_of is None or item.seen <= site.as_of]


def _value(
    site: Site, indicator: Indicator, area_code: str, period: date, day: date, seen: date
) -> Iterator[Revised]:
    """The figure as known on `day`, which was there by `seen`; nothing where there was none."""
    item = site.at(day).observations(indicator).at(area_code, period)
    if item is not None and item.value is not None:
        yield Revised(seen, day, item.value)


def before_words(indicator: Indicator, item: FormerFigure) -> str:
    """All that one figure has been, in a sentence."""
    when = indicator.period_phrase(item.period)
    return f"The figure of {item.area.name} {when} has been {', then '.join(each_value(indicator, item))}."


def each_value(indicator: Indicator, item: FormerFigure) -> list[str]:
    """The values of a figure with their days: "£35.41 by 12 May 2023"."""
    return [f"{indicator.format(value.value)} by {day_words(value.seen)}" for value in item.been]


def rounded_words(site: Site, indicator: Indicator) -> str:
    """Which editions gave fewer decimals than are shown: they move figures and revise none; "" for none."""
    names = curated_series_of(site.store, indicator)
    known = decimals_of(site.store, *names[0]) if len(names) == 1 else {}
    known = {day: many for day, many in known.items() if site.as_of is None or day <= site.as_of}
    coarse = [day for day, many in known.items() if many < min(indicator.decimals, max(known.values()))]
    if not coarse:
        return ""
    many = "edition" if len(coarse) == 1 else "editions"
    days = " and ".join(day_words(day) for day in coarse)
    return (
        f"The {many} of {days} gave fewer decimals than are shown: a difference by that alone is no revision."
    )
