"""One line of the attention list: what is said, its figure and shape, why, and what one can do about it."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.charts.district_figures import where
from dashboard.components.cached_markup import cached_markup
from dashboard.components.decided import decided, decided_line
from dashboard.components.headline import sparkline
from dashboard.record_port import Decided
from dashboard.site import Site
from dashboard.statements.age import dated
from dashboard.statements.attention.statement import Statement
from dashboard.statements.attention.tiers import KNOWN_FOR, LONG_KNOWN


def attention_lines(
    site: Site, address: Address, items: Sequence[Statement], drawn: bool = False
) -> list[html.Li]:
    """A line for each statement; `drawn` with its figure and shape beside it, and its furthest districts."""
    taken = decided(site, address)  # asked for once: the record may be in another machine's database
    return [
        _line(site, address, item, drawn, [each for each in taken if item.indicator in each.about])
        for item in items
    ]


def _line(site: Site, address: Address, item: Statement, drawn: bool, about: list[Decided]) -> html.Li:
    if about:  # what is recorded is not kept with the figures
        return _list_item(site, address, item, drawn, about)
    key = ("line", item, address.region, site.record.writable(), drawn)
    return cached_markup(site, key, lambda: _list_item(site, address, item, drawn, []))


def _list_item(site: Site, address: Address, item: Statement, drawn: bool, about: list[Decided]) -> html.Li:
    evidence = _evidence(site, address, item) if drawn else None
    title, text = item.text.split(": ", 1)
    said_so = html.Div(
        [
            html.P(
                [
                    dcc.Link(title, href=link(f"/indicator/{item.indicator}", address.region)),
                    html.Span(f": {text}"),
                    *([" ", html.Span(KNOWN_FOR, className="tag")] if item.tier in LONG_KNOWN else []),
                ],
                className="attention-text",
            ),
            _where(site, address, item) if drawn else None,
            decided_line(address, about),
            html.Details(
                [
                    html.Summary("Why, and how sure"),
                    html.P(item.reason),
                    html.P(item.sure),
                    _do(site, address, item),
                ],
                className="attention-why",
            ),
        ]
    )
    return html.Li([said_so, evidence], className=f"attention-line attention-{item.tone}")


def _where(site: Site, address: Address, item: Statement) -> html.P | None:
    """The three districts furthest on the bad side, by name; nothing where too few have a figure."""
    named = where(site, site.indicators[item.indicator], address.region)
    return html.P(named, className="attention-where") if named else None


def _evidence(site: Site, address: Address, item: Statement) -> html.Div | None:
    """The figure itself and its shape, beside the sentence; nothing where the region has no figure."""
    indicator = site.indicators[item.indicator]
    seen = site.observations(indicator).latest(item.area_code)
    if seen is None:
        return None
    figure = html.Div(
        [
            html.Span(indicator.format(seen.value), className="attention-value"),
            html.Span(dated(site, indicator, seen.period), className="period"),
        ]
    )
    return html.Div([figure, sparkline(site, indicator, address.region)], className="attention-evidence")


def _do(site: Site, address: Address, item: Statement) -> html.P | None:
    """In the office, for whoever may write in the record: to set a target for it, or set it aside."""
    if not site.record.writable():
        return None
    hidden = html.Span(f": {item.title}", className="visually-hidden")
    links = [
        dcc.Link([name, hidden], href=link("/targets", address.region, form=form, about=item.indicator))
        for name, form in (("Set a target", "target"), ("Set this line aside", "parked"))
    ]
    return html.P([links[0], " · ", links[1]], className="no-print")
