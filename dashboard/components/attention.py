"""The attention list: ranked statements, each with its reason, how sure it is and a link to the evidence."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.attention_filters import SHOW
from dashboard.components.attention_line import attention_lines
from dashboard.datastore.areas import Area
from dashboard.record_port import SetAside
from dashboard.site import Site
from dashboard.statements import record_words as words
from dashboard.statements.attention.attention import Statement, attention_list
from dashboard.statements.attention.chance_words import FIRST_LIST, behind
from dashboard.statements.attention.tiers import TIERS
from dashboard.statements.outlook.record_targets import targets_of

MOST_DRAWN = 6
_KEPT = {
    "all": lambda item: True,
    "worsening": lambda item: item.change == "worsening",
    "improving": lambda item: item.change == "improving",
    "below": lambda item: item.against == "worse",
    "peers": lambda item: item.peers == "worse",
    "target": lambda item: item.target == "off",
}


def chosen(site: Site, address: Address) -> list[Statement]:
    """The statements that the address's filters keep, in order of attention."""
    items = [item for item in _list(site, address.region) if _KEPT[address.show](item)]
    return [item for item in items if address.about in ("", item.theme)]


def _list(site: Site, region: Area) -> list[Statement]:
    """The statements about a region, each held to its target where the office has set one."""
    return attention_list(site, region, targets_of(site, region.code))


def standing_of_theme(
    site: Site, address: Address
) -> tuple[list[Statement], list[tuple[Statement, SetAside]]]:
    """What is said of the address's theme in order of attention, and what of it is set aside, with why."""
    items = [item for item in _list(site, address.region) if item.theme == address.theme]
    return without_set_aside(site, address, items)


def attention_of_theme(site: Site, address: Address) -> html.Div:
    """Every line of the address's theme with its reasons, and the way back to the first."""
    items, parked = standing_of_theme(site, address)
    lines = attention_lines(site, address, items)
    back = all_of_theme(address, len(items))
    return html.Div([back, html.Ol(lines, className="attention"), set_aside(parked), chance(items)])


def all_of_theme(address: Address, total: int) -> html.P | None:
    """The way from the first lines of a theme to all, and back."""
    return _more(address, total, 0, "Show the first only", "with why, and how sure")


def attention_items(site: Site, address: Address) -> html.Div:
    """The list itself: the first few lines and a link to all of them, or all when the address says so.

    Only what is asked for is sent: seventy lines that nobody has opened cost the browser seconds.
    """
    items, parked = without_set_aside(site, address, chosen(site, address))
    if not items and not parked:
        on = f" on {site.themes[address.about].lower()}" if address.about else ""
        return html.P(f"Nothing here: no statement{on} is “{SHOW[address.show].lower()}”.", className="empty")
    shown = items if address.list == "all" else items[:MOST_DRAWN]
    lines = attention_lines(site, address, shown[:MOST_DRAWN], drawn=True)
    lines += attention_lines(site, address, shown[MOST_DRAWN:])
    filters = {"show": address.show, "about": address.about}
    return html.Div(
        [
            html.Ol(lines, className="attention"),
            _more(address, len(items), MOST_DRAWN, "Back to the overview", **filters),
            set_aside(parked),
            chance(items),
            _order(),
        ]
    )


def chance(items: list[Statement]) -> html.P | None:
    """How many comparisons lie behind the lines, shown or not, and how many of them chance would make."""
    waiting_line = behind(items)
    return html.P(waiting_line, className="note") if waiting_line else None


def _order() -> html.Details:
    """By which rule the lines are ranked."""
    groups = html.Ol([html.Li(f"{name}.") for name in TIERS])
    told = (
        "Within each group the main indicators come first, then those that lie furthest on the worse side. "
        f"{FIRST_LIST}"
    )
    return html.Details([html.Summary("How this list is ordered"), groups, html.P(told)], className="note")


def _more(address: Address, total: int, few: int, back: str, what: str = "", **filters: str) -> html.P | None:
    """The way to the whole list of `total` lines (and `what` it adds), or `back` from it; None where `few`
    are all."""
    if total <= few:
        return None
    whole = address.list == "all"
    target = link(address.path, address.region, **filters, list=None if whole else "all")
    there = ", ".join(filter(None, (f"Show all {total}", what)))
    return html.P(dcc.Link(back if whole else there, href=target), className="attention-more")


def without_set_aside(
    site: Site, address: Address, items: list[Statement]
) -> tuple[list[Statement], list[tuple[Statement, SetAside]]]:
    """The lines to show, and those that the office has parked for now, with why."""
    day = address.as_of or datetime.now(UTC).date()
    aside = site.record.set_aside(address.region.code, day)
    parked = [(item, aside[item.indicator]) for item in items if item.indicator in aside]
    return [item for item in items if item.indicator not in aside], parked


def set_aside(parked: list[tuple[Statement, SetAside]]) -> html.Details | None:
    """The lines that the office has set aside, with until when and why; None without any."""
    if not parked:
        return None
    lines = [
        html.Li(
            [html.P(item.text, className="attention-text"), html.P(words.parked(aside), className="note")],
            className="attention-line",
        )
        for item, aside in parked
    ]
    summary = html.Summary(f"Set aside for now: {len(parked)}")
    return html.Details([summary, html.Ul(lines, className="attention")])
