"""What is said under a chart of the years ahead: whether targets are met, and how the range did when
tested."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.charts.ahead import track_words
from dashboard.charts.selection import Selection
from dashboard.datastore.areas import Area
from dashboard.statements.outlook.fan import why_off
from dashboard.statements.outlook.outlook import Outlook


def ahead_words(chosen: Selection, found: Outlook) -> list:
    """Where it is heading, and whether that meets the targets; nothing without a figure for the region."""
    if not chosen.has(chosen.region.code):
        return []
    on_track = [html.P(text) for text in track_words(chosen)]
    return [*on_track, *outlook_words(found, chosen.outlook is not None, chosen.region)]


def outlook_words(found: Outlook, shown: bool, region: Area) -> list:
    """What is expected, how the range did on the past, and why it is not drawn."""
    if not found.steps:
        return [html.P(found.text, className="note")]
    off = "" if shown else why_off(found) or "Not drawn, as you chose."
    more = dcc.Link("How all ranges did when tested", href=link("/tested", region))
    return [html.P(found.text), html.P([f"{found.tested} {off}".strip(), " ", more, "."], className="note")]
