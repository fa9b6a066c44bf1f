"""PDF: the pack as pages, PDF/A-2a and PDF/UA-1 at once, made by typst from pack.typ and the pack's values.

typst refuses a picture without a text, a document without a title and a heading level left out, so that what
comes out is accessible or nothing does.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, time

import orjson

from dashboard.charts.chart import Dots
from dashboard.charts.marks import notes
from dashboard.charts.svg.dots import left_out
from dashboard.charts.svg.drawing import chart_svg
from dashboard.packs.model import DecisionItem, Pack, Section
from dashboard.packs.pdf.typesetting import STANDARDS, TEMPLATE, compiler, drawable
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.tables_text import (
    TextTable,
    comparison_table,
    map_table,
    origins_line,
    plain,
    profile_table,
)
from dashboard.packs.words import first_sentence, subject_and_words, unit_after
from dashboard.statements.attention.statement import Statement
from dashboard.statements.map_words import areas_counted

HALF, FULL = (239.0, 122.0), (493.0, 160.0)  # points: the width of a column or of the page, and a height


def pdf_bytes(pack: Pack) -> bytes:
    """`pack` as a PDF. The same pack gives the same bytes: its day is the document's date."""
    values = orjson.dumps(drawable(_document(pack))).decode()
    made = datetime.combine(pack.day, time(), UTC)
    return compiler().compile(
        str(TEMPLATE), sys_inputs={"pack": values}, pdf_standards=STANDARDS, timestamp=made
    )


def page_pictures(pack: Pack, dots: int = 80) -> list[bytes]:
    """Each page of `pack` as a PNG picture of `dots` an inch: what pdf_bytes prints."""
    values = orjson.dumps(drawable(_document(pack))).decode()
    made = compiler().compile(str(TEMPLATE), sys_inputs={"pack": values}, format="png", ppi=dots)
    return made if isinstance(made, list) else [made]


def _document(pack: Pack) -> dict:
    return {
        "title": pack.title,
        "about": pack.about,
        "place": pack.place.name,
        "handling": pack.handling,
        "as_of": pack.as_of,
        "coverage_note": pack.coverage_note,
        "day": [pack.day.year, pack.day.month, pack.day.day],
        "snapshot": pack.snapshot,
        "messages": pack.messages,
        "sections": [_section(section, pack) for section in pack.sections],
    }


def _section(section: Section, pack: Pack) -> dict:
    headline = section.headline_statement
    return {
        "key": section.key,
        "kind": section.kind,
        "kicker": section.kicker,
        "title": section.title,
        "lead": section.lead,
        "edited": section.edited,
        "waits": "what waits" if pack.audience == "office" else "who decides",
        "asks": [_ask(item, pack) for item in section.asks],
        "listings": [{"title": item.title, "lines": item.shown_lines} for item in section.listings],
        "cards": [_card(item, pack) for item in section.figures],
        "headline_statement": headline and _statement(headline, pack),
        "statements": [_statement(item, pack) for item in section.others],
        "pictures": [_picture(item, pack) for item in section.pictures],
        "profiles": [_table(profile_table(item), pack.pages_of(item)) for item in section.profiles],
        "comparisons": [_table(comparison_table(item), pack.pages_of(item)) for item in section.comparisons],
        "maps": [_map(item, pack) for item in section.maps],
        "sources": [_source(item) for item in section.sources] if section.kind == "notes" else [],
        # A profile's would be half a page: its data notes follow, which name the source of every figure.
        "origins": "" if _named_below(section) else origins_line(section.sources),
    }


def _named_below(section: Section) -> bool:
    """Whether every source of a section stands below a chart of it, or in the notes that follow."""
    drawn = {picture.indicator.id for picture in section.pictures}
    named = {source.indicator.id for source in section.sources} <= drawn
    tables = section.profiles or section.comparisons or section.kind == "brief"
    return section.kind in ("notes", "map", "profile") or (named and not tables)


def _ask(item: DecisionItem, pack: Pack) -> dict:
    """How sure it is in a few words for the public, who do not work with figures."""
    briefly = pack.audience == "public"
    return {
        "title": item.statement.title,
        "tone": item.statement.tone,
        "value": item.figure.value if item.figure.latest else "",
        "unit": unit_after(item.figure.indicator),
        "period": item.figure.age.stale_after(item.figure.period),
        "what": item.what,
        "size": item.size,
        "where": item.where,
        "sure": f"{item.sure}." if briefly else item.statement.sure,
        "decided": item.decided,
        "caveat": item.caveat,
        "page": pack.page_of(item.figure.indicator),
    }


def _card(item, pack: Pack) -> dict:
    return {
        "page": pack.page_of(item.indicator),
        "title": item.indicator.title,
        "unit": unit_after(item.indicator) if item.latest else item.indicator.unit,
        "value": item.value if item.latest else "",
        "missing": item.missing,
        "caveat": first_sentence(item.indicator.caveat),
        "period": item.dated,
        "facts": [
            {"text": plain(fact.text), "mark": fact.mark, "address": fact.address} for fact in item.facts
        ],
    }


def _statement(item: Statement, pack: Pack) -> dict:
    subject, words = subject_and_words(item)
    return {
        "page": pack.page_about(item.indicator),
        "subject": subject,
        "said": words,
        "reason": item.reason,
        "sure": item.sure,
        "tone": item.tone,
    }


def _picture(item: Picture, pack: Pack) -> dict:
    width, height = FULL if item.width == "full" else HALF
    svg, height = chart_svg(item.chart, width, height)
    chart = item.chart
    reasons = list(filter(None, [left_out(chart)])) if isinstance(chart, Dots) else notes(chart)
    return {
        "page": pack.page_of(item.indicator),
        "indicator": item.indicator.title,
        "title": chart.title,
        "subtitle": item.subtitle,
        "svg": svg,
        "alt": item.alt,
        "width": width,
        "ahead": " ".join(item.ahead),
        "notes": [*reasons, chart.foot],
        "full": item.width == "full",
    }


def _table(table: TextTable, pages: Sequence[str] = ()) -> dict:
    """`pages`: the address that each row comes from."""
    return {
        "pages": pages,
        "caption": table.caption,
        "header": table.header,
        "rows": table.rows,
        "units": table.units,
        "notes": table.notes,
    }


def _map(item: MapPicture, pack: Pack) -> dict:
    return {
        "page": pack.page_of(item.shown.indicator),
        "title": item.title,
        "summary": item.summary,
        "alt": item.alt,
        "svg": item.svg,
        "ratio": item.ratio,
        "unit": item.shown.indicator.unit,
        "legend": [(shade.colour, shade.words, areas_counted(shade.count)) for shade in item.legend],
        "without": areas_counted(item.shown.without) if item.shown.without else "",
        "no_figure": item.no_figure,
        "table": _table(map_table(item)),
        "foot": item.foot,
    }


def _source(item) -> dict:
    indicator = item.indicator
    return {
        "title": indicator.title,
        "names": item.names,
        "period": item.period,
        "caveat": " ".join(indicator.caveat.split()),
        "experimental": item.experimental,
    }
