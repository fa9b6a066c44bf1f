"""What stands out in a place as a frame: three figures surely worse than England's, three surely better."""

from html import escape

from dashboard.datastore.areas import Area
from dashboard.pages.place.extremes import KEY, benchmark_words, furthest, list_name, spine_of
from dashboard.site import Site
from dashboard.statements.place_words import PlaceEntry, entry
from dashboard.web.embeds.document import frame

NOTHING = "No figure of this place is surely better or worse than England’s."


def place_frame(site: Site, place: Area, page: str, theme: str | None) -> bytes:
    """Both lists of `place`, or that nothing stands out. `page` is where the frame leads to."""
    region = site.geography.region_of(place.code)
    entries = [entry(site, indicator, place, region) for indicator in site.indicators.values()]
    found = {mark: furthest(site, place, entries, mark) for mark in ("worse", "better")}
    lists = "".join(_list(site, place, mark, items) for mark, items in found.items())
    notes = (KEY, _publishers(site, [item for items in found.values() for item in items]))
    foot = "".join(f'<p class="note">{escape(text)}</p>' for text in notes)
    sentence = f'<div class="embed-lists">{lists}</div>{foot}'
    body = sentence if any(found.values()) else f"<p>{NOTHING}</p>"
    title = f"What stands out in {place.name}"
    return frame(title, f"<h1>{escape(title)}</h1>{body}", page, theme, "pages.css")


def _publishers(site: Site, entries: list[PlaceEntry]) -> str:
    names = dict.fromkeys(source.publisher for item in entries for source in site.sources(item.indicator))
    return f"Sources: {'; '.join(names)}."


def _list(site: Site, place: Area, mark: str, found: list[PlaceEntry]) -> str:
    heading = f"<h2>{list_name(mark, found)}</h2>"
    if not found:
        return f'<section>{heading}<p class="empty">No figure surely is.</p></section>'
    lines = "".join(_line(site, place, item) for item in found)
    return f'<section>{heading}<ul class="spines">{lines}</ul></section>'


def _line(site: Site, place: Area, item: PlaceEntry) -> str:
    return (
        f'<li><span class="spine-name">{escape(item.indicator.title)}</span>'
        f'<span class="spine-value">{escape(item.value)}</span>'
        f'<div class="spine-drawn">{spine_of(site, place, item)}</div>'
        f'<span class="note">{escape(benchmark_words(item))}</span></li>'
    )
