"""About an indicator: what it is, where it comes from, what to be careful with, and the download."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words, spell_dates
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.datastore.editions.change_days import change_days
from dashboard.site import Site
from dashboard.statements.place_words import better_words
from dashboard.statements.revision_words import revisions


def about(site: Site, indicator: Indicator, region: Area) -> html.Section:
    """Definition, sources with publisher, licence and vintage, last review, caveat, and the download."""
    sources = [_source(item) for item in site.sources(indicator)]
    entries = [
        ("What it measures", f"{capital(indicator.unit)}. {better_words(indicator, in_full=True)}."),
        ("How it is calculated", indicator.method),
        ("Be careful", indicator.caveat),
        *_revised(site, indicator, region),
        (
            "Source" if len(sources) == 1 else "Sources",
            html.Ul(sources, className="sources") if sources else "–",
        ),
        (
            "Responsible here",
            f"{indicator.owner}. Definition last reviewed on {day_words(indicator.reviewed)}.",
        ),
    ]
    download = html.A(
        f"Download the figures for {region.name} (CSV)",
        href=link(f"/download/{indicator.id}.csv", region),
        className="download",
        download="",
    )
    terms = [part for name, text in entries for part in (html.Dt(name), html.Dd(text))]
    return html.Section(
        [
            html.Div([html.H2("About this indicator", id="about"), download], className="section-head"),
            html.Dl(terms, className="about"),
        ],
        className="section",
        **{"aria-labelledby": "about"},
    )


def _revised(site: Site, indicator: Indicator, region: Area) -> list[tuple[str, list]]:
    """How its figures are revised, where past editions are held."""
    revised = revisions(site, indicator, region)
    if not revised:
        return []
    first = change_days(site.store, indicator)[0].isoformat()
    each = dcc.Link(
        "What each edition changed, and which statements it turned round",
        href=link("/whats-new", region, of=indicator.id, since=first),
    )
    return [("How figures are revised", [revised, " ", each, "."])]


def _source(item: Dataset) -> html.Li:
    name = html.A(item.title, href=item.source_url) if item.source_url.startswith("http") else item.title
    facts = [item.publisher, item.vintage and f"Edition: {spell_dates(item.vintage)}", item.licence]
    words = ". ".join(fact.rstrip(".") for fact in facts if fact)
    tag = html.Span("experimental", className="tag") if item.experimental else None
    return html.Li([name, f". {words}. " if words else " ", tag])
