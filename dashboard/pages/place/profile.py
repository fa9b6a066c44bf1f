"""The profile of a place: a table for each theme, one indicator a row, readable on a phone as blocks."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.components.absent import cell_words
from dashboard.components.headline import sparkline
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.judgement.judgement import Against
from dashboard.statements.place_words import Entry, verdict, verdict_sentence


def profile_table(
    site: Site, entries: list[Entry], place: Area, beside: Area | None, home: Area, caption: str
) -> html.Div:
    """`entries` of `place` beside `beside` (the city region it lies in, if any) and England.

    Links lead to the pages of `home`; `caption` names the table.
    """
    regions = [beside] if beside and beside != place else []
    columns = ["Indicator", place.name, "Period", "Over time", *[area.name for area in regions], "England"]
    header = [
        html.Th(name, scope="col", className="" if name in _WORDS else "number")
        for name in [*columns, "Compared with England"]
    ]
    rows = [_row(site, item, place, regions, home) for item in entries]
    return html.Div(
        html.Table(
            [
                html.Caption(caption, className="visually-hidden"),
                html.Thead(html.Tr(header)),
                html.Tbody(rows),
            ],
            className="table profile",
        ),
        className="profile-wrap",
    )


_WORDS = {"Indicator", "Period", "Over time", "Compared with England"}


def _row(site: Site, item: Entry, place: Area, regions: list[Area], home: Area) -> html.Tr:
    href = link(f"/indicator/{item.indicator.id}", home, places=[place.code])
    name = html.Th(
        [dcc.Link(item.indicator.title, href=href), html.Span(item.indicator.unit, className="profile-unit")],
        scope="row",
    )
    if item.latest is None:
        span = 5 + len(regions)
        missing = html.Td(cell_words(item.absence, home), colSpan=span, className="profile-missing")
        return html.Tr([name, missing])
    cells = [
        _cell(place.name, item.value, "number profile-value"),
        _cell("Period", item.age.after(item.period)),
        _cell("Over time", _over_time(site, item, place), "profile-time"),
        *[_cell(area.name, item.region, "number") for area in regions],
        _cell("England", item.england, "number"),
        _cell("Compared with England", against_words(item.against)),
    ]
    return html.Tr([name, *cells])


def _cell(label: str, content: object, name: str = "") -> html.Td:
    return html.Td(content, className=name, **{"data-label": label})


def _over_time(site: Site, item: Entry, place: Area) -> list:
    shape = sparkline(site, item.indicator, place)
    words = item.change.text if item.change else "No earlier figure to compare"
    element = html.Span(words, className="note")
    # A Dash component without children counts as false: ask for None.
    return [element] if shape is None else [element, shape]


def against_words(held: Against | None) -> Component:
    """The comparison in words, its colour only adding to them; an en dash where none can be made."""
    if held is None:
        return html.Span("–")
    return html.Span(verdict_sentence(held), className=f"mark mark-{verdict(held)[1]}")
