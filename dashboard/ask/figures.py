"""Figures of an answer: each with its period, source, page and the address of its observation."""

from dataclasses import dataclass

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import PLACES, REGIONS, Area
from dashboard.datastore.observations import Observation
from dashboard.exports.figure_text import rounded
from dashboard.site import Site
from dashboard.statements.headline import REASONS


@dataclass(frozen=True)
class AnswerFigure:
    """One figure as published, in its unit, with the digits of every file; `shown` as every page shows it;
    `period` its first day."""

    indicator: str
    title: str
    unit: str
    area_code: str
    area_name: str
    period: str
    period_label: str
    value: float
    shown: str
    lower: float | None
    upper: float | None
    status: str
    sources: tuple[str, ...]
    page: str
    observation: str


def figure(site: Site, region: Area, indicator: Indicator, area: Area, item: Observation) -> AnswerFigure:
    """`item`, which holds a figure, as an answer gives it."""
    past = f"&as_of={site.as_of}" if site.as_of else ""
    where = f"/api/v1/indicators/{indicator.id}/observations?area={area.code}&period={item.period}{past}"
    sources = dict.fromkeys(f"{source.publisher}: {source.title}" for source in site.sources(indicator))
    value = rounded(item.figure)
    assert value is not None
    return AnswerFigure(
        indicator.id, indicator.title, indicator.unit, area.code, area.name, item.period.isoformat(),
        indicator.period_label(item.period), value, indicator.format(item.value),
        rounded(item.lower), rounded(item.upper),
        REASONS.get(item.status, ""), tuple(sources), _page(site, region, indicator, area), where,
    )  # fmt: skip


def _page(site: Site, region: Area, indicator: Indicator, area: Area) -> str:
    """The indicator's page with that place on it."""
    home = area if area.level in REGIONS else site.geography.region_of(area.code, region) or region
    day = site.as_of.isoformat() if site.as_of else None
    chosen = area.code if area.level in PLACES else None
    return link(f"/indicator/{indicator.id}", home, places=chosen, as_of=day)
