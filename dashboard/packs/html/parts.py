"""What the templates of a pack ask for: drawings as markup of our own, figures as tables, facts in words."""

from markupsafe import Markup

from dashboard.charts.chart import Chart, Dots
from dashboard.charts.marks import notes
from dashboard.charts.svg.dots import left_out
from dashboard.charts.svg.drawing import drawn_for_screens
from dashboard.charts.table import table
from dashboard.packs.model import SourceNote
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.tables_text import TextTable

# Of a chart in the units of its drawing, in which words are 8 high.
WIDE, NARROW = (330.0, 165.0), (220.0, 150.0)


def drawn(chart: Chart | Dots) -> Markup:
    """A chart as SVG, for wide screens and for narrow ones; the writer of SVG has escaped its words."""
    return Markup(drawn_for_screens(chart, WIDE, NARROW))  # noqa: S704


def marked(chart: Chart | Dots) -> tuple[str, ...]:
    """The sentences about breaks and events that are marked on a chart, or about what it does not draw."""
    return tuple(notes(chart)) if isinstance(chart, Chart) else tuple(filter(None, [left_out(chart)]))


def figures(item: Picture) -> TextTable:
    """The figures of a chart as a table."""
    header, rows = table(item.chart)
    caption = f"{item.indicator.title}, {item.indicator.unit}"
    return TextTable(caption, tuple(header), tuple(tuple(row) for row in rows))


def map_drawn(item: MapPicture) -> Markup:
    """A map as SVG. Two maps on a page: each hatches with its own pattern."""
    hatch = f"none-{item.shown.indicator.name}"
    svg = item.svg.replace('id="none"', f'id="{hatch}"').replace("url(#none)", f"url(#{hatch})")
    return Markup(svg)  # noqa: S704


def facts(item: SourceNote) -> list[tuple[str, str]]:
    """All that must be known of an indicator, by name; empty words where nothing is to be said."""
    indicator = item.indicator
    return [
        ("Source", item.names + (" (official statistics in development)" if item.experimental else "")),
        ("Newest figure", item.period),
        ("How it is calculated", " ".join(indicator.method.split())),
        ("Be careful", " ".join(indicator.caveat.split())),
        ("Licence", item.licences),
    ]
