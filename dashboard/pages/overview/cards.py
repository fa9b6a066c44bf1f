"""The cards of the overview: the few statements to decide on, each with where, how sure and what was decided.

A card that is pointed at, or has the focus, recolours the map beside it (assets/overview.js).
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.charts.district_figures import where
from dashboard.components.cached_markup import cached_markup
from dashboard.components.headline import sparkline
from dashboard.datastore.areas import Area
from dashboard.methods.polarity import goodness
from dashboard.pages.overview.map import painted
from dashboard.record_port import Decided
from dashboard.site import Site
from dashboard.statements.age import dated
from dashboard.statements.attention.four_lists import WATCH, list_of
from dashboard.statements.attention.overview_words import beside, surely, what_and_since
from dashboard.statements.attention.statement import Statement
from dashboard.statements.judgement.judgement import Judgement, judgement
from dashboard.statements.judgement.size_words import size_briefly


def decision_cards(site: Site, address: Address, items: Sequence[Statement]) -> html.Ol:
    """A card for each of `items`."""
    day = address.as_of or datetime.now(UTC).date()
    decided = site.record.decisions(day) if site.settings.audience == "office" else ()
    return html.Ol([_card(site, address, item, decided) for item in items], className="decide-cards")


def _card(site: Site, address: Address, item: Statement, decided: Sequence[Decided]) -> html.Li:
    children = [
        cached_markup(site, ("decide", item, address.region), lambda: _card_text(site, address, item)),
        _foot(site, address, item, decided),
    ]
    colours = painted(site, site.indicators[item.indicator], address.region)
    tone = "watch" if list_of(item) == WATCH else "worse"
    return html.Li(children, className=f"decide-card decide-{tone}", **{"data-map-of": colours})


def _card_text(site: Site, address: Address, item: Statement) -> html.Div:
    indicator, region = site.indicators[item.indicator], address.region
    judged = judgement(site, indicator, site.geography[item.area_code])
    furthest, size = where(site, indicator, region), _size(site, judged)
    lines = [
        html.H3(dcc.Link(item.title, href=link(f"/indicator/{item.indicator}", region))),
        html.P(what_and_since(site, item, judged), className="decide-what"),
        html.P(size, className="decide-size") if size else None,
        html.P(furthest, className="decide-where") if furthest else None,
    ]
    return html.Div([html.Div(lines), _figure(site, item, region, judged)], className="decide-said")


def _size(site: Site, judged: Judgement | None) -> str:
    """What the gap comes to; "" where that may not be said, the region has no figure of its own, or it is
    ahead of England: "at England's rate 1,150 more homes empty" asks for no decision."""
    return size_briefly(site, judged) if judged and not _ahead(judged) else ""


def _ahead(judged: Judgement) -> bool:
    """Whether the figure lies on the good side of what it is compared with."""
    against = judged.against
    return against is not None and goodness(against.direction, judged.indicator.better) > 0


def _figure(site: Site, item: Statement, region: Area, judged: Judgement | None) -> html.Div | None:
    """The figure with its period and shape; None where the region has none of its own."""
    indicator = site.indicators[item.indicator]
    seen = site.observations(indicator).latest(item.area_code)
    if seen is None:
        return None
    figure = html.P(
        [
            html.Span(indicator.format(seen.value), className="decide-value"),
            html.Span(dated(site, indicator, seen.period), className="period"),
        ],
        className="decide-figure",
    )
    shape = html.Div([sparkline(site, indicator, region), _beside(judged)], className="decide-shape")
    return html.Div([figure, shape], className="decide-evidence")


def _beside(judged: Judgement | None) -> html.Span | None:
    """The figure that it is held against, which is also what the grey line of the shape is."""
    if judged is None or judged.against is None:
        return None
    return html.Span(beside(judged.indicator, judged.against), className="decide-beside")


def _foot(site: Site, address: Address, item: Statement, decided: Sequence[Decided]) -> html.Div:
    """How sure it is and, in the office, what was decided about it and what one can do: one line."""
    sure = html.P([html.Strong("How sure: "), surely(item)], className="decide-sure")
    if site.settings.audience != "office":
        return html.Div(sure, className="decide-office")
    return html.Div(
        [sure, _decided(address, item, decided), _menu(site, address, item)], className="decide-office"
    )


def _decided(address: Address, item: Statement, decided: Sequence[Decided]) -> dcc.Link | html.Strong:
    """The newest decision about it and its review, or that there is none."""
    region = address.region
    about = next((d for d in decided if d.region == region.code and item.indicator in d.about), None)
    if about:
        sentence = f"Decided {day_words(about.day)}, review {day_words(about.review)}"
        return dcc.Link(sentence, href=link(f"/decision/{about.id}", region), className="decide-state")
    return html.Strong("Nothing decided", className="decide-state")


def _menu(site: Site, address: Address, item: Statement) -> html.Details | None:
    """What can be done about the line, where it stands; for whoever may write in the record."""
    if not site.record.writable():
        return None
    region, about = address.region, item.indicator
    view = link(f"/indicator/{about}", region)
    links = [
        ("Record a decision", link("/decision/new", region, view=view)),
        ("Set a target", link("/targets", region, form="target", about=about)),
        ("Set aside for now", link("/targets", region, form="parked", about=about)),
        ("Add to a briefing pack", link("/packs", region, indicators=[about])),
    ]
    summary = html.Summary(["Act", html.Span(f" on {item.title}", className="visually-hidden")])
    menu = html.Ul([html.Li(dcc.Link(name, href=href)) for name, href in links])
    return html.Details([summary, menu], className="act-menu no-print")
