"""The tables of areas on the indicator page: those inside the region, and those similar to it."""

from datetime import date

from dash import html

from dashboard.charts.mapped import mapped
from dashboard.charts.selection import BENCHMARKS, Selection
from dashboard.charts.similar import Similar
from dashboard.datastore.areas import NEIGHBOURHOODS, Area
from dashboard.datastore.observed import common_period
from dashboard.pages.indicator.ranked import Ranking, ranked_table
from dashboard.statements.absence.absent import absent_in
from dashboard.statements.map_words import LEVEL_NAMES, map_heading


def region_table(chosen: Selection, level: str) -> html.Div | None:
    """The areas of `level` inside the region in their latest common period; None without figures.

    Places to point out are districts and counties: the table of a neighbourhood level is made once.
    """
    if level not in NEIGHBOURHOODS:
        return _region_table(chosen, level)
    key = ("region table", chosen.indicator.id, chosen.region.code, level)
    return chosen.site.remember(key, lambda: _region_table(chosen, level))


def _region_table(chosen: Selection, level: str) -> html.Div | None:
    shown = mapped(chosen.site, chosen.indicator, chosen.region, level)
    plural = LEVEL_NAMES[level][2]
    caption = f"{plural} of {chosen.region.name}"
    return _table(chosen, list(shown.areas), plural, caption, shown.period)


def similar_table(chosen: Selection) -> html.Section | None:
    """The similar areas, with the one they are similar to; None when none are asked for."""
    near = chosen.similar
    if near is None:
        return None
    return html.Section(
        [
            html.Div(html.H2(near.title, id="similar"), className="section-head"),
            html.P(_about(near), className="note"),
            _similar_figures(chosen, near),
        ],
        className="section",
        **{"aria-labelledby": "similar"},
    )


def _about(near: Similar) -> str:
    if not near.areas:
        return (
            f"The Office for National Statistics lists no areas similar to {near.subject.name} {near.words}: "
            "it compares councils with councils, and the 15 combined authorities of 2025 with each other."
        )
    names = ", ".join(area.name for area in near.areas)
    return (
        f"The Office for National Statistics finds these most similar to {near.subject.name} {near.words}, "
        f"nearest first: {names}."
    )


def _similar_figures(chosen: Selection, near: Similar) -> html.Div | html.P | None:
    if not near.areas:
        return None
    areas = [near.subject, *near.areas]
    period = common_period(chosen.site.observations(chosen.indicator), areas)
    table = _table(chosen, areas, "areas", near.title[:1].lower() + near.title[1:], period, near.subject)
    if table is None:
        return html.P("None of them has a figure of this indicator here.", className="empty")
    return html.Div(table, className="card")


def _table(
    chosen: Selection,
    areas: list[Area],
    plural: str,
    what: str,
    period: date | None,
    subject: Area | None = None,
) -> html.Div | None:
    """With a `subject`, one of `areas`, that one is pointed out; else the region stands below its areas."""
    if period is None:
        return None
    site, indicator, code = chosen.site, chosen.indicator, chosen.drawn_benchmark
    wide = site.observations(indicator)
    observations = wide if subject else site.observations(indicator, chosen.region.code)
    benchmark = wide.at(code, period) if code else None
    beside = [] if subject else [(chosen.region.name, wide.at(chosen.region.code, period), "row-focus")]
    beside.append((BENCHMARKS.get(code, ""), benchmark, "row-benchmark"))
    return ranked_table(
        Ranking(
            indicator,
            chosen.region,
            caption=f"{map_heading(indicator, period)}: {what}",
            rows=[(area, observations.at(area.code, period)) for area in areas],
            plural=plural,
            beside=[row for row in beside if row[1] and row[1].value is not None],
            benchmark=benchmark,
            benchmark_name=BENCHMARKS.get(code, ""),
            chosen=frozenset(area.code for area in ((subject,) if subject else chosen.places)),
            why=lambda area: absent_in(site, indicator, area, period, chosen.region).short,
        )
    )
