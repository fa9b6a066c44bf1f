"""The tables of areas on the indicator page: those inside the region, and those similar to it."""

from dash import html

from dashboard.components.ranked import Ranking, ranked_table
from dashboard.components.selection import BENCHMARKS, Selection
from dashboard.components.similar import Similar
from dashboard.datastore.areas import Area
from dashboard.figures.mapped import areas_of, common_period
from dashboard.statements.map_words import LEVEL_NAMES


def region_table(chosen: Selection, level: str) -> html.Div | None:
    """The areas of `level` inside the region in their latest common period; None without figures."""
    areas = areas_of(chosen.site, chosen.region, level)
    plural = LEVEL_NAMES[level][2]
    return _table(chosen, areas, plural, f"{plural[0].upper()}{plural[1:]} of {chosen.region.name}")


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
            f"The Office for National Statistics lists no areas similar to {near.subject.name} {near.words}."
        )
    names = ", ".join(area.name for area in near.areas)
    return f"The Office for National Statistics finds these most similar to {near.subject.name} {near.words}, nearest first: {names}."


def _similar_figures(chosen: Selection, near: Similar) -> html.Div | html.P | None:
    areas = [near.subject, *near.areas] if near.areas else []
    table = _table(
        chosen,
        areas,
        "areas",
        f"{near.subject.name} and {near.title.lower()[:1]}{near.title[1:]}",
        near.subject,
    )
    if table is None:
        return (
            html.P("None of them has a published figure of this indicator.", className="empty")
            if areas
            else None
        )
    return html.Div(table, className="card")


def _table(
    chosen: Selection, areas: list[Area], plural: str, what: str, subject: Area | None = None
) -> html.Div | None:
    indicator = chosen.indicator
    observations = chosen.site.observations(indicator, chosen.region.code)
    if subject:
        observations = chosen.site.observations(indicator)
    period = common_period(observations, areas)
    if period is None:
        return None
    wide = chosen.site.observations(indicator)
    code = chosen.drawn_benchmark
    benchmark = wide.at(code, period) if code else None
    region = None if subject else wide.at(chosen.region.code, period)
    beside = [
        (chosen.region.name, region, "row-focus"),
        (BENCHMARKS.get(code, ""), benchmark, "row-benchmark"),
    ]
    return ranked_table(
        Ranking(
            indicator,
            chosen.region,
            caption=f"{what}: {indicator.title[:1].lower()}{indicator.title[1:]}, {indicator.period_label(period)}",
            rows=[(area, observations.at(area.code, period)) for area in areas],
            plural=plural,
            beside=[row for row in beside if row[1] and row[1].value is not None],
            benchmark=benchmark,
            benchmark_name=BENCHMARKS.get(code, ""),
            chosen=frozenset(area.code for area in ((subject,) if subject else chosen.places)),
        )
    )
