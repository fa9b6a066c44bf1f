"""Indicator: one indicator over time, on the map, place by place, and what it is."""

from dash import dcc, html, no_update

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.address.parameters import areas, one_of
from dashboard.address.shown import codes_of, region_and_inside
from dashboard.charts.ahead import ahead_of, fan_shown
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.mapped import LEVELS, levels_with_figures
from dashboard.charts.plotly.figure import figure
from dashboard.charts.selection import Selection
from dashboard.charts.similar import BASES, similar
from dashboard.charts.trend import trend
from dashboard.components.absent import published_at
from dashboard.components.age_notice import age_notice
from dashboard.components.chart import chart_figure, chart_notes, chart_rows, chart_table, chart_words
from dashboard.components.decided import decided_about, decided_line
from dashboard.components.parts import Parts
from dashboard.components.region_map import region_map, region_map_data, region_map_legend
from dashboard.components.share_chart import share_chart
from dashboard.datastore.areas import ENGLAND, PLACES
from dashboard.pages.indicator.about import about
from dashboard.pages.indicator.change_section import (
    CHART,
    VERDICT,
    change_section,
    change_words,
    judge,
)
from dashboard.pages.indicator.controls import indicator_controls, level_switch
from dashboard.pages.indicator.deciles import deciles_section
from dashboard.pages.indicator.former_section import former_section
from dashboard.pages.indicator.groups import groups_section
from dashboard.pages.indicator.key_figures import key_figures
from dashboard.pages.indicator.outlook_words import ahead_words
from dashboard.pages.indicator.place_tables import region_table, similar_table
from dashboard.pages.indicator.size_of_gap import size_section
from dashboard.pages.indicator.stations_section import stations_section
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.judgement.control_chart import trend_periods
from dashboard.statements.judgement.judgement import cached_judgement
from dashboard.statements.judgement.trend_words import nothing
from dashboard.statements.map_words import LEVEL_NAMES, other_level
from dashboard.statements.outlook.outlook import Outlook

PATH = "/indicator/<theme>/<name>"
PARAMETERS = {
    "places": areas(5, PLACES),
    "basis": one_of(tuple(BASES), "none"),
    "level": one_of(("", *LEVELS), ""),
    "intervals": one_of(("shown", "hidden"), "shown"),
    "ahead": one_of(("", "shown", "hidden"), ""),
    "judge": judge,
}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return address.indicator.title


def layout(site: Site, address: Address) -> list:
    """Head and controls, then key figures, trend and verdict, places and map, similar areas, definition."""
    found = ahead_of(site, address.indicator, address.region)
    chosen = selection(site, address, found)
    chart = trend(chosen)
    made = _parts(site, address, chosen, chart, found)
    return [
        _head(site, address),
        indicator_controls(chosen, address.basis, found, chosen.outlook is not None),
        made.part("key"),
        decided_line(address, decided_about(site, address, address.indicator.id)),
        _trend(chosen, made, chart, _level(site, address)),
        change_section(chosen, address.judge, made),
        size_section(site, address.indicator, address.region),
        groups_section(site, address.indicator, address.region),
        deciles_section(site, address.indicator, address.region),
        _places(site, address, made),
        made.part("stations"),
        made.part("similar"),
        about(site, address.indicator, address.region),
    ]


def parts(site: Site, address: Address) -> Parts:
    """Everything that a control changes."""
    found = ahead_of(site, address.indicator, address.region)
    chosen = selection(site, address, found)
    return _parts(site, address, chosen, trend(chosen), found)


def _parts(
    site: Site, address: Address, chosen: Selection, chart: Chart | Dots | None, found: Outlook
) -> Parts:
    level = _level(site, address)
    verdict = change_words(site, address.indicator, address.region, address.judge)
    made = Parts(
        {
            "key": key_figures(chosen),
            "stations": stations_section(chosen),
            "similar": similar_table(chosen),
            VERDICT: verdict,
        },
        {CHART: no_update},  # comes with its verdict
    )
    if chart:
        made.children["outlook"] = ahead_words(chosen, found)
        made.children["trend-words"] = chart_words(chart, "trend")
        made.children["trend-notes"] = chart_notes(chart)
        caption = f"{chosen.indicator.title}, {chosen.indicator.unit}"
        made.children["trend-table"] = chart_rows(chart, caption)
        made.children["former"] = former_section(chosen)
        made.children["trend-take"] = share_chart(site, address)
        made.charts["trend"] = figure(chart)
    if level:
        selected = [area.code for area in address.places]
        made.children["table"] = _table(chosen, address, level)
        made.children["places-legend"] = region_map_legend(site, chosen.indicator, chosen.region, level)
        made.maps["places"] = region_map_data(site, chosen.indicator, chosen.region, level, selected)
    return made


def selection(site: Site, address: Address, found: Outlook | None = None) -> Selection:
    """What the page draws over time; `found` is what lies ahead of the region's line."""
    indicator, region = address.indicator, address.region
    found = found or ahead_of(site, indicator, region)
    return Selection(
        site,
        indicator,
        region,
        address.places,
        similar(site, region, address.places, address.basis),
        address.intervals == "shown",
        outlook=found if fan_shown(found, address.ahead) else None,
        judged=frozenset(trend_periods(cached_judgement(site, indicator, region))),
        paths=True,
    )


def _level(site: Site, address: Address) -> str:
    """The level asked for where it has figures, else the first that has; empty where none has."""
    levels = levels_with_figures(site, address.indicator, address.region)
    return address.level if address.level in levels else next(iter(levels), "")


def _table(chosen: Selection, address: Address, level: str) -> list:
    instead = address.level and address.level != level
    note = other_level(chosen.indicator, address.level, level, ()) if instead else None
    return [note and html.P(note, className="note"), region_table(chosen, level)]


def _head(site: Site, address: Address) -> html.Div:
    indicator = address.indicator
    theme = dcc.Link(site.themes[indicator.theme], href=link(f"/theme/{indicator.theme}", address.region))
    return html.Div(
        [
            html.P(theme, className="crumb"),
            html.H1(indicator.title),
            html.P(f"{indicator.question} Measured as {indicator.unit}."),
            age_notice(site, indicator, address.region),
        ],
        className="page-head",
    )


def _trend(chosen: Selection, made: Parts, chart: Chart | Dots | None, level: str) -> html.Section:
    if chart is None:
        smaller = LEVEL_NAMES[level][2] if level else ""
        none = absent(chosen.site, chosen.indicator, chosen.region)
        reason = [nothing(chosen.indicator, none, smaller), *([] if smaller else published_at(none.address))]
        return html.Section(html.P(reason, className="empty"))
    return html.Section(
        [
            made.part("trend-words"),
            chart_figure("trend", chart),
            made.part("outlook", className="outlook"),
            made.part("trend-notes", className="chart-notes"),
            chart_table(made.part("trend-table")),
            made.part("former"),
            made.part("trend-take"),
        ],
        className="card trend",
        **{"aria-labelledby": "trend"},
    )


def _places(site: Site, address: Address, made: Parts) -> html.Section | None:
    level = _level(site, address)
    if not level:
        return None
    levels = levels_with_figures(site, address.indicator, address.region)
    heading = html.Div(
        [html.H2(f"Inside {address.region.name}", id="places"), level_switch(levels, level)],
        className="section-head",
    )
    selected = [area.code for area in address.places]
    drawn = region_map(site, address.indicator, address.region, level, "places", selected)
    columns = [made.part("table", className="card"), html.Div(drawn, className="card sticky")]
    return html.Section(
        [heading, html.Div(columns, className="columns columns-places")],
        className="section",
        **{"aria-labelledby": "places"},
    )


def shown(site: Site, address: Address) -> Shown:
    """The region, what it is made of, the places compared and England."""
    yield (
        address.indicator,
        [*region_and_inside(site, address), *codes_of(address.values.get("places")), ENGLAND],
    )


PAGE = Page(PATH, title, layout, parts=parts, parameters=PARAMETERS, figures=shown)
