"""What a theme's page says first: what is worse here, what to watch and what got better, with each figure."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.attention import (
    all_of_theme,
    attention_of_theme,
    chance,
    set_aside,
    standing_of_theme,
)
from dashboard.components.cached_markup import cached_markup
from dashboard.components.decided import decided, decided_line
from dashboard.datastore.areas import Area
from dashboard.record_port import Decided
from dashboard.site import Site
from dashboard.statements.age import dated
from dashboard.statements.attention.four_lists import EMPTY, GOOD, NAMES, WATCH, WORSE_HERE, four_lists
from dashboard.statements.attention.overview_words import what
from dashboard.statements.attention.statement import Statement

MOST_NEWS = 2
LISTS = (WORSE_HERE, WATCH, GOOD)
QUIET = (
    "Nothing here is surely worse than elsewhere or than before, nothing is to be watched, and no figure is "
    "surely better than before. The districts differ all the same: they stand side by side below."
)


def news(site: Site, address: Address) -> html.Section | None:
    """The first lines of the three lists of the theme; every line with its reasons where the address asks for
    all. None where nothing is said of the theme."""
    items, aside = standing_of_theme(site, address)
    if not items and not aside:
        return None
    if address.list == "all":
        content = [attention_of_theme(site, address)]
    else:
        content = [
            _lists(site, address, items),
            html.Div([all_of_theme(address, len(items)), _by_chance(items)], className="told-more"),
            set_aside(aside),
        ]
    heading = html.H2("What needs attention", id="attention", className="visually-hidden")
    return html.Section([heading, *content], className="theme-news", **{"aria-labelledby": "attention"})


def _by_chance(items: list[Statement]) -> html.Details | None:
    line = chance(items)
    if line is None:
        return None
    return html.Details([html.Summary("How many of these chance would make"), line], className="note")


def _lists(site: Site, address: Address, items: Sequence[Statement]) -> html.Div | html.P:
    found, taken = four_lists(items), decided(site, address)
    if not any(found.lists[key] for key in LISTS):
        return html.P(QUIET, className="empty")
    return html.Div([_list(site, address, key, found.lists[key], taken) for key in LISTS], className="told")


def _list(
    site: Site, address: Address, key: str, items: Sequence[Statement], taken: Sequence[Decided]
) -> html.Div:
    if not items:
        content: list = [html.P(EMPTY[key], className="note")]
    else:
        content = [html.Ul([_line(site, address, item, taken) for item in items[:MOST_NEWS]])]
        left = len(items) - MOST_NEWS
        if left > 0:
            content.append(html.P(f"and {left} more", className="note"))
    return html.Div([html.H3(f"{NAMES[key]}: {len(items)}"), *content], className=f"told-list told-{key}")


def _line(site: Site, address: Address, item: Statement, taken: Sequence[Decided]) -> html.Li:
    about = [each for each in taken if item.indicator in each.about]
    line = cached_markup(site, ("news", item, address.region), lambda: _news_line(site, item, address.region))
    return html.Li([line, decided_line(address, about)])


def _news_line(site: Site, item: Statement, region: Area) -> html.Div:
    indicator = site.indicators[item.indicator]
    title = dcc.Link(item.title, href=link(f"/indicator/{item.indicator}", region))
    seen = site.observations(indicator).latest(item.area_code)
    if seen is None:
        return html.Div([html.P(title), html.P(what(site, item), className="note")])
    figure = html.Span(indicator.format(seen.value), className="told-value")
    period = html.Span(f" {dated(site, indicator, seen.period)}", className="note")
    return html.Div([html.P(title), html.P([figure, period]), html.P(what(site, item), className="note")])
