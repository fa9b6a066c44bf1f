"""The attention list: ranked statements, each with its reason, how sure it is and a link to the evidence."""

import dash_mantine_components as dmc
from dash import dcc, html

from dashboard.address import Address, link
from dashboard.components.headline import sparkline
from dashboard.site import Site
from dashboard.statements.attention import TIERS, Statement, attention_list

SHOW = {
    "all": "Everything",
    "worsening": "Getting worse",
    "improving": "Improving",
    "below": "Worse than England",
    "peers": "Worse than similar places",
    "target": "Off target",
}
FEW = 6
_KEPT = {
    "all": lambda item: True,
    "worsening": lambda item: item.change == "worsening",
    "improving": lambda item: item.change == "improving",
    "below": lambda item: item.against == "worse",
    "peers": lambda item: item.peers == "worse",
    "target": lambda item: item.target == "off",
}


def chosen(site: Site, address: Address, theme: str | None = None) -> list[Statement]:
    """The statements that the address's filters keep, in order of attention."""
    kept = [item for item in attention_list(site, address.region) if _KEPT[address.show](item)]
    return [item for item in kept if theme is None or item.theme == theme]


def attention_controls(address: Address) -> html.Div:
    """The filter of the list, kept in the address as `show`."""
    return html.Div(
        dmc.Select(
            id={"control": "show"},
            label="Show",
            data=[{"value": key, "label": name} for key, name in SHOW.items()],
            value=address.show,
            allowDeselect=False,
        ),
        className="controls",
    )


def attention_items(site: Site, address: Address, theme: str | None = None) -> html.Div:
    """The list itself: the first few lines, the rest behind a disclosure."""
    items = chosen(site, address, theme)
    if not items:
        return html.P(f"Nothing here: no statement is “{SHOW[address.show].lower()}”.", className="empty")
    first = html.Ol(
        [_line(address, item, _evidence(site, address, item)) for item in items[:FEW]], className="attention"
    )
    if len(items) <= FEW:
        return html.Div(first)
    rest = html.Ol([_line(address, item) for item in items[FEW:]], className="attention", start=FEW + 1)
    return html.Div([first, html.Details([html.Summary(f"Show the other {len(items) - FEW}"), rest])])


def _evidence(site: Site, address: Address, item: Statement) -> html.Div | None:
    """The figure itself and its shape, beside the sentence; nothing where the region has no figure."""
    indicator = site.indicators[item.indicator]
    seen = site.observations(indicator).latest(item.area_code)
    if seen is None:
        return None
    figure = html.Div(
        [
            html.Span(indicator.format(seen.value), className="attention-value"),
            html.Span(indicator.period_label(seen.period), className="period"),
        ]
    )
    return html.Div([figure, sparkline(site, indicator, address.region)], className="attention-evidence")


def _line(address: Address, item: Statement, evidence: html.Div | None = None) -> html.Li:
    title, said = item.text.split(": ", 1)
    words = html.Div(
        [
            html.P(
                [
                    dcc.Link(
                        title, href=link(f"/indicator/{item.indicator}", address.region, as_of=_day(address))
                    ),
                    html.Span(f": {said}"),
                ],
                className="attention-text",
            ),
            html.Details(
                [html.Summary("Why, and how sure"), html.P(item.reason), html.P(item.sure)],
                className="attention-why",
            ),
        ]
    )
    return html.Li([words, evidence], className=f"attention-line attention-{_tone(item)}")


def _day(address: Address) -> str | None:
    return address.as_of.isoformat() if address.as_of else None


def _tone(item: Statement) -> str:
    if item.tier <= TIERS.index("Worse than England, more than chance explains"):
        return "worse"
    return "better" if item.change == "improving" else "neutral"
