"""Key figures: the latest figure of the region and of every chosen place, how sure, and how it compares."""

from dash import html

from dashboard.charts.selection import Selection
from dashboard.components.headline import facts
from dashboard.datastore.areas import Area
from dashboard.statements.headline import REASONS, headline
from dashboard.statements.rank_words import between


def key_figures(chosen: Selection) -> html.Div:
    """A card for the region and one for each chosen place."""
    areas = dict.fromkeys((chosen.region, *chosen.places))
    return html.Div([_card(chosen, area) for area in areas], className="key-figures")


def _card(chosen: Selection, area: Area) -> html.Article:
    said = headline(chosen.site, chosen.indicator, area)
    if said.latest is None:
        return html.Article(
            [html.H2(area.name), html.P(said.missing, className="value value-missing"), facts(said.facts)],
            className="key-figure",
        )
    likely = between(chosen.indicator, said.latest)
    reason = REASONS.get(said.latest.status)
    period = [
        chosen.indicator.period_label(said.latest.period),
        html.Span(reason, className="tag") if reason else None,
    ]
    return html.Article(
        [
            html.H2(area.name),
            html.P([html.Span(said.value, className="value"), html.Span(period, className="period")]),
            html.P(f"likely between {likely.replace(' to ', ' and ')}", className="likely")
            if likely
            else None,
            facts(said.facts),
        ],
        className="key-figure",
    )
