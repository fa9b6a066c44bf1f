"""What's new: what changed since the last snapshot, and which packs are made by themselves."""

from dash import dcc, html

from dashboard.address import Address, link
from dashboard.components.pack_news import news_list, news_since
from dashboard.packs.brief import ready_briefs
from dashboard.packs.schedule import Due, read_schedule
from dashboard.site import Site
from dashboard.statements.as_of_words import NEWS

PATH = "/whats-new"
AS_OF = NEWS
AUDIENCE = "office"
NAV = "/packs"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "What’s new"


def layout(site: Site, address: Address) -> list:
    """What changed for the region, then the schedule of packs."""
    news = news_since(site, address.region)
    return [
        html.Div(
            [
                html.P(dcc.Link("Briefing packs", href=link("/packs", address.region)), className="crumb"),
                html.H1(f"What’s new for {address.region.name}"),
                html.P(news.said),
            ],
            className="page-head",
        ),
        news_list(news, address.region),
        _schedule(),
    ]


def _schedule() -> html.Section:
    briefs = ready_briefs()
    rows = [html.Li(_line(briefs[due.brief].title, due)) for due in read_schedule() if due.brief in briefs]
    told = "“make packs” makes these after a refresh, each with a list of what changed since the last time."
    return html.Section(
        [
            html.Div(html.H2("Packs made after each refresh", id="schedule"), className="section-head"),
            html.P(told),
            html.Ul(rows) if rows else html.P("None is scheduled.", className="empty"),
        ],
        className="section",
        **{"aria-labelledby": "schedule"},
    )


def _line(title: str, due: Due) -> str:
    of = {"": "the city region", "districts": "every district"}.get(due.place, due.place)
    return f"{title}, for {of}: {', '.join(due.formats).upper()}"
