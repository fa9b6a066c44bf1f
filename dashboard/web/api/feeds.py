"""/feeds and /calendar: what changed as Atom, what is to come as iCalendar. Each audience's own, from its
own file.

A view of figures before their release has neither: an entry would tell of them.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from flask import Flask, Response, abort, request

from dashboard.address.address import link
from dashboard.address.parameters import known_area, region_code
from dashboard.address.query_params import allow_only
from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.pre_election import Period, running
from dashboard.components.frame.document import PRODUCT
from dashboard.datastore.areas import Area
from dashboard.datastore.published import feeds_approved
from dashboard.exports.feeds import atom as atom_feed
from dashboard.exports.feeds import icalendar_file
from dashboard.exports.feeds.atom import Feed, atom
from dashboard.exports.feeds.calendar_days import release_days, review_days
from dashboard.exports.feeds.icalendar_file import calendar
from dashboard.site import Site, SiteKeeper
from dashboard.statements.changed.entries import FeedEntry, decision_entries, figure_entries
from dashboard.web.responses import cached_response, known_indicator


def register(server: Flask, keeper: SiteKeeper) -> None:
    """Add the routes to `server`; none where figures before their release are served."""
    if keeper.current().settings.prerelease is not None:
        return
    _figures(server, keeper)
    _calendars(server, keeper)

    @server.get("/feeds/decisions.atom")
    def decisions_feed() -> Response:
        site, region = _site_and_region(keeper)
        title = f"Decisions for {region.name}"
        return _feed(site, region, title, "/decisions", lambda: decision_entries(site, region), live=True)


def _figures(server: Flask, keeper: SiteKeeper) -> None:
    @server.get("/feeds/region.atom")
    def region_feed() -> Response:
        site, region = _site_and_region(keeper)
        made = lambda: figure_entries(site, region)  # noqa: E731
        return _feed(site, region, f"What’s new for {region.name}", "/whats-new", made)

    @server.get("/feeds/theme/<theme>.atom")
    def theme_feed(theme: str) -> Response:
        site, region = _site_and_region(keeper)
        if theme not in site.themes:
            abort(404, f"There is no theme called “{theme[:60]}”.")
        title = f"What’s new for {region.name}: {site.themes[theme].lower()}"
        made = lambda: figure_entries(site, region, theme=theme)  # noqa: E731
        return _feed(site, region, title, f"/theme/{theme}", made)

    @server.get("/feeds/indicator/<theme>/<name>.atom")
    def indicator_feed(theme: str, name: str) -> Response:
        site, region = _site_and_region(keeper)
        item = known_indicator(site, theme, name)
        made = lambda: figure_entries(site, region, indicator=item.id)  # noqa: E731
        return _feed(site, region, f"{item.title}, {region.name}", f"/indicator/{item.id}", made)

    @server.get("/feeds/place/<code>.atom")
    def place_feed(code: str) -> Response:
        site, region = _site_and_region(keeper)
        place = known_area(site, code)
        region = site.geography.region_of(place.code, region) or region
        made = lambda: figure_entries(site, region, place=place)  # noqa: E731
        return _feed(site, region, f"What’s new for {place.name}", f"/place/{place.code}", made)


def _calendars(server: Flask, keeper: SiteKeeper) -> None:
    @server.get("/calendar/releases.ics")
    def releases() -> Response:
        allow_only()
        site, base = keeper.current(), _base()
        days = release_days(site, base, datetime.now(UTC).date())  # of each day its own: kept by nobody
        body = calendar("Releases to come", days, _built(site))
        return _live(Response(body, mimetype=icalendar_file.MEDIA_TYPE))

    @server.get("/calendar/reviews.ics")
    def reviews() -> Response:
        site, region = _site_and_region(keeper)
        days = review_days(site, region, _base())
        body = calendar(f"Reviews of decisions, {region.name}", days, _built(site))
        return _live(Response(body, mimetype=icalendar_file.MEDIA_TYPE))


def _site_and_region(keeper: SiteKeeper) -> tuple[Site, Area]:
    allow_only("region")
    site = keeper.current()
    return site, region_code(site, request.args.get("region"))


def _feed(
    site: Site,
    region: Area,
    title: str,
    page: str,
    made: Callable[[], Sequence[FeedEntry]],
    live: bool = False,
) -> Response:
    """The feed of the entries that are `made`, which nobody who has them already waits for."""
    address = link(request.path.removeprefix(site.settings.base), region)
    feed = Feed(title, address, link(page, region), _base(), PRODUCT, _built(site))
    period = _silent(site, region)

    def body() -> bytes:
        entries = [entry for entry in made() if period is None or entry.day < period.first]
        return atom(feed, entries, {entry.path: link(entry.path, region) for entry in entries})

    if live or period is not None:
        return _live(Response(body(), mimetype=atom_feed.MEDIA_TYPE))
    return cached_response(site, atom_feed.MEDIA_TYPE, body)


def _silent(site: Site, region: Area) -> Period | None:
    """The pre-election period in which the public feeds tell nothing new, unless somebody has agreed."""
    if site.settings.audience != "public":
        return None
    period = running(site.settings.data, region.code, datetime.now(UTC).date())
    approved = feeds_approved(site.settings.data).get(region.code) if period else None
    return None if period and approved and period.counts(approved) else period


def _live(response: Response) -> Response:
    """What people write is in it, or what is still to come: asked for again each time."""
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


def _base() -> str:
    return request.url_root.rstrip("/")


def _built(site: Site) -> date:
    return date.fromisoformat(site.store.built[:10])


def feed_of(address_path: str, values: dict, region: Area) -> str:
    """The address of the feed that belongs to a page, by its path and what it is about."""
    if "indicator" in values and hasattr(values["indicator"], "id"):
        return link(f"/feeds/indicator/{values['indicator'].id}.atom", region)
    if isinstance(values.get("place"), Area):
        return link(f"/feeds/place/{values['place'].code}.atom", region)
    if values.get("theme") in THEMES:  # a page that compares takes other words as well
        return link(f"/feeds/theme/{values['theme']}.atom", region)
    name = "decisions" if address_path.startswith("/decision") else "region"
    return link(f"/feeds/{name}.atom", region)
