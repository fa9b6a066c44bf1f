"""Demand: jobs to fill by occupation to 2035, what makes them up, and the qualifications they need."""

from dash import html

from dashboard.components.tables import FIGURE_CARDS, figure_cell, scrolled
from dashboard.datastore.skills_projected import LEVELS, Demand, Need
from dashboard.methods.skills import shares_of_openings
from dashboard.pages.skills import words

ORDERS = {"most": "Most people needed", "net": "Most new jobs", "code": "Order of the classification"}
_KEYS = {
    "most": lambda need: -(need.requirement or 0),
    "net": lambda need: -(need.net or 0),
    "code": lambda need: need.code,
}

_COLUMNS = ("Jobs in 2020", "New jobs", "To replace leavers", "Jobs to fill by 2035")
_NEEDED = "number headline-cell"  # what a reader came for: beside the name on a phone


def demand_table(demand: Demand, order: str) -> html.Div:
    """Jobs now and the jobs to fill for each occupation; a bar repeats what replaces and what is new."""
    most = max(need.requirement or 0 for need in demand.needs)
    rows = [_row(need, most) for need in sorted(demand.needs, key=_KEYS[order])]
    head = html.Thead(
        html.Tr(
            [
                *[
                    html.Th(name, scope="col", className="number" if i else "")
                    for i, name in enumerate(["Occupation", *_COLUMNS])
                ],
                html.Td(html.Span("Bar", className="visually-hidden"), className="stack-cell"),
            ]
        )
    )
    caption = "Jobs to fill by occupation, 2020 to 2035, people to the nearest hundred"
    return scrolled(caption, head, html.Tbody([*rows, _total(demand.total)]), table=FIGURE_CARDS, wrap="card")


def _row(need: Need, most: float) -> html.Tr:
    return html.Tr(
        [*_cells(need), html.Td(_bar(need, most), className="stack-cell", **{"aria-hidden": "true"})]
    )


def _total(need: Need) -> html.Tr:
    return html.Tr([*_cells(need), html.Td(className="stack-cell")], className="row-focus")


def _cells(need: Need) -> list:
    figures = [
        words.people(need.jobs),
        words.change(need.net),
        words.people(need.replacement),
        words.people(need.requirement),
    ]
    classes = ["number"] * (len(figures) - 1) + [_NEEDED]
    return [html.Th(need.name, scope="row"), *map(figure_cell, figures, _COLUMNS, classes)]


def _bar(need: Need, most: float) -> html.Div | None:
    """Replacement in grey; new jobs added in blue, or lost ones taken off it in orange."""
    if need.requirement is None or need.net is None or need.replacement is None:
        return None
    scale = 100 / (most * 1.12)
    replaced, change = need.replacement * scale, abs(need.net) * scale
    gained = need.net >= 0
    kept = replaced if gained else replaced - change
    spans = [
        html.Span(className="bar-replace", style={"left": "0", "width": f"{max(kept, 0):.2f}%"}),
        html.Span(
            className="bar-net" if gained else "bar-loss",
            style={"left": f"{max(kept, 0):.2f}%", "width": f"{change:.2f}%"},
        ),
    ]
    return html.Div(spans, className="stacked")


def demand_key() -> html.Ul:
    """What the colours of the bars mean."""
    parts = (
        ("bar-replace", "To replace people who leave"),
        ("bar-net", "New jobs"),
        ("bar-loss", "Jobs that go"),
    )
    return html.Ul(
        [html.Li([html.I(className=name, **{"aria-hidden": "true"}), text]) for name, text in parts],
        className="key",
    )


def mix_table(demand: Demand, order: str) -> html.Div:
    """The openings of each occupation at each level; a bar repeats their shares where all are known."""
    head = html.Thead(
        html.Tr(
            [
                html.Th("Occupation", scope="col"),
                *[html.Th(level, scope="col", className="number") for level in LEVELS],
                html.Td(html.Span("Bar", className="visually-hidden"), className="stack-cell"),
            ]
        )
    )
    needs = [*sorted(demand.needs, key=_KEYS[order]), demand.total]
    rows = [_mix(need, "row-focus" if need is demand.total else "") for need in needs]
    caption = "Qualifications that the jobs to fill need, 2020 to 2035, people to the nearest hundred"
    return scrolled(caption, head, html.Tbody(rows), table=FIGURE_CARDS, wrap="card")


def _mix(need: Need, name: str) -> html.Tr:
    cells = [figure_cell(words.openings(value), level) for level, value in need.mix.items()]
    return html.Tr(
        [
            html.Th(need.name, scope="row"),
            *cells,
            html.Td(_mix_bar(need), className="stack-cell", **{"aria-hidden": "true"}),
        ],
        className=name,
    )


def _mix_bar(need: Need) -> html.Div | None:
    """The shares of the openings, without the levels of which there will be fewer jobs."""
    if None in need.mix.values() or max(need.mix.values()) <= 0:
        return None
    shares = shares_of_openings(need.mix).values()
    spans = [
        html.Span(className=f"mix-{number}", style={"width": f"{value or 0:.2f}%"})
        for number, value in enumerate(shares)
    ]
    return html.Div(spans, className="mix")


def mix_key() -> html.Ul:
    """What the colours of the mix mean."""
    return html.Ul(
        [
            html.Li([html.I(className=f"mix-{number}", **{"aria-hidden": "true"}), level])
            for number, level in enumerate(LEVELS)
        ],
        className="key",
    )
