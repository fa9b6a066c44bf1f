"""What an empty page of the record suggests: the first lines of today's list, and what to do about each."""

from collections.abc import Mapping

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.datastore.areas import Area
from dashboard.record.rights import refusal
from dashboard.site import Site
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.four_lists import four_lists
from dashboard.statements.attention.statement import Statement
from dashboard.statements.attention.to_decide import to_decide

MOST_SUGGESTIONS = 3
# What can be done about a line of the list: how it is worded, and the address that begins it.
WAYS = {
    "decide": "Record a decision about it",
    "target": "Set a target for it",
    "pilot": "Try something",
    "park": "Set it aside for now",
    "event": "Note what happened to it",
    "promise": "Record a promise about it",
    "action": "Add an action about it",
    "alert": "Be told when its theme changes",
}


def suggested(site: Site, address: Address, *ways: str) -> html.Div | None:
    """The lines with the `ways` offered, of WAYS; None for whoever may not write, on a past day, or without
    a line."""
    if refusal() or address.as_of:
        return None
    lines = to_decide(site, four_lists(attention_list(site, address.region)))[:MOST_SUGGESTIONS]
    if not lines:
        return None
    return html.Div(
        [
            html.P("What stands out today:", className="note"),
            html.Ul([_line(address.region, item, ways) for item in lines], className="entries"),
        ],
        className="suggested",
    )


def _line(region: Area, item: Statement, ways: tuple[str, ...]) -> html.Li:
    addresses = way_to(region, item.indicator)
    links = [
        dcc.Link([WAYS[way], html.Span(f": {item.title}", className="visually-hidden")], href=addresses[way])
        for way in ways
    ]
    return html.Li([html.P(item.text), html.Div(links, className="row-actions")], className="entry")


def way_to(region: Area, indicator: str) -> Mapping[str, str]:
    """The address that begins each of WAYS for an indicator."""
    view = link(f"/indicator/{indicator}", region)
    return {
        "decide": link("/decision/new", region, view=view),
        "target": link("/targets", region, form="target", about=indicator),
        "pilot": link("/pilot/new", region, about=indicator),
        "park": link("/targets", region, form="parked", about=indicator),
        "event": link("/targets", region, form="event", about=indicator),
        "promise": link("/promises", region, form="promise", about=indicator),
        "action": link("/task-force", region, form="action", about=indicator),
        "alert": link("/alerts", region, form="alert", about=indicator),
    }
