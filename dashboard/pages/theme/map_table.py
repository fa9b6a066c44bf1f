"""The figures of a map as a real table: what it colours, in words."""

from dash import html

from dashboard.charts.mapped import Mapped
from dashboard.components.cached_markup import cached_markup
from dashboard.components.tables import data_table
from dashboard.datastore.areas import ENGLAND
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.headline import REASONS
from dashboard.statements.map_words import LEVEL_NAMES, map_title
from dashboard.statements.rank_words import few_beside

MOST_ROWS = 300  # rows of a table that a person reads and a page can hold
ROWS_OF_AN_END = 50


def map_table(site: Site, shown: Mapped) -> html.Div:
    """Every area of the map with its figure, by name, then the region and England for the same period.

    Above MOST_ROWS areas: ROWS_OF_AN_END of the lowest figures and of the highest, said so in the caption.
    """
    key = ("map table", shown.indicator, shown.region, shown.level)
    return cached_markup(site, key, lambda: _table(site, shown))


def _table(site: Site, shown: Mapped) -> html.Div:
    areas, caption = list(shown.areas), map_title(shown.indicator, shown.region, shown.level, shown.period)
    if len(areas) > MOST_ROWS:
        ranked = sorted(shown.figures, key=lambda code: shown.figures[code].value)
        ends = {*ranked[:ROWS_OF_AN_END], *ranked[-ROWS_OF_AN_END:]}
        areas = [area for area in areas if area.code in ends]
        caption += few_beside(len(ranked), ROWS_OF_AN_END)
    intervals = any(item.lower is not None for item in shown.figures.values())
    rows = [_row(shown, area.name, shown.figures.get(area.code), intervals) for area in areas]
    classes = [""] * len(rows)
    for area in (shown.region, site.geography.areas.get(ENGLAND)):
        item = site.observations(shown.indicator).at(area.code, shown.period) if area else None
        if item is not None and item.value is not None:
            rows.append(_row(shown, area.name, item, intervals))
            classes.append("row-benchmark")
    header = [LEVEL_NAMES[shown.level][1].capitalize(), shown.indicator.title]
    return data_table([*header, "Likely range"] if intervals else header, rows, caption, classes)


def _row(shown: Mapped, name: str, item: Observation | None, intervals: bool) -> list[str]:
    value = shown.indicator.format(item.value if item else None)
    if item is not None and item.status in REASONS:
        value += f" ({REASONS[item.status]})"
    if not intervals:
        return [name, value]
    if item is None or item.lower is None or item.upper is None:
        return [name, value, "–"]
    return [name, value, f"{shown.indicator.format(item.lower)} to {shown.indicator.format(item.upper)}"]
