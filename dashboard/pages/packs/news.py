"""What has changed since a pack was last made, as a list."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.datastore.areas import Area
from dashboard.statements.changes import KINDS, Change


def news_list(changes: Sequence[Change], region: Area) -> html.Ul | html.P:
    """The changes, each with a link to its evidence."""
    if not changes:
        return html.P("There is nothing new to list.", className="empty")
    return html.Ul([_line(item, region) for item in changes], className="news")


def _line(item: Change, region: Area) -> html.Li:
    _, words = item.text.split(": ", 1)
    name = item.title
    if item.kind != "gone":
        name = dcc.Link(item.title, href=link(f"/indicator/{item.indicator}", region))
    return html.Li([html.Span(KINDS[item.kind], className="news-kind"), name, f": {words}"])
