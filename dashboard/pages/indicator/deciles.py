"""An indicator by deprivation decile: ten dots with their intervals, what they say, and the indices."""

from dash import html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.deciles import deciles_chart
from dashboard.components.chart import chart_figure, chart_notes, chart_words
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements import decile_words as words
from dashboard.statements.by_decile import by_decile, why_not

NAME = "tenths"


def deciles_section(site: Site, indicator: Indicator, region: Area) -> html.Section | None:
    """The section, with the reason where there is none; None for an indicator without neighbourhoods."""
    found = by_decile(site, indicator, region)
    if found is None:
        why = why_not(site, indicator, region)
        return _without(why) if why else None
    chart = deciles_chart(site, found)
    drawn = [
        *chart_words(chart, "by-tenth"),
        html.P(words.sentence(found), className="verdict-line"),
        chart_figure(NAME, chart),
        data_table(
            ["Measure of the gap", "Figure"], [[*row] for row in words.indices(found)], "How large the gap is"
        ),
        html.Ul([html.Li(note) for note in words.notes(found)], className="chart-breaks"),
        *chart_notes(chart, f"{indicator.title} by deprivation tenth"),
    ]
    file = link(f"/download/tenths/{indicator.id}.csv", region)
    download = html.A("Download the tenths (CSV)", href=file, className="download", download="")
    return html.Section(
        [
            html.Div([html.H2(words.HEADING, id="left-behind"), download], className="section-head"),
            html.Div(drawn, className="card trend left-behind"),
        ],
        className="section",
        **{"aria-labelledby": "left-behind"},
    )


def _without(why: str) -> html.Section:
    return html.Section(html.P(words.not_shown(why), className="note"), className="section")
