"""What has changed since a pack was last made, as a list."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.datastore.areas import Area
from dashboard.statements.changed.compared import CHANGE_KINDS, IndicatorChange
from dashboard.statements.changed.words import headline_of, sentences_of


def news_list(changes: Sequence[IndicatorChange], region: Area) -> html.Ul | html.P:
    """The changes, each with a link to its evidence."""
    if not changes:
        return html.P("There is nothing new to list.", className="empty")
    return html.Ul([_line(item, region) for item in changes], className="news")


def _line(item: IndicatorChange, region: Area) -> html.Li:
    name = dcc.Link(item.indicator.title, href=link(f"/indicator/{item.indicator.id}", region))
    kind = html.Span(CHANGE_KINDS[item.kind], className="news-kind")
    return html.Li([kind, name, f": {headline_of(item)}. {' '.join(sentences_of(item)[:1])}"])
