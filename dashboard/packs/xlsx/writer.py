"""XLSX by the government's guidance for spreadsheets: cover, notes, one marked table a sheet, nothing merged.

Figures are numbers in full, shown with the decimals of the screen; beside each stands the figure as shown.
"""

import io
from datetime import datetime, time
from typing import TYPE_CHECKING

from dashboard.exports.shorthand import MEANINGS
from dashboard.packs.model import Pack
from dashboard.packs.xlsx.rows import SHEETS
from dashboard.packs.xlsx.sheet import COVER, Styles, lines_down, on_paper, table_sheet

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def xlsx_bytes(pack: Pack) -> bytes:
    """`pack` as a workbook. The same pack gives the same bytes: its day is when the workbook was created."""
    import xlsxwriter  # loaded with the first workbook

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_format_properties": {"font_size": 12}})
    made = datetime.combine(pack.day, time())
    book.set_properties(
        {
            "title": f"{pack.title} – {pack.place.name}",
            "subject": pack.about,
            "comments": f"{pack.as_of}. Snapshot {pack.snapshot}. {pack.handling}.",
            "created": made,
        }
    )
    styles = Styles(book)
    filled = [(name, about, header, list(rows(pack))) for name, about, header, rows in SHEETS]
    filled = [sheet for sheet in filled if sheet[3]]
    _cover(book.add_worksheet("Cover"), pack, [(name, about) for name, about, _, _ in filled], styles)
    _notes(book.add_worksheet("Notes"), styles)
    for name, about, header, rows in filled:
        table_sheet(book.add_worksheet(name), name, f". {about}", header, rows, styles)
    book.close()
    return out.getvalue()


def _cover(page: "Worksheet", pack: Pack, sheets: list[tuple[str, str]], styles: Styles) -> None:
    page.set_column(0, 0, COVER)
    lines = [
        f"{pack.title} – {pack.place.name}",
        pack.about,
        f"{pack.as_of}. Snapshot {pack.snapshot}.",
        f"{pack.handling}.",
        *filter(None, [pack.coverage_note]),
        *[f"What stands out: {words}." for words in pack.messages],
        "Notes explains the shorthand. Every other sheet has one table.",
    ]
    row = lines_down(page, lines, styles)
    for offset, (name, about) in enumerate([("Notes", "What the shorthand means"), *sheets]):
        page.write_url(row + offset, 0, f"internal:'{name}'!A1", string=f"{name}: {about}")
    on_paper(page)


def _notes(page: "Worksheet", styles: Styles) -> None:
    rows = [(f"[{status}]", meaning) for status, meaning in MEANINGS.items()]
    rows.append(("–", "no figure, or none that may be compared"))
    table_sheet(page, "Notes", ": what the shorthand means", ("Shorthand", "Meaning"), rows, styles)
