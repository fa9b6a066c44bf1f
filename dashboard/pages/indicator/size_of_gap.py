"""How big is the gap: what a region's difference from England comes to in people, homes, firms or pounds."""

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.size_words import size_said


def size_section(site: Site, indicator: Indicator, region: Area) -> html.Section | None:
    """The sentence with what it assumes; None for an indicator of which nothing of the kind can be said."""
    judged = judgement(site, indicator, region)
    size = size_said(site, judged) if judged else ()
    if not size:
        return None
    first, *rest = size
    notes = [html.P(words, className="note") for words in rest]
    return html.Section(
        [html.H2("How big is the gap", id="size-of-gap"), html.P(first), *notes],
        className="card section",
        **{"aria-labelledby": "size-of-gap"},
    )
