"""Is the change real? The verdict on the region, by which method, how sure, and its control chart."""

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.components.control_chart import control_chart, control_section
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements import words
from dashboard.statements.charted import charted, trend_periods
from dashboard.statements.judged_by import judged_by
from dashboard.statements.judgement import Judgement, judgement
from dashboard.statements.statement import Statement, statement

CHART = "change"


def judged(site: Site, indicator: Indicator, region: Area) -> Judgement | None:
    """The Judgement of the region, worked out once for a datastore and a day."""
    key = ("judgement", indicator, region.code, site.as_of)
    return site.store.remember(key, lambda: judgement(site, indicator, region))


def change_section(site: Site, indicator: Indicator, region: Area) -> html.Section | None:
    """The section, or None where nothing can be said: no control of the page changes it."""
    found = judged(site, indicator, region)
    if found is None:
        return _of_districts(site, indicator, region)
    drawn = charted(site, found)
    body = control_section(CHART, drawn, control_chart(site, drawn)) if drawn else None
    entries = [
        ("Judged by", judged_by(found)),
        *_marked(site, found),
        ("How sure", words.sure(found)),
    ]
    if found.peers:
        entries.append(("Similar places", f"{words.peers(found.peers)}."))
    return _section(words.sentence(found), entries, body)


def has_chart(found: Judgement | None) -> bool:
    """Whether the section holds a chart."""
    return found is not None and found.change.chart is not None


def _marked(site: Site, found: Judgement) -> list[tuple[str, str]]:
    """Which figures a recent trend rests on."""
    periods = trend_periods(site, found)
    if not periods:
        return []
    said = found.indicator.period_label
    first, last = said(periods[0]), said(periods[-1])
    return [("On which figures", f"The five from {first} to {last}, the large points of the chart above.")]


def _of_districts(site: Site, indicator: Indicator, region: Area) -> html.Section | None:
    key = ("districts said", indicator, region.code, site.as_of)
    found: Statement | None = site.store.remember(key, lambda: statement(site, indicator, region))
    if found is None:
        return None
    return _section(found.text, [("Judged by", found.reason), ("How sure", found.sure)], None)


def _section(sentence: str, entries: list[tuple[str, str]], body: html.Div | None) -> html.Section:
    terms = [part for name, text in entries for part in (html.Dt(name), html.Dd(text))]
    return html.Section(
        [
            html.Div(html.H2("Is the change real?", id="change"), className="section-head"),
            html.Div(
                [html.P(sentence, className="verdict-line"), html.Dl(terms, className="about"), body],
                className="card change",
            ),
        ],
        className="section",
        **{"aria-labelledby": "change"},
    )
