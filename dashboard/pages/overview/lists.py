"""The four lists of the overview, each short, with the way to the whole of it."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.attention_line import attention_lines
from dashboard.components.folds import phone_fold
from dashboard.site import Site
from dashboard.statements.attention.four_lists import EMPTY, NAMES, RULES, FourLists
from dashboard.statements.attention.statement import Statement

MOST_DRAWN = 5


def four_sections(site: Site, address: Address, found: FourLists) -> list[html.Section]:
    """Worse here, watch, good news, cannot be judged: the first lines of each, folded on a phone."""
    return [_section(site, address, key, items) for key, items in found.lists.items()]


def _section(site: Site, address: Address, key: str, items: Sequence[Statement]) -> html.Section:
    heading = html.H2(f"{NAMES[key]}: {len(items)}", id=f"list-{key}")
    if not items:
        content: list = [html.P(EMPTY[key], className="empty")]
    else:
        lines = attention_lines(site, address, items[:MOST_DRAWN], drawn=True)
        more = attention_lines(site, address, items[MOST_DRAWN:])
        listed: list = [html.Ol(lines, className="attention")]
        if more:
            summary = html.Summary(f"{len(more)} more")
            listed.append(html.Details([summary, html.Ol(more, className="attention")]))
        content = [phone_fold("Show them", f": {NAMES[key].lower()}", listed)]
    return html.Section(
        [html.Div(heading, className="section-head"), html.P(RULES[key], className="note"), *content],
        className="section",
        **{"aria-labelledby": f"list-{key}"},
    )


def all_lines(address: Address, total: int) -> html.P:
    """The way to every statement, with the filters."""
    target = link("/", address.region, list="all")
    return html.P(dcc.Link(f"All {total} statements, to filter", href=target), className="attention-more")
