"""The list of what changed: each indicator with its areas folded beneath, then datasets and the record."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.statements.changed.between import Changes, DatasetEvent, DecisionEvent
from dashboard.statements.changed.compared import CHANGE_KINDS, IndicatorChange
from dashboard.statements.changed.promised import EVENTS, PromiseEvent
from dashboard.statements.changed.words import DECIDED, headline_of, sentences_of

MOST_NAMES = 13  # the local authorities of most regions; London has 33
DATASETS = {"new": "New dataset", "withdrawn": "Dataset withdrawn"}


def listing(found: Changes) -> list:
    """Sections of what changed; those that would be empty are left out."""
    region = found.asked.region
    return [
        *_section(
            "figures", "Figures and statements", [_indicator(item, region) for item in found.indicators]
        ),
        *_section("datasets", "Datasets", [_dataset(item, region) for item in found.datasets]),
        *_section("decided", "Decisions and reviews", [_decision(item) for item in found.decisions]),
        *_section("promised", "Promises", [_promise(item, region) for item in found.promises]),
    ]


def _section(name: str, title: str, lines: list[html.Li]) -> list:
    if not lines:
        return []
    heading = html.Div(html.H2(title, id=name), className="section-head")
    return [
        html.Section(
            [heading, html.Ul(lines, className="news")], className="section", **{"aria-labelledby": name}
        )
    ]


def _indicator(item: IndicatorChange, region: Area) -> html.Li:
    indicator = item.indicator
    first, *rest = sentences_of(item)
    folded = (
        html.Details([html.Summary(_more(item)), html.Ul([html.Li(text) for text in rest])]) if rest else None
    )
    return html.Li(
        [
            html.Span(f"{CHANGE_KINDS[item.kind]}, {day_words(item.day)}", className="news-kind"),
            dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", region)),
            f": {headline_of(item)}.",
            html.P(first),
            folded,
        ],
        className=f"news-{item.kind}",
    )


def _more(item: IndicatorChange) -> str:
    """What is folded, by name where that is no long list: who looks for one place sees that it is there."""
    names = [area.area.name for area in item.areas[1:]]
    many = f"{len(names)} more {'area' if len(names) == 1 else 'areas'}"
    return f"{many}: {', '.join(names)}" if len(names) <= MOST_NAMES else many


def _dataset(item: DatasetEvent, region: Area) -> html.Li:
    kind = html.Span(f"{DATASETS[item.event]}, {day_words(item.day)}", className="news-kind")
    if item.event == "withdrawn":
        return html.Li([kind, f"{item.title}: it is no longer held here."])
    return html.Li([kind, dcc.Link(item.title, href=link(f"/data/{item.dataset}", region))])


def _decision(item: DecisionEvent) -> html.Li:
    kind = html.Span(f"{DECIDED[item.event]}, {day_words(item.day)}", className="news-kind")
    return html.Li([kind, f"{item.title}. To be reviewed on {day_words(item.review)}."])


def _promise(item: PromiseEvent, region: Area) -> html.Li:
    kind = html.Span(f"{EVENTS[item.event]}, {day_words(item.day)}", className="news-kind")
    return html.Li(
        [
            kind,
            dcc.Link(item.title, href=link("/promises", region)),
            f": {item.detail}" if item.detail else ".",
        ]
    )
