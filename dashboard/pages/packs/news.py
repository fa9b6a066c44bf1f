"""What is new since the last snapshot that is kept beside the present one."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.datastore.store import DatastoreError
from dashboard.site import Site, open_site
from dashboard.statements.changes import KINDS, Change, Digest, changes, digest


@dataclass(frozen=True)
class News:
    """What changed, and in words since when."""

    said: str
    changes: tuple[Change, ...]


def news_since(site: Site, region: Area) -> News:
    """The changes for `region` and its districts, worked out once for the life of the site's file."""
    return site.store.remember(("news", region.code), lambda: _news(site, region))


def _news(site: Site, region: Area) -> News:
    previous = _previous(site)
    here = f"The figures were put together on {_of(site)}."
    if previous is None:
        return News(f"{here} No earlier ones are kept here to compare them with.", ())
    areas = [region, *site.geography.places(region.code)]
    try:
        before, earlier = _digest_of(site, previous, areas)
    except DatastoreError as error:
        return News(f"{here} The earlier ones cannot be read: {error}", ())
    found = tuple(changes(site, before, digest(site, areas), region))
    many = {0: "Nothing has", 1: "1 indicator has"}.get(len(found), f"{len(found)} indicators have")
    return News(f"{here} {many} changed since those before, of {earlier}.", found)


def _of(site: Site) -> str:
    """The day and the id of a snapshot."""
    return f"{day_words(date.fromisoformat(site.store.built[:10]))} (snapshot {site.store.snapshot})"


def _digest_of(site: Site, path: Path, areas: list[Area]) -> tuple[Digest, str]:
    """What the earlier file held, and which it is. It is closed again: the present one is served."""
    earlier = open_site(site.settings, path)
    try:
        return digest(earlier, areas), _of(earlier)
    finally:
        earlier.store.close()


def _previous(site: Site) -> Path | None:
    """The newest build kept here that is of another snapshot; builds are named by theirs."""
    builds = sorted(site.store.path.parent.glob("*.duckdb"), key=lambda path: path.stat().st_mtime)
    others = [path for path in builds if path.name.split("-")[0] != site.store.snapshot]
    return others[-1] if others else None


def news_list(news: News, region: Area) -> html.Ul | html.P:
    """The changes, each with a link to its evidence."""
    if not news.changes:
        return html.P("There is nothing new to list.", className="empty")
    return html.Ul([_line(item, region) for item in news.changes], className="news")


def _line(item: Change, region: Area) -> html.Li:
    _, words = item.text.split(": ", 1)
    name = item.title
    if item.kind != "gone":
        name = dcc.Link(item.title, href=link(f"/indicator/{item.indicator}", region))
    return html.Li([html.Span(KINDS[item.kind], className="news-kind"), name, f": {words}"])
