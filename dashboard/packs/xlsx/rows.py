"""The rows of a pack's workbook: one list of rows for each sheet, from the pack's observations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.charts.chart import Chart
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.exports.figure_text import rounded
from dashboard.exports.shorthand import marker
from dashboard.packs.model import Pack, Section
from dashboard.packs.words import subject_and_words
from dashboard.statements.absence.absence import Absence
from dashboard.statements.headline import REASONS


@dataclass(frozen=True)
class NumberCell:
    """A number in full, to be shown with `decimals`."""

    value: float
    decimals: int

    @property
    def clean(self) -> float:
        """The value with the digits of every file and the API: 71.9, not 71.89999999999999."""
        return rounded(self.value) or 0.0


Cell = str | NumberCell
Row = tuple[Cell, ...]
Rows = Callable[[Pack], Iterator[Row]]

_FIGURE = ("Value", "Shown", "Likely from", "Likely to", "Status")


def _number(value: float | None, decimals: int, status: str = "") -> Cell:
    return marker(status) if value is None else NumberCell(value, decimals)


def _figure(indicator: Indicator, item: Observation) -> Row:
    """Value, the same as shown on the screen, limits, and what is special about it."""
    low, high = (
        "" if value is None else NumberCell(value, indicator.decimals) for value in (item.lower, item.upper)
    )
    value = _number(item.value, indicator.decimals, item.status)
    return value, indicator.format(item.value), low, high, REASONS.get(item.status, "")


def messages(pack: Pack) -> Iterator[Row]:
    """What is said, section by section, with its reason and how sure it is."""
    for section in pack.sections:
        yield section.kicker, "Title", section.title, section.edited, ""
        for item in section.statements:
            subject, words = subject_and_words(item)
            yield section.kicker, subject, words, item.reason, item.sure
        for ask in section.asks:
            item = ask.statement
            words = " ".join(
                f"{line.rstrip('.')}." for line in (ask.what, ask.size, ask.where, ask.decided) if line
            )
            yield section.kicker, item.title, words, item.reason, item.sure
        for listing in section.listings:
            yield from ((section.kicker, listing.title, line, "", "") for line in listing.shown_lines)


def figures(pack: Pack) -> Iterator[Row]:
    """The latest figure of every indicator for the place of the pack and the places in it, each once."""
    seen = set()
    for section in pack.sections:
        for place, indicator, item in _latest(section):
            key = (place.code, indicator.id)
            if key not in seen:
                seen.add(key)
                yield (
                    place.code,
                    place.name,
                    indicator.title,
                    indicator.unit,
                    *_newest(indicator, item),
                    pack.page_of(indicator),
                )


def _newest(indicator: Indicator, item: Observation | Absence) -> Row:
    """Period and figure, or the mark and the reason of its absence."""
    if isinstance(item, Absence):
        return "", *_absent(item)
    return indicator.period_label(item.period), *_figure(indicator, item)


def _absent(none: Absence) -> Row:
    return marker(none.mark), "–", "", "", none.printed


def _latest(section: Section) -> Iterator[tuple[Area, Indicator, Observation | Absence]]:
    """What each card, line of a profile and cell of a comparison has, or why it has none."""
    for card in (*section.figures, *(ask.figure for ask in section.asks)):
        yield card.area, card.indicator, card.latest or card.absence
    for profile in section.profiles:
        for entry in profile.entries:
            yield profile.place, entry.indicator, entry.latest or entry.absence
    for comparison in section.comparisons:
        for indicator, line, latest in comparison.rows:
            for place in comparison.places:
                yield place, indicator, latest[place.code] or line.cells[place.code].absence


def chart_figures(pack: Pack) -> Iterator[Row]:
    """Every point of every chart."""
    for number, (section, picture) in enumerate(pack.pictures(), 1):
        decimals, chart = picture.indicator.decimals, picture.chart
        start = (str(number), section.kicker, picture.indicator.title, picture.indicator.unit)
        if isinstance(chart, Chart):
            points = [
                (line.code, line.name, point.label, point) for line in chart.lines for point in line.points
            ]
        else:
            # One period for all: the subtitle says it after the unit.
            period = chart.subtitle[len(chart.unit) :].strip(", ").split(". ")[0]
            points = [(dot.code, dot.name, period, dot) for dot in chart.dots]
        for code, name, label, point in points:
            limits = (
                "" if value is None else NumberCell(value, decimals) for value in (point.lower, point.upper)
            )
            value = _number(point.value, decimals)
            yield *start, code, name, label, value, chart.format(point.value), *limits, point.note


def map_figures(pack: Pack) -> Iterator[Row]:
    """Every area of every map."""
    for section in pack.sections:
        for picture in section.maps:
            shown = picture.shown
            indicator = shown.indicator
            for area in shown.areas:
                item = shown.figures.get(area.code)
                period = indicator.period_label(shown.period) if shown.period else ""
                start = (area.code, area.name, indicator.title, indicator.unit, period)
                yield (
                    (*start, *_figure(indicator, item))
                    if item
                    else (*start, *_absent(picture.absent[area.code]))
                )


def sources(pack: Pack) -> Iterator[Row]:
    """What must be known of every indicator in the pack."""
    for item in pack.sources:
        indicator = item.indicator
        yield (
            indicator.title,
            indicator.unit,
            item.names,
            item.licences,
            item.period,
            " ".join(indicator.method.split()),
            " ".join(indicator.caveat.split()),
            pack.page_of(indicator),
        )


def earlier_figures(pack: Pack) -> Iterator[Row]:
    """Every value that each figure of the place has had, with the day by which it was in the publisher's
    files."""
    for source in pack.sources:
        indicator = source.indicator
        for item in source.before:
            start = (indicator.title, indicator.unit, item.area.code, item.area.name)
            period = indicator.period_label(item.period)
            for each in item.been:
                number = NumberCell(each.value, indicator.decimals)
                yield (*start, period, day_words(each.seen), number, indicator.format(each.value))


SHEETS: tuple[tuple[str, str, tuple[str, ...], Rows], ...] = (
    ("Messages", "What is said in each section, why, and how sure",
     ("Section", "Indicator", "Message", "Why", "How sure"), messages),
    ("Figures", "The newest figure of each indicator and place",
     ("Code", "Place", "Indicator", "Unit", "Period", *_FIGURE, "Page"), figures),
    ("Chart figures", "Every point of every chart, charts numbered in their order in the pack",
     ("Chart", "Section", "Indicator", "Unit", "Code", "Line", "Period", *_FIGURE), chart_figures),
    ("Map figures", "Every area of every map",
     ("Code", "Area", "Indicator", "Unit", "Period", *_FIGURE), map_figures),
    ("Sources", "Where the figures come from and what to watch out for",
     ("Indicator", "Unit", "Source", "Licence", "Newest figure", "How it is calculated", "Be careful",
      "Page"), sources),
    ("Earlier figures", "What figures of the place were before; the day is that by which each was in the "
     "publisher’s files: it may have been published before",
     ("Indicator", "Unit", "Code", "Place", "Period", "In the publisher’s files by", "Value", "Shown"),
     earlier_figures),
)  # fmt: skip
