"""What's new: any two days compared, for a region, a theme or a place. Without a script it is a form."""

from datetime import UTC, date, datetime, timedelta

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import known_area
from dashboard.address.query_params import BadAddress, in_order, past_day
from dashboard.catalogue.periods import A_DAY, day_words
from dashboard.components.attention_filters import about_theme
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import every_change_day
from dashboard.pages.changes.compare_form import compare_form
from dashboard.pages.changes.listing import listing
from dashboard.site import Site
from dashboard.statements.changed.between import ChangesQuery, before_snapshot, changes_between
from dashboard.statements.changed.words import DAYS, summary, undated

PATH = "/whats-new"
AS_OF = "This page compares two days: the later one is {day}, unless you chose another."
STEPS = ((30, "30 days"), (182, "6 months"), (365, "12 months"))


def _day(site: Site, region: Area, text: str | None) -> date | None:
    return past_day(text)


def _place(site: Site, region: Area, text: str | None) -> Area | None:
    return known_area(site, text) if text else None


def _indicator(site: Site, region: Area, text: str | None) -> str:
    if text and text not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{text[:60]}”.")
    return text or ""


PARAMETERS = {"since": _day, "until": _day, "theme": about_theme, "place": _place, "of": _indicator}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "What’s new"


def layout(site: Site, address: Address) -> list:
    """The two days and what they are asked for, what changed between them, and what cannot be told."""
    asked = query_of(site, address)
    found = changes_between(site, asked)
    name = asked.place.name if asked.place else address.region.name
    head = html.Div(
        [html.H1(f"What’s new for {name}{_about(site, asked)}"), html.P(summary(found))],
        className="page-head",
    )
    nothing = None if found.indicators else html.P(_last(site, address, asked), className="empty")
    notes = [html.P(text, className="note") for text in (DAYS, undated(found)) if text]
    made = [head, _steps(site, address), compare_form(site, address, asked), nothing, *listing(found), *notes]
    return [*made, *([] if site.settings.prerelease else [_follow(asked)])]


def query_of(site: Site, address: Address) -> ChangesQuery:
    """What the address asks for: since the last snapshot, where it names no day."""
    until = address.until or address.as_of or datetime.now(UTC).date()
    since = address.since or min(before_snapshot(site), until)
    in_order(since, until, "since")
    return ChangesQuery(address.region, since, until, address.place, address.theme, address.of)


def _about(site: Site, asked: ChangesQuery) -> str:
    """The theme or the indicator that is asked for, for a heading."""
    if asked.indicator:
        return f": {site.indicators[asked.indicator].title}, edition by edition"
    return f": {site.themes[asked.theme].lower()}" if asked.theme else ""


def _last(site: Site, address: Address, asked: ChangesQuery) -> list:
    """When something last changed before the first day, with the way to what it was."""
    days = [day for day in every_change_day(site.store, site.indicators.values()) if day <= asked.since]
    if not days:
        return []
    show = dcc.Link("Show it", href=_since(address, days[-1] - A_DAY))
    return [f"The last recorded change before that was on {day_words(days[-1])}. ", show, "."]


def _follow(asked: ChangesQuery) -> html.P:
    """Where programs can follow what changed and what is to come."""
    of = f"place/{asked.place.code}" if asked.place else f"theme/{asked.theme}" if asked.theme else "region"
    follow = (
        (f"/feeds/{of}.atom", "this page"),
        ("/feeds/decisions.atom", "decisions"),
        ("/calendar/reviews.ics", "reviews"),
    )
    links = [html.A(name, href=link(path, asked.region)) for path, name in follow]
    links.append(html.A("what is due", href="/calendar/releases.ics"))
    parts = [part for item in links for part in (item, ", ")][:-1]
    return html.P(["Follow by feed or calendar: ", *parts, "."], className="note no-print")


def _steps(site: Site, address: Address) -> html.Ul:
    """Ways to say since when: the last visit (kept by the browser alone), the last snapshot, days back."""
    today = datetime.now(UTC).date()
    days = [(before_snapshot(site), "the last snapshot")]
    days += [(today - timedelta(days=back), label) for back, label in STEPS]
    links = [
        html.Li(dcc.Link(f"Since {label}" if at == 0 else f"Last {label}", href=_since(address, day)))
        for at, (day, label) in enumerate(days)
    ]
    visit = html.Li(className="last-visit", **{"data-last-visit": ""})
    return html.Ul([visit, *links], className="steps")


def _since(address: Address, day: date) -> str:
    place = address.place.code if address.place else None
    return link(PATH, address.region, since=day.isoformat(), theme=address.theme, place=place, of=address.of)


PAGE = Page(
    PATH,
    title,
    layout,
    name="What’s new",
    words="changes revisions releases refresh",
    parameters=PARAMETERS,
    as_of=AS_OF,
    cacheable=False,
)
