"""A table of areas by their figure, each with its limits drawn and its range of ranks. Not a league table.

The table is one component that holds its own markup: a component for every cell would cost a browser more
than the chart beside it, at every repaint. Names are escaped here; app.js puts the markup in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from dash import html

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.interval_bar import interval_bar, scale
from dashboard.datastore.areas import PLACES, Area
from dashboard.datastore.observations import Observation
from dashboard.statements import rank_words as words
from dashboard.statements.headline import REASONS

ROWS_OF_AN_END = 10  # of a long list, so many from each end
LONG_TABLE = 40
Row = tuple[Area, Observation | None]
Scale = tuple[float, float]


@dataclass(frozen=True)
class Ranking:
    """What a ranked table shows, all in one period: `rows` unordered, `beside` (name, figure, class of row)
    below them, `benchmark` the figure that each is held against, `chosen` the codes to point out, `why` says
    in a few words why an area has no figure."""

    indicator: Indicator
    region: Area
    caption: str
    rows: Sequence[Row]
    plural: str
    beside: Sequence[tuple[str, Observation, str]] = ()
    benchmark: Observation | None = None
    benchmark_name: str = ""
    chosen: frozenset[str] = field(default_factory=frozenset)
    why: Callable[[Area], str] = lambda area: "no figure"

    @cached_property
    def limits(self) -> bool:
        """Whether any figure has its 95% limits."""
        return words.has_limits([item for _, item in self.rows])

    @property
    def judged(self) -> bool:
        """Whether figures can be held against the benchmark: that takes limits."""
        return self.benchmark is not None and self.limits

    @property
    def columns(self) -> int:
        """Area, figure and bar; a range of ranks where there are limits; a verdict where it is judged."""
        return 3 + self.limits + self.judged

    @property
    def total(self) -> bool:
        """Whether the region is the sum of its areas: on their scale it would leave them no room."""
        return self.indicator.statistic == "count"

    @property
    def bar_class(self) -> str:
        """Without limits the bar repeats the figure, so a narrow screen can do without its column."""
        return "bar-cell" if self.limits else "bar-cell bar-alone"


def ranked_table(ranking: Ranking) -> html.Div:
    """The table of `ranking`, highest figure first, with a note on how to read it."""
    note = words.rank_note([item for _, item in ranking.rows], ranking.indicator)
    if len(_shown(ranking)) < len(ranking.rows):
        note = f"{words.few_of(len(ranking.rows), ROWS_OF_AN_END, ranking.plural)} {note}"
    table = html.Div(
        className="table-wrap",
        tabIndex="0",
        role="region",
        **{"aria-label": ranking.caption, "data-svg": ranked_markup(ranking)},
    )
    return html.Div([table, html.P(note, className="note")])


def ranked_markup(ranking: Ranking) -> str:
    """The table as HTML."""
    shown = _shown(ranking)
    beside = [] if ranking.total else [item for _, item, _ in ranking.beside]
    ends = scale([*[item for (_, item), _ in shown], *beside])
    body = [_area_row(ranking, row, rank, ends) for row, rank in shown]
    if len(shown) < len(ranking.rows):
        body.insert(ROWS_OF_AN_END, f'<tr><td colspan="{ranking.columns}" class="row-gap">…</td></tr>')
    body += [_beside_row(ranking, *row, None if ranking.total else ends) for row in ranking.beside]
    return (
        f'<table class="table ranked"><caption>{escape(ranking.caption)}</caption>{_head(ranking)}'
        f"<tbody>{''.join(body)}</tbody></table>"
    )


def _shown(ranking: Ranking) -> list[tuple[Row, str]]:
    """Rows with their rank, highest first, those without a figure last; of a long list only both ends."""
    ranks = words.rank_range_words([item for _, item in ranking.rows])
    rows = list(zip(ranking.rows, ranks, strict=True))
    figures = [row for row in rows if row[0][1] is not None and row[0][1].value is not None]
    figures.sort(key=lambda row: (-row[0][1].value, row[0][0].name))
    if len(rows) > LONG_TABLE and len(figures) > 2 * ROWS_OF_AN_END:
        return [*figures[:ROWS_OF_AN_END], *figures[-ROWS_OF_AN_END:]]
    return [*figures, *[row for row in rows if row[0][1] is None or row[0][1].value is None]]


def _head(ranking: Ranking) -> str:
    bar = words.LIKELY_HEAD if ranking.limits else "On one scale"
    cells = [("Area", ""), ("Figure", "number"), (bar, ranking.bar_class)]
    if ranking.limits:
        cells.append((words.RANK_HEAD, ""))
    if ranking.judged:
        cells.append((f"Against {ranking.benchmark_name}", ""))
    titles = "".join(f'<th scope="col" class="{name}">{escape(text)}</th>' for text, name in cells)
    return f"<thead><tr>{titles}</tr></thead>"


def _area_row(ranking: Ranking, row: Row, rank: str, ends: Scale) -> str:
    area, item = row
    name = escape(area.name)
    if area.level in PLACES:
        href = escape(link(f"/place/{area.code}", ranking.region))
        name = f'<a href="{href}" data-inside>{name}</a>'
    why = ranking.why(area) if item is None or item.value is None else ""
    cells = _cells(ranking, name, item, ends, why)
    if ranking.limits:
        cells += f"<td>{rank}</td>"
    if ranking.judged:
        word, mark = words.side_of_benchmark(ranking.indicator, item, ranking.benchmark)
        cells += f'<td class="mark-{mark}">{word}</td>'
    return f'<tr class="{"row-chosen" if area.code in ranking.chosen else ""}">{cells}</tr>'


def _beside_row(ranking: Ranking, name: str, item: Observation, kind: str, ends: Scale | None) -> str:
    cells = _cells(ranking, escape(name), item, ends) + "<td></td>" * (ranking.columns - 3)
    return f'<tr class="{kind}">{cells}</tr>'


def _cells(ranking: Ranking, name: str, item: Observation | None, ends: Scale | None, why: str = "") -> str:
    """Name, figure (or `why` there is none), and its bar (none without `ends`) with the limits in words."""
    head = f'<th scope="row">{name}</th>'
    if item is None or item.value is None:
        return f'{head}<td colspan="2" class="figure-missing">{escape(why)}</td>'
    indicator, note = ranking.indicator, REASONS.get(item.status)
    tag = f'<span class="tag">{note}</span>' if note else ""
    benchmark = ranking.benchmark.value if ranking.benchmark else None
    bar = f'<span class="bar" aria-hidden="true">{interval_bar(item, ends, benchmark)}</span>' if ends else ""
    between = f'<span class="bar-words">{escape(words.limits_words(indicator.format, item))}</span>'
    figure = f'<td class="number">{escape(indicator.format(item.value))}{tag}</td>'
    return f'{head}{figure}<td class="{ranking.bar_class}">{bar}{between}</td>'
