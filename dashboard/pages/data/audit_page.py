"""Audit: what a mayor needs and no asset holds, and how good, open and well described the rest is."""

from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.audit import words
from dashboard.audit.as_data import percent
from dashboard.audit.gaps import WORDS, NeedStatus
from dashboard.audit.refreshed import refreshed
from dashboard.audit.report import Audit, Audited
from dashboard.catalogue.indicators import THEMES, Indicator
from dashboard.components.tables import scrolled
from dashboard.methods.quality import DIMENSIONS, Score
from dashboard.pages.data.with_slips import audit_with_slips
from dashboard.site import Site
from dashboard.statements.as_of_words import HELD_TODAY

PATH = "/audit"
AS_OF = HELD_TODAY
LOW = 0.9  # a share below this stands out
HEADS = ("Dataset", *map(str.capitalize, DIMENSIONS), "Stars at source", "Stars here", "Description")


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Data audit"


def layout(site: Site, address: Address) -> list:
    """The gaps first, then every dataset's quality, then what local teams registered."""
    found = audit_with_slips(site, datetime.now(UTC).date(), address.region)
    parts = [html.P(sentence) for sentence in words.head(found)]
    as_json = html.A("The audit as JSON", href=f"/audit.json?region={found.region.code}")
    advice = words.advice(found) or ["Nothing: every dataset has full points."]
    return [
        html.P(dcc.Link("All data", href=link("/data", address.region)), className="crumb"),
        html.Div([html.H1("Data audit"), *parts], className="page-head"),
        html.P(as_json, className="note"),
        *_refreshed(site),
        _section("gaps", f"What is missing for {found.region.name}", _gaps(found)),
        _section("superseded", "Series that another outlasts", _superseded(found)),
        _section("quality", "How good each dataset is", _quality(found, address)),
        _section("raise", "What would raise the description", [html.Ul([html.Li(line) for line in advice])]),
        _section("assets", "Assets of local teams", _assets(found)),
    ]


def _refreshed(site: Site) -> list:
    """How the last refresh ended, for the office: which sources were set aside is nobody else's business."""
    if site.settings.audience != "office":
        return []
    found = refreshed(site.settings.data, site.withheld, datetime.now(UTC))
    late = [html.P("None has run for a day and a half: see that the timer runs.")] if found.late else []
    aside = [html.Ul([html.Li(line) for line in found.aside])] if found.aside else []
    return [_section("refresh", "Last refresh", [html.P(found.sentence), *late, *aside])]


def _section(name: str, heading: str, content: list) -> html.Section:
    head = html.Div(html.H2(heading, id=name), className="section-head")
    return html.Section([head, *content], className="section", **{"aria-labelledby": name})


def _gaps(found: Audit) -> list:
    themes = dict.fromkeys(item.need.theme for item in found.standings)
    return [_theme(theme, [item for item in found.standings if item.need.theme == theme]) for theme in themes]


def _theme(theme: str, items: list[NeedStatus]) -> html.Div:
    lacking = [item for item in items if item.state != "met"]
    met = [item.need.title for item in items if item.state == "met"]
    counted = sum(item.gap for item in items)
    return html.Div(
        [
            html.H3(f"{THEMES[theme]}: {counted} of {len(items)} needs not held"),
            html.Ul([_need(item) for item in lacking], className="catalogue"),
            html.P(f"Held: {'; '.join(met)}.", className="note") if met else None,
        ],
        className="gap-theme",
    )


def _need(item: NeedStatus) -> html.Li:
    parts = [
        html.P(html.Strong(item.need.title)),
        html.P(item.need.why),
        html.P(item.sentence, className="note"),
    ]
    tag = html.Span(WORDS[item.state], className=f"tag state-{item.state}")
    return html.Li([tag, html.Div(parts)], className="gap")


def _superseded(found: Audit) -> list:
    """Indicators whose figures end before those of another on the same measure, with the way to both."""
    if not found.superseded:
        return [html.P("No series held here ends before another of the same measure.", className="note")]
    lines = [
        html.Li([_way(item.indicator, found), f", {item.ends_words}; ", _way(item.newer, found),
                 f", {item.reaches_words}."])
        for item in found.superseded
    ]  # fmt: skip
    how = "The newer source counts in its own way: the two are never joined into one series."
    return [html.P(how, className="note"), html.Ul(lines)]


def _way(indicator: Indicator, found: Audit) -> dcc.Link:
    return dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", found.region))


def _quality(found: Audit, address: Address) -> list:
    caption = "Quality, openness and description of every dataset"
    terms = [part for name, text in words.COLUMNS for part in (html.Dt(name), html.Dd(text))]
    head = [html.Th(text, scope="col", className="number" if i else "") for i, text in enumerate(HEADS)]
    body = [_row(item, address) for item in found.datasets]
    return [
        html.Details([html.Summary("What the columns mean"), html.Dl(terms, className="about")]),
        scrolled(caption, html.Thead(html.Tr(head)), html.Tbody(body), table="audit-table table-held"),
        html.P("An en dash: not assessed.", className="note"),
    ]


def _row(item: Audited, address: Address) -> html.Tr:
    name = dcc.Link(item.dataset.title, href=link(f"/data/{item.dataset.dataset}", address.region))
    facts = html.Div(f"{item.dataset.owner}. Published {item.dataset.cadence}.", className="note")
    stars = ["–" if count is None else str(count) for count in (item.stars_at_source, item.stars_here)]
    rest = [html.Td(text, className="number") for text in (*stars, str(item.described.quality.points))]
    cells = [_cell(item.scores[dimension]) for dimension in DIMENSIONS]
    return html.Tr([html.Th([name, facts], scope="row"), *cells, *rest])


def _cell(score: Score) -> html.Td:
    low = score.share is not None and score.share < LOW
    return html.Td(percent(score.share), className="number low" if low else "number", title=score.reason)


def _assets(found: Audit) -> list:
    how = ["A team registers what it holds, or only knows of, in a file of ", html.Code("data/assets"), "."]
    entries = [
        html.Li(
            [
                html.P(html.Strong(asset.title)),
                html.P(f"{asset.publisher}. {asset.description}"),
                html.P(words.about_asset(asset), className="note"),
            ],
            className="catalogue-entry catalogue-wide",
        )
        for asset in found.assets
    ]
    refused = [html.P(sentence, className="notice", role="status") for sentence in found.refused]
    return [html.P(how, className="note"), *refused, html.Ul(entries, className="catalogue")]


PAGE = Page(PATH, title, layout, name="Audit of data", words="known gaps missing quality needs", as_of=AS_OF)
