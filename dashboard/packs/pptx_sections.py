"""The slides of a pack: what is said, each chart, the tables and the maps, with notes to speak from."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from pptx.util import Inches

from dashboard.figures.print_svg import print_colour
from dashboard.packs.model import MapPicture, Picture, Section
from dashboard.packs.pdf import svg_png
from dashboard.packs.pptx_chart import add_chart
from dashboard.packs.pptx_slide import BODY_HIGH, BODY_TOP, EDGE, HIGH, WIDE, Deck, add_table, describe, words
from dashboard.packs.tables_text import (
    TextTable,
    comparison_table,
    map_table,
    origins_line,
    plain,
    profile_table,
)
from dashboard.statements.pack_words import said

ROWS = 9  # of a table, on a slide: each may take two lines


def section_slides(deck: Deck, section: Section) -> None:
    """The slides of one section, in the order of its page."""
    if section.figures:
        _figures(deck, section)
    if section.statements:
        _statements(deck, section)
    for picture in section.pictures:
        _chart(deck, section, picture)
    for profile in section.profiles:
        _table(deck, section, profile_table(profile), 12)
    for comparison in section.comparisons:
        _table(deck, section, comparison_table(comparison), 10)
    for picture in section.maps:
        _map(deck, section, picture)
    if section.kind == "notes":
        _sources(deck, section)


def _figures(deck: Deck, section: Section) -> None:
    rows = [
        (
            item.indicator.title,
            item.value if item.latest else "–",
            item.indicator.unit,
            item.period or item.missing,
            ". ".join(plain(fact.text) for fact in item.facts),
        )
        for item in section.figures
    ]
    for title, part in _parts(section.title, rows):
        notes = f"{section.lead} Sources: {origins_line(section.sources)}"
        slide = deck.slide(section.kicker, title, notes)
        header = ("Indicator", "Figure", "Unit", "Period", "Before, and England")
        add_table(slide, header, part, title, size=13, widths=(2.6, 1.1, 3, 1.5, 3.4))


def _statements(deck: Deck, section: Section) -> None:
    """The message and what else is said; the reasons are in the notes."""
    shown = section.statements if section.told is None else section.others
    lines: list[str | tuple[str, str]] = [said(item) for item in shown]
    if section.told:
        lines = [section.told.reason, *lines]
    why = [f"{said(item)[0]}: {item.reason} {item.sure}" for item in section.statements]
    slide = deck.slide(
        section.kicker, section.title, "\n".join([*why, f"Sources: {origins_line(section.sources)}"])
    )
    size = 20 if sum(len(item.text) for item in shown) < 600 else 17
    words(slide, lines, (EDGE, BODY_TOP, WIDE - 2 * EDGE, BODY_HIGH), size=size, gap=12)


def _chart(deck: Deck, section: Section, picture: Picture) -> None:
    chart = picture.chart
    marks = [f"{mark.text}: {mark.reason}" for mark in getattr(chart, "marks", ())]
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
    words(slide, [_short(chart.foot)], (EDGE, foot, WIDE - 2 * EDGE, Inches(0.5)), size=11, ink=soft)


def _short(foot: str, most: int = 260) -> str:
    """The foot as far as two lines hold it, to the end of a sentence; all of it is in the notes."""
    if len(foot) <= most:
        return foot
    return foot[: max(foot.rfind(". ", 0, most), 40) + 1]


def _table(deck: Deck, section: Section, table: TextTable, size: float) -> None:
    rows = [
        (f"{row[0]} ({table.units[at]})" if table.units else row[0], *row[1:])
        for at, row in enumerate(table.rows)
    ]
    title = f"{section.title} – {table.caption[:1].lower()}{table.caption[1:]}"
    notes = "\n".join([*table.notes, f"Sources: {origins_line(section.sources)}"])
    for heading, part in _parts(title, rows):
        slide = deck.slide(section.kicker, heading, notes)
        add_table(slide, table.header, part, heading, size=size)


def _parts(title: str, rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, Sequence[Sequence[str]]]]:
    """A long table in even parts of at most ROWS, each with its number in the title."""
    count = -(-len(rows) // ROWS)
    each = -(-len(rows) // count) if count else 0
    for number in range(count):
        part = rows[number * each : (number + 1) * each]
        yield (title if count == 1 else f"{title} ({number + 1} of {count})"), part


def _map(deck: Deck, section: Section, picture: MapPicture) -> None:
    slide = deck.slide(section.kicker, section.title, f"{picture.alt}\n{picture.foot}")
    high = BODY_HIGH
    wide = min(int(high * picture.ratio), int((WIDE - 2 * EDGE) * 0.62))
    png = BytesIO(svg_png(picture.svg, picture.ratio))
    drawn = slide.shapes.add_picture(png, EDGE, BODY_TOP, width=wide, height=int(wide / picture.ratio))
    describe(drawn, picture.alt)
    unit = picture.shown.indicator.unit
    lines = [f"{unit[:1].upper()}{unit[1:]}, light to dark:"]
    lines += [f"{spread} ({count:,} areas)" for spread, count in picture.ranges]
    if picture.shown.without:
        lines.append(f"Hatched: no figure ({picture.shown.without:,} areas)")
    table = map_table(picture)
    lines += ["", table.caption, *[f"{name}: {figure}" for name, figure in table.rows]]
    left = EDGE + wide + Inches(0.4)
    words(slide, lines, (left, BODY_TOP, WIDE - EDGE - left, BODY_HIGH), size=12 if len(lines) < 24 else 10)


def _sources(deck: Deck, section: Section) -> None:
    rows = [(item.indicator.title, item.period or "–", item.names) for item in section.sources]
    for title, part in _parts(section.title, rows):
        caveats = {item.indicator.title: " ".join(item.indicator.caveat.split()) for item in section.sources}
        notes = "\n".join(f"{row[0]}: {caveats[row[0]]}" for row in part)
        slide = deck.slide(section.kicker, title, notes)
        header = ("Indicator", "Newest figure", "Source")
        add_table(slide, header, part, title, size=13, widths=(2.2, 1.2, 4))
