"""Key figures: the latest figure of the region and of every chosen place, how sure, and how it compares."""

from dash import html

from dashboard.charts.selection import Selection
from dashboard.components.headline import facts
from dashboard.datastore.areas import Area
from dashboard.statements.headline import REASONS, headline
from dashboard.statements.rank_words import limits_phrase


def key_figures(chosen: Selection) -> html.Div:
    """A card for the region and one for each chosen place."""
    areas = dict.fromkeys((chosen.region, *chosen.places))
    return html.Div([_card(chosen, area) for area in areas], className="key-figures")


def _card(chosen: Selection, area: Area) -> html.Article:
    shown = headline(chosen.site, chosen.indicator, area)
    if shown.latest is None:
        return html.Article(
            [html.H2(area.name), html.P(shown.missing, className="value value-missing"), facts(shown.facts)],
            className="key-figure",
        )
    likely = limits_phrase(chosen.indicator.format, shown.latest)
    reason = REASONS.get(shown.latest.status)
    period = [
        chosen.indicator.period_label(shown.latest.period),
        html.Span(reason, className="tag") if reason else None,
    ]
    return html.Article(
        [
            html.H2(area.name),
            html.P([html.Span(shown.value, className="value"), html.Span(period, className="period")]),
            html.P(likely, className="likely") if likely else None,
            facts(shown.facts),
        ],
        className="key-figure",
    )
