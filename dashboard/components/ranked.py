"""A table of areas by their figure, each with its limits drawn and its range of ranks. Not a league table."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dash import dcc, html

from dashboard.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.figures.interval_bar import interval_bar, scale
from dashboard.statements import rank_words as words
from dashboard.statements.headline import REASONS

ENDS = 10  # of a long list, so many from each end
LONG = 40
_LINKED = ("district", "county")
Row = tuple[Area, Observation | None]


@dataclass(frozen=True)
class Ranking:
    """What a ranked table shows, all in one period: `rows` unordered, `beside` (name, figure, class of row) below
    them, `benchmark` the figure that each is held against, `chosen` the codes to point out."""

    indicator: Indicator
    region: Area
    caption: str
    rows: Sequence[Row]
    plural: str
    beside: Sequence[tuple[str, Observation, str]] = ()
    benchmark: Observation | None = None
    benchmark_name: str = ""
    chosen: frozenset[str] = field(default_factory=frozenset)


def ranked_table(ranking: Ranking) -> html.Div:
    """The table of `ranking`, highest figure first, with a note on how to read it."""
    found = [item for _, item in ranking.rows]
    order = _ordered(ranking)
    shown = [row for row in order if row is not None]
    ends = scale([*[item for (_, item), _ in shown], *[item for _, item, _ in ranking.beside]])
    body = [_area_row(ranking, *row, ends) if row else _gap(ranking) for row in order]
    body += [_beside_row(ranking, *row, ends) for row in ranking.beside]
    note = words.rank_note(found, ranking.indicator)
    if len(shown) < len(found):
        note = f"{words.few_of(len(found), ENDS, ranking.plural)} {note}"
    table = html.Table(
        [html.Caption(ranking.caption), _head(ranking), html.Tbody(body)], className="table ranked"
    )
    wrap = html.Div(
        table, className="table-wrap", tabIndex="0", role="region", **{"aria-label": ranking.caption}
    )
    return html.Div([wrap, html.P(note, className="note")])


def _ordered(ranking: Ranking) -> list[tuple[Row, str] | None]:
    """Rows with their rank, highest first, those without a figure last; None stands where a list is cut."""
    ranks = words.ranks([item for _, item in ranking.rows])
    rows = sorted(
        zip(ranking.rows, ranks, strict=True),
        key=lambda row: (row[0][1] is None or row[0][1].value is None, -(_value(row[0][1])), row[0][0].name),
    )
    if len(rows) <= LONG:
        return rows
    figures = [row for row in rows if row[0][1] and row[0][1].value is not None]
    return [*figures[:ENDS], None, *figures[-ENDS:]]


def _value(item: Observation | None) -> float:
    return 0.0 if item is None or item.value is None else item.value


def _head(ranking: Ranking) -> html.Thead:
    cells = [html.Th("Area", scope="col"), html.Th("Figure", scope="col", className="number")]
    cells.append(
        html.Th("Likely between" if _limits(ranking) else "On one scale", scope="col", className="bar-cell")
    )
    cells.append(html.Th("Rank from the highest", scope="col"))
    if _judged(ranking):
        cells.append(html.Th(f"Against {ranking.benchmark_name}", scope="col"))
    return html.Thead(html.Tr(cells))


def _limits(ranking: Ranking) -> bool:
    return words.has_limits([item for _, item in ranking.rows])


def _judged(ranking: Ranking) -> bool:
    return ranking.benchmark is not None and _limits(ranking)


def _area_row(ranking: Ranking, row: Row, rank: str, ends: tuple[float, float]) -> html.Tr:
    area, item = row
    name = area.name
    if area.level in _LINKED:
        name = dcc.Link(area.name, href=link(f"/place/{area.code}", ranking.region))
    cells = _cells(ranking, name, item, ends)
    cells.append(html.Td(rank))
    if _judged(ranking):
        word, mark = words.against(item, ranking.benchmark, ranking.indicator.better)
        cells.append(html.Td(word, className=f"mark-{mark}"))
    return html.Tr(cells, className="row-chosen" if area.code in ranking.chosen else "")


def _beside_row(
    ranking: Ranking, name: str, item: Observation, kind: str, ends: tuple[float, float]
) -> html.Tr:
    cells = [*_cells(ranking, name, item, ends), html.Td("")]
    return html.Tr([*cells, *([html.Td("")] if _judged(ranking) else [])], className=kind)


def _cells(ranking: Ranking, name: object, item: Observation | None, ends: tuple[float, float]) -> list:
    """Name, figure, and its bar with the limits in words."""
    if item is None or item.value is None:
        reason = REASONS.get(item.status if item else "", "not published")
        return [html.Th(name, scope="row"), html.Td(reason, colSpan=2, className="figure-missing")]
    indicator = ranking.indicator
    note = REASONS.get(item.status)
    benchmark = ranking.benchmark.value if ranking.benchmark else None
    figure = [indicator.format(item.value), html.Span(note, className="tag") if note else None]
    bar = html.Span(
        className="bar", **{"data-svg": interval_bar(item, ends, benchmark), "aria-hidden": "true"}
    )
    between = html.Span(words.between(indicator, item), className="bar-words")
    return [
        html.Th(name, scope="row"),
        html.Td(figure, className="number"),
        html.Td([bar, between], className="bar-cell"),
    ]


def _gap(ranking: Ranking) -> html.Tr:
    return html.Tr(html.Td("…", colSpan=5 if _judged(ranking) else 4, className="row-gap"))
