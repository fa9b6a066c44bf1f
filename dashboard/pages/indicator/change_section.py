"""Is the change real? The verdict on the region or a place: by which method, how sure, and its chart."""

from dash import html

from dashboard.address.parameters import known_area
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.control_chart import control_chart
from dashboard.charts.selection import Selection
from dashboard.components.controls import select
from dashboard.components.parts import Parts
from dashboard.datastore.areas import Area
from dashboard.pages.indicator.control_section import control_section
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.attention.statement import Statement, statement
from dashboard.statements.judgement import words
from dashboard.statements.judgement.control_chart import charted, trend_periods
from dashboard.statements.judgement.judged_by import judged_by
from dashboard.statements.judgement.judgement import Judgement, cached_judgement

CHART = "change"
VERDICT = "verdict"


def judge(site: Site, region: Area, text: str | None) -> Area:
    """The parameter that says whose change is judged: the region, or any district or county."""
    if text in (None, region.code):
        return region
    return known_area(site, text)


def change_section(chosen: Selection, area: Area, made: Parts) -> html.Section | None:
    """The section with its choice of a place, or None where nothing can be said of any."""
    control = _control(chosen, area)
    if not made.children[VERDICT] and control is None:
        return None
    head = html.Div(html.H2("Is the change real?", id="change"), className="section-head")
    return html.Section(
        [head, control, made.part(VERDICT, className="card change")],
        className="section",
        **{"aria-labelledby": "change"},
    )


def change_words(site: Site, indicator: Indicator, region: Area, area: Area) -> list:
    """What is said of the change in `area`, with its chart; a region without a figure by its districts."""
    found = cached_judgement(site, indicator, area)
    if found is None:
        return (
            _of_districts(site, indicator, region)
            if area == region
            else [html.P(words.unjudged(absent(site, indicator, area)))]
        )
    entries = [
        ("Judged by", judged_by(found)),
        *_marked(found, area == region),
        ("How sure", words.sure(found)),
    ]
    if found.peers:
        entries.append(("Similar places", f"{words.peers(found.peers)}."))
    drawn = charted(found)
    body = control_section(CHART, drawn, control_chart(site, drawn)) if drawn else None
    sentence = words.sentence(found) if area == region else f"{area.name} – {words.sentence(found)}"
    return [*_verdict(sentence, entries), body]


def _control(chosen: Selection, area: Area) -> html.Div | None:
    """The choice among the region and the places with a figure; None where there is nothing to choose."""
    inside = list(chosen.members)
    others = [place for place in (*chosen.places, area) if place not in (*inside, chosen.region)]
    places = [*inside, *dict.fromkeys(others)]
    if not places:
        return None
    options = [chosen.region, *places]
    choice = select(
        "judge",
        "Judge the change in",
        {place.code: place.name for place in options},
        area.code,
        searchable=len(options) > 8,
    )
    return html.Div(choice, className="controls")


def _marked(found: Judgement, pointed_out: bool) -> list[tuple[str, str]]:
    """Which figures a recent trend rests on; the region's are pointed out in the chart above."""
    periods = trend_periods(found)
    if not periods:
        return []
    period = found.indicator.period_label
    where = ", the large points of the chart above" if pointed_out else ""
    which = f"The five from {period(periods[0])} to {period(periods[-1])}"
    if len(periods) == 2:
        which = f"Those of {period(periods[0])} and {period(periods[-1])}"
    return [("On which figures", f"{which}{where}.")]


def _of_districts(site: Site, indicator: Indicator, region: Area) -> list:
    key = ("districts said", indicator, region.code)
    found: Statement | None = site.remember(key, lambda: statement(site, indicator, region))
    return _verdict(found.text, [("Judged by", found.reason), ("How sure", found.sure)]) if found else []


def _verdict(sentence: str, entries: list[tuple[str, str]]) -> list:
    terms = [part for name, text in entries for part in (html.Dt(name), html.Dd(text))]
    return [html.P(sentence, className="verdict-line"), html.Dl(terms, className="about")]
