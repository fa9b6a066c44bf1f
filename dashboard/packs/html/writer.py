"""HTML: the pack as one file that needs nothing else: accessible, light and dark, and fit to print."""

import base64
from functools import cache
from html import escape
from pathlib import Path

from dashboard.packs.html.parts import (
    all_html,
    card_html,
    map_html,
    picture_html,
    source_html,
    statement_html,
    table_html,
)
from dashboard.packs.model import Pack, Section
from dashboard.packs.tables_text import comparison_table, origins_line, profile_table

STYLE = Path(__file__).with_name("pack.css")
FONT = Path(__file__).resolve().parents[3] / "assets" / "fonts" / "source-sans-3.woff2"


def html_bytes(pack: Pack) -> bytes:
    """`pack` as one HTML document in UTF-8. The same pack gives the same bytes."""
    title = f"{escape(pack.title)} – {escape(pack.place.name)}"
    contents = "".join(
        f'<li><a href="#{item.key}"><b>{escape(item.kicker)}</b> {escape(item.title)}</a></li>'
        for item in pack.sections
    )
    messages = "".join(f"<li>{escape(words)}</li>" for words in pack.messages)
    stands_out = f"<h2>What stands out</h2><ul>{messages}</ul>" if messages else ""
    known = f"<p>{escape(pack.known)}</p>" if pack.known else ""
    sections = "".join(_section(item) for item in pack.sections)
    document = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{escape(pack.about)}">
<title>{title}</title><style>{_style()}</style></head>
<body><a class="skip" href="#main">Skip to main content</a>
<header><p>City region dashboard</p><h1>{title}</h1>
<p>{escape(pack.as_of)}. {escape(pack.handling)}.</p></header>
<nav aria-label="In this pack"><p>{escape(pack.about)}</p>{known}{stands_out}
<h2>In this pack</h2><ol>{contents}</ol></nav>
<main id="main" tabindex="-1">{sections}</main>
<footer><p>{escape(pack.title)}, {escape(pack.place.name)}. {escape(pack.as_of)}.
Sources: named with each figure. Snapshot {escape(pack.snapshot)}. {escape(pack.handling)}.</p></footer>
</body></html>
"""
    return document.encode()


@cache
def _style() -> str:
    font = base64.b64encode(FONT.read_bytes()).decode()
    face = (
        '@font-face{font-family:"Source Sans 3";font-weight:200 900;font-display:swap;'
        f'src:url(data:font/woff2;base64,{font}) format("woff2")}}'
    )
    return face + STYLE.read_text(encoding="utf-8")


def _section(section: Section) -> str:
    told = section.told
    parts = [f"<p>{escape(section.lead)}</p>" if section.lead else ""]
    if told and section.kind != "attention":
        parts.append(f"<p>{escape(f'{told.reason} {told.sure}')}</p>")
    parts.append(all_html("cards", "div", [card_html(item) for item in section.figures]))
    parts.append(all_html("said", "ul", [statement_html(item) for item in section.others]))
    parts.append(all_html("pictures", "div", [picture_html(item) for item in section.pictures]))
    parts += [table_html(profile_table(item)) for item in section.profiles]
    parts += [table_html(comparison_table(item)) for item in section.comparisons]
    parts += [map_html(item) for item in section.maps]
    if section.kind == "notes":
        parts += [source_html(item) for item in section.sources]
    elif section.kind != "map" and section.sources:
        parts.append(f'<p class="foot">Sources: {escape(origins_line(section.sources))}</p>')
    heading = f'<p class="kicker">{escape(section.kicker)}</p><h2>{escape(section.title)}</h2>'
    return f'<section id="{section.key}">{heading}{"".join(parts)}</section>'
