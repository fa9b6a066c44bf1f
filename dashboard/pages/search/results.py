"""What is found for a text, kind by kind, each a link to its page."""

from itertools import groupby

from dash import dcc, html

from dashboard.datastore.areas import Area
from dashboard.pages.search.answered import answered
from dashboard.search.entries import DATASET, DECISION, GAP, INDICATOR, PAGE, PLACE
from dashboard.search.found import Hit, find
from dashboard.site import Site

HEADINGS = {
    INDICATOR: "Indicators",
    PLACE: "Places",
    PAGE: "Pages",
    DECISION: "Decisions",
    GAP: "Known gaps",
    DATASET: "Datasets",
}


def search_results(site: Site, region: Area, text: str) -> list:
    """The heading and links of each kind; a sentence where nothing is found or nothing was typed."""
    if not text:
        return [html.P("Type what you look for.", className="note", role="status")]
    found = find(site, region, text)
    answered_text = answered(site, region, text, bool(found.hits) and not found.sentence)
    if answered_text and not found.hits:
        return [answered_text]
    many = "One result" if len(found.hits) == 1 else f"{len(found.hits)} results"
    words = found.sentence or f"{many} for “{text}”, the best of each kind."
    groups = [_group(kind, list(hits)) for kind, hits in groupby(found.hits, key=lambda hit: hit.kind)]
    return [answered_text, html.P(words, className="note", role="status"), *groups]


def _group(kind: str, hits: list[Hit]) -> html.Section:
    lines = [
        html.Li([dcc.Link(hit.name, href=hit.address), html.Span(hit.detail, className="note")])
        for hit in hits
    ]
    heading = html.H2(HEADINGS[kind], id=f"found-{kind}")
    return html.Section(
        [heading, html.Ul(lines, className="results")], **{"aria-labelledby": f"found-{kind}"}
    )
