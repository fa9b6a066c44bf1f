"""Scheduled packs: which are made after each refresh, with what has changed since each was last made."""

from collections.abc import Sequence
from dataclasses import replace

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.packs.brief import Brief, ready_briefs, slips_in_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.previous import last_made, since
from dashboard.packs.schedule import ScheduledPack, made_into, read_schedule, schedule_of
from dashboard.pages.packs.news import news_list
from dashboard.site import Site
from dashboard.statements.as_of_words import MADE
from dashboard.statements.changed.compared import IndicatorChange

PATH = "/packs/schedule"
AS_OF = MADE
NAV = "/packs"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Packs made after each refresh"


def layout(site: Site, address: Address) -> list:
    """The scheduled packs."""
    return [
        html.Div(
            [
                html.P(dcc.Link("Briefing packs", href=link("/packs", address.region)), className="crumb"),
                html.H1("Packs made after each refresh"),
            ],
            className="page-head",
        ),
        _schedule(site, address.region),
    ]


def _schedule(site: Site, region: Area) -> html.Section:
    about = site.geography.about(region)
    briefs = {name: brief.of(about) for name, brief in ready_briefs(site.settings.briefs).items()}
    asked = read_schedule(schedule_of(site.settings))
    due = [item for item in asked if item.brief in briefs]
    slips = slips_in_briefs(site.settings.briefs)
    spoilt = dict.fromkeys(slips[item.brief] for item in asked if item.brief in slips)
    rows = [html.Li(_packs(site, region, briefs[item.brief], item)) for item in due]
    told = (
        "When new figures come in, these packs are made automatically, each with a list of what has changed "
        "since the last time."
    )
    return html.Section(
        [
            html.P(told, id="schedule"),
            *(html.P(f"One of them is not made: {slip}", className="notice") for slip in spoilt),
            html.Ul(rows, className="news-packs")
            if rows
            else html.P("None is scheduled.", className="empty"),
        ],
        className="section",
        **{"aria-labelledby": "schedule"},
    )


def _packs(site: Site, region: Area, brief: Brief, due: ScheduledPack) -> list:
    """One line of the schedule, with what has changed since its packs were last made here."""
    name = f"{brief.name}-{due.theme}" if due.theme else brief.name
    title = brief.with_theme(due.theme).title if due.theme else brief.title
    of = {"": region.name, "districts": "every district"}.get(due.place, due.place)
    formats = f"For {of}: {', '.join(PACK_FORMATS[ending].label for ending in due.formats)}"
    head = html.H2(title)
    places = site.geography.members(region.code) if due.place == "districts" else [region]
    found = [(place, last_made(made_into(site.settings), name, place.code)) for place in places]
    made = [(place, last) for place, last in found if last]
    order = link("/packs", region, brief="/".join(filter(None, (due.brief, due.theme))))
    now = html.P(dcc.Link(f"Make “{title}” now", href=order))
    if not made:
        return [head, html.P(f"{formats}. Not made here yet.", className="note"), now]
    seen = _seen(site, brief)
    news = [(place, since(seen, last.day, place).indicators) for place, last in made]
    changed = [(place, found) for place, found in news if found]
    when = f"{formats}. Last made with the figures of {day_words(max(last.day for _, last in made))}."
    if not changed:
        return [head, html.P(f"{when} Nothing has changed since.", className="note"), now]
    return [head, html.P(when, className="note"), _changed(changed, len(places), region), now]


def _seen(site: Site, brief: Brief) -> Site:
    """What a pack for its audience may see of an office's site: of a public one the public indicators."""
    if brief.audience == "office":
        return site
    kept = {key: item for key, item in site.indicators.items() if item.audience == "public"}
    return replace(site, indicators=kept)


def _changed(found: list[tuple[Area, Sequence[IndicatorChange]]], of: int, region: Area) -> html.Details:
    """What has changed since, folded: for the one place, or under the name of each of several."""
    if of == 1:
        many = len(found[0][1])
        told = "1 indicator has" if many == 1 else f"{many} indicators have"
        return html.Details([html.Summary(f"{told} changed since"), _listed(found[0][1], region)])
    told = (
        f"Figures of {'all' if len(found) == of else f'{len(found)} of the'} {of} places have changed since"
    )
    each = [part for place, changed in found for part in (html.H3(place.name), _listed(changed, region))]
    return html.Details([html.Summary(told), *each])


def _listed(changed: Sequence[IndicatorChange], region: Area) -> html.Ul | html.P:
    return news_list(changed, region)


PAGE = Page(
    PATH,
    title,
    layout,
    name="Packs made after each refresh",
    words="schedule automatic packs",
    as_of=AS_OF,
    navigation=NAV,
    audience="office",
)
