"""A single figure as a frame: the newest one of a place, its period, how it moved, and whose it is."""

from html import escape

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known
from dashboard.statements.headline import Fact, Headline, headline
from dashboard.statements.rank_words import limits_words
from dashboard.web.embeds.document import frame


def figure_frame(site: Site, indicator: Indicator, place: Area, page: str, theme: str | None) -> bytes:
    """The newest figure of `indicator` in `place`, or why there is none. `page` is where it leads to."""
    found = headline(site, indicator, place)
    title = f"{indicator.title}, {place.name}"
    then = [figures_known(site, [indicator])] if site.as_of else []
    notes = "".join(f'<p class="note">{escape(text)}</p>' for text in [*then, _sources(site, indicator)])
    body = f"<h1>{escape(title)}</h1>{_value(found)}{''.join(map(_fact, found.facts))}{notes}"
    return frame(title, body, page, theme)


def _value(found: Headline) -> str:
    """The figure with its unit and period, and its likely range; or that there is none."""
    if found.latest is None:
        return f'<p class="embed-value">{escape(found.missing)}</p>'
    likely = limits_words(found.indicator.format, found.latest)
    sentence = f"{found.indicator.unit}, {found.dated}" + (f" (likely {likely})" if likely else "")
    return f'<p class="embed-value">{escape(found.value)}</p><p>{escape(sentence)}</p>'


def _fact(item: Fact) -> str:
    return f'<p class="mark mark-{item.mark}">{escape(item.text)}</p>'


def _sources(site: Site, indicator: Indicator) -> str:
    names = dict.fromkeys(f"{source.publisher}, {source.title}" for source in site.sources(indicator))
    return f"Source: {'; '.join(names)}."
