"""PowerPoint: a slide a message, native charts with their data, notes with source and caveat."""

from datetime import datetime, time

from dashboard.packs.model import Pack
from dashboard.packs.pptx.reproducible import with_fixed_dates
from dashboard.packs.pptx.sections import section_slides
from dashboard.packs.pptx.slide import Deck

_LANG = "en-GB"


def pptx_bytes(pack: Pack) -> bytes:
    """`pack` as a presentation. The same pack gives the same bytes."""
    foot = f"{pack.title}, {pack.place.name}. {pack.as_of}. Snapshot {pack.snapshot}. {pack.handling}."
    deck = Deck(foot, pack.page_about)
    lines = [pack.place.name, f"{pack.as_of}. {pack.handling}.", *filter(None, [pack.coverage_note])]
    deck.cover(pack.title, lines, f"{pack.about} Snapshot {pack.snapshot}.")
    for section in pack.sections:
        section_slides(deck, section)
    made = datetime.combine(pack.day, time())
    properties = deck.file.core_properties
    properties.title, properties.subject = f"{pack.title} – {pack.place.name}", pack.about
    properties.author, properties.language = "City region dashboard", _LANG
    properties.comments = f"{pack.as_of}. Snapshot {pack.snapshot}. {pack.handling}."
    properties.created = properties.modified = made
    for slide in deck.file.slides:
        for run in slide._element.iter("{*}rPr", "{*}endParaRPr"):
            run.set("lang", _LANG)
    return with_fixed_dates(deck.bytes(), pack.day)
