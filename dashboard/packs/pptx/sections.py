"""The slides of a pack: what is said, each chart, the tables and the maps, with notes to speak from."""

from pptx.util import Inches

from dashboard.charts.chart import Chart
from dashboard.charts.marks import notes
from dashboard.charts.svg.drawing import print_colour
from dashboard.packs.model import Section
from dashboard.packs.pictures import Picture
from dashboard.packs.pptx.brief import brief_slides
from dashboard.packs.pptx.chart import add_chart
from dashboard.packs.pptx.map import map_slide
from dashboard.packs.pptx.slide import (
    BODY_HIGH,
    BODY_TOP,
    EDGE,
    HIGH,
    WIDE,
    Deck,
    describe,
    words,
    words_high,
)
from dashboard.packs.pptx.table import Rows, add_table, table_high, table_slides
from dashboard.packs.tables_text import TextTable, comparison_table, fact_words, origins_line, profile_table
from dashboard.packs.words import said
from dashboard.statements.place_words import tally

GAP = 12  # points between paragraphs


def section_slides(deck: Deck, section: Section) -> None:
    """The slides of one section, in the order of its page."""
    if section.kind == "brief":
        brief_slides(deck, section)
        return
    if section.figures:
        _figures(deck, section)
    if section.statements:
        _statements(deck, section)
    for picture in section.pictures:
        _chart(deck, section, picture)
    for profile in section.profiles:
        if not _beside_words(section):
            _table(deck, section, profile_table(profile), tally(profile.entries), 13)
    for comparison in section.comparisons:
        title = section.title if section.kind == "places" else f"{comparison.caption}, place by place"
        _table(deck, section, comparison_table(comparison), title, 12 if len(comparison.places) < 8 else 10)
    for picture in section.maps:
        map_slide(deck, section, picture)
    if section.kind == "notes":
        _sources(deck, section)


def _figures(deck: Deck, section: Section) -> None:
    rows = [
        (
            item.indicator.title,
            item.value if item.latest else "–",
            item.indicator.unit,
            item.dated or item.missing,
            ". ".join(fact_words(fact) for fact in item.facts),
        )
        for item in section.figures
    ]
    notes = f"{section.lead} Sources: {origins_line(section.sources)}"
    header = ("Indicator", "Figure", "Unit", "Period", "Before, and England")
    table_slides(deck, section.kicker, section.title, lambda _: notes, header, rows, 13)


def _lines(section: Section) -> list[str | tuple[str, str]]:
    """What is said in a section, the reason of what its title tells first."""
    if section.told is None:
        return [said(item) for item in section.statements]
    return [section.told.reason, *(said(item) for item in section.others)]


def _statements(deck: Deck, section: Section) -> None:
    """The message and what else is said, above the section's one table where both fit."""
    why = [f"{said(item)[0]}: {item.reason} {item.sure}" for item in section.statements]
    notes = "\n".join([*why, f"Sources: {origins_line(section.sources)}"])
    slide = deck.slide(section.kicker, section.title, notes)
    lines = _lines(section)
    if words_high(lines, 17, GAP) > BODY_HIGH:  # the reason of what the title tells stands in the notes
        lines = [said(item) for item in section.others]
    size = next((size for size in (20, 17, 15) if words_high(lines, size, GAP) < BODY_HIGH), 13)
    beside = _beside_words(section)
    high = words_high(lines, size, GAP) if beside else BODY_HIGH
    words(slide, lines, (EDGE, BODY_TOP, WIDE - 2 * EDGE, high), size=size, gap=GAP)
    if beside:
        table = profile_table(section.profiles[0])
        top = BODY_TOP + high + Inches(0.15)
        box = (EDGE, top, WIDE - 2 * EDGE)
        add_table(slide, table.header, _with_units(table), f"{table.caption}: {section.title}", 13, box)


def _beside_words(section: Section) -> bool:
    """Whether the section has one table, with room for it below its words."""
    if len(section.profiles) != 1 or not section.statements:
        return False
    table = profile_table(section.profiles[0])
    high = words_high(_lines(section), 20, GAP) + Inches(0.15)
    return high + table_high(table.header, _with_units(table), 13) < BODY_HIGH


def _chart(deck: Deck, section: Section, picture: Picture) -> None:
    chart = picture.chart
    marks = notes(chart) if isinstance(chart, Chart) else []
    slide = deck.slide(
        f"{section.kicker}: {picture.indicator.title}",
        chart.title,
        "\n".join([chart.summary, *picture.ahead, *marks, chart.foot]),
    )
    soft = print_colour("--ink-soft")
    words(
        slide,
        [picture.subtitle.replace("Shaded:", "Bars:")],
        (EDGE, BODY_TOP - Inches(0.1), WIDE - 2 * EDGE, Inches(0.4)),
        size=14,
        ink=soft,
    )
    top = BODY_TOP + Inches(0.3)
    foot = HIGH - Inches(1.05)
    frame = add_chart(slide.shapes, chart, picture.indicator, (EDGE, top, WIDE - 2 * EDGE, foot - top))
    frame.name = picture.indicator.title
    describe(frame, picture.alt)
    words(
        slide,
        [_short(" ".join([*marks, chart.foot]))],
        (EDGE, foot, WIDE - 2 * EDGE, Inches(0.5)),
        size=11,
        ink=soft,
    )


def _short(foot: str, most: int = 260) -> str:
    """The foot as far as two lines hold it, to the end of a sentence; all of it is in the notes."""
    if len(foot) <= most:
        return foot
    return foot[: max(foot.rfind(". ", 0, most), 40) + 1]


def _table(deck: Deck, section: Section, table: TextTable, title: str, size: float) -> None:
    rows = _with_units(table)
    notes = "\n".join([*table.notes, f"Sources: {origins_line(section.sources)}"])
    kicker = section.kicker if table.caption == section.kicker else f"{section.kicker}: {table.caption}"
    table_slides(deck, kicker, title, lambda _: notes, table.header, rows, size)


def _with_units(table: TextTable) -> list[tuple[str, ...]]:
    return [
        (f"{row[0]} ({table.units[at]})" if table.units else row[0], *row[1:])
        for at, row in enumerate(table.rows)
    ]


def _sources(deck: Deck, section: Section) -> None:
    rows = [(item.indicator.title, item.period or "–", item.names) for item in section.sources]
    caveats = {item.indicator.title: " ".join(item.indicator.caveat.split()) for item in section.sources}
    header = ("Indicator", "Newest figure", "Source")

    def notes(part: Rows) -> str:
        return "\n".join(f"{row[0]}: {caveats[row[0]]}" for row in part)

    table_slides(deck, section.kicker, section.title, notes, header, rows, 12)
