"""Site: all that a page may see of one audience's figures."""

import hashlib
import logging
import os
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from dashboard.catalogue.indicators import THEMES, Indicator, InvalidIndicator, load_indicators
from dashboard.datastore.areas import Geography
from dashboard.datastore.datasets import Dataset, datasets, sources_of
from dashboard.datastore.observations import Observations, load, unreadable
from dashboard.datastore.store import DatastoreError, RetiredStores, Store, connect
from dashboard.record_port import NOTHING, RecordPort
from dashboard.runtime.code_fingerprint import of_definitions, of_program
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

T = TypeVar("T")
_LOG = logging.getLogger("dashboard")
WITHHELD = "withheld"  # the table of indicators that a refresh could not build


@dataclass(frozen=True)
class ListedPage:
    """A page that search finds: its address without the region, its name, and other words for it."""

    path: str
    name: str
    words: str


@dataclass(frozen=True)
class Site:
    """One consistent view of the figures: a store, the indicators over it, and the areas in it."""

    settings: Settings
    store: Store
    indicators: dict[str, Indicator]
    geography: Geography
    as_of: date | None = None
    record: RecordPort = NOTHING
    withheld: dict[str, str] = field(default_factory=dict)  # id of an indicator that is not shown -> why
    pages: tuple[ListedPage, ...] = ()
    edition: str = ""  # names all that an answer rests on: the figures, the indicators and the code

    def at(self, day: date | None) -> "Site":
        """The same site with the figures as known on `day`, and the record of that day; itself for None."""
        return self if day is None else replace(self, as_of=day, record=self.record.at(day))

    @property
    def past_day(self) -> date:
        """The day whose figures these are, of a site of a past day. Raises ValueError on one of today."""
        if self.as_of is None:
            raise ValueError("the site shows the figures of today, not of a past day")
        return self.as_of

    def remember(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What `make` gives for `key`, made once for the figures of this file as known on this day.

        What is the same on every day is remembered on the store.
        """
        return self.store.remember((*key, self.as_of), make)

    @property
    def themes(self) -> dict[str, str]:
        """The themes that have an indicator, key to name, in their order."""
        present = {indicator.theme for indicator in self.indicators.values()}
        return {key: name for key, name in THEMES.items() if key in present}

    def in_theme(self, theme: str) -> list[Indicator]:
        """The indicators of `theme`, in their order."""
        return [item for item in self.indicators.values() if item.theme == theme]

    def observations(self, indicator: Indicator, within: str | None = None) -> Observations:
        """All observations of `indicator`; with `within`, those inside that area, neighbourhoods too."""
        return load(self.store, indicator, within, self.as_of)

    def sources(self, indicator: Indicator) -> list[Dataset]:
        """The datasets whose tables the indicator's SELECT reads."""
        register = datasets(self.store)
        return [register[name] for name in sources_of(self.store, indicator) if name in register]


class SiteKeeper:
    """Opens the site and opens it again when a refresh has swapped the datastore.

    A reader that holds the old Site finishes on the old file; when the last has finished, the file is closed.
    """

    LOOK = 1.0  # seconds between two looks for another datastore, once there is a thread that looks

    def __init__(self, settings: Settings):
        self._settings = settings
        self._record: RecordPort = NOTHING
        self._pages: tuple[ListedPage, ...] = ()
        self._site: Site
        self._target: tuple[int, ...] = ()
        self._bad: tuple[int, ...] | None = None  # a file that could not be opened, until there is another
        self.alarm = ""  # why the newest file is not the one that is served
        self._opening = threading.Lock()
        self._retired = RetiredStores()
        self._watched = False
        self._here = threading.local()
        self.look()

    def current(self) -> Site:
        """The site over the datastore that is served now."""
        here: Site | None = getattr(self._here, "site", None)
        if here is not None:
            return here
        if not self._watched:
            self.look()
        return self._site

    @contextmanager
    def seen_here(self, site: Site) -> Iterator[None]:
        """Let this thread alone see `site` as the current one until the block ends: what it answers is of
        that site whole, and what others are served is of the one before."""
        self._here.site = self._completed(site)
        try:
            yield
        finally:
            del self._here.site

    def watch(self, read_ahead: Callable[[Site], None]) -> None:
        """Look for another datastore from now on, in this thread, until `stop_watching()`.

        What is found is served once `read_ahead` has read from it what most pages show: the first reader of
        new figures waited six seconds for them, and `current()` had each reader look.
        """
        self._watched = True
        while self._watched:
            time.sleep(self.LOOK)
            try:
                self.look(read_ahead)
            except Exception:  # whatever it was, what is served goes on being served, and looked after
                _LOG.exception("the datastore could not be looked at; it is tried again")

    def stop_watching(self) -> None:
        """Let the thread that watches end, and every reader look again."""
        self._watched = False

    def look(self, read_ahead: Callable[[Site], None] = lambda _: None) -> None:
        """Serve the datastore that is there now, after `read_ahead` where another was served before.

        A file that cannot be opened, or is gone, raises an alarm, and what was served before goes on being
        served. Raises DatastoreError where nothing was served before.
        """
        target = _identity(self._settings.datastore)
        if (target != self._target or not target) and (target != self._bad or not self._target):
            self._open(read_ahead)
        elif self.alarm and target == self._target:  # the good file was put back
            self._bad, self.alarm = None, ""
        self._retired.collect()

    def _open(self, read_ahead: Callable[[Site], None]) -> None:
        with self._opening:  # of many readers who find a new file at once, one opens it
            target = _identity(self._settings.datastore)
            if target == self._target and target:
                return
            try:
                opened = open_site(self._settings, forgiving=bool(self._target))
                if self._target:
                    read_ahead(opened)
            except (DatastoreError, InvalidIndicator, InvalidSetting) as error:
                if not self._target:
                    raise
                self._bad, self.alarm = target, str(error)
                _LOG.critical("the new datastore cannot be served, the one before still is: %s", error)
                return
            if self._target:
                self._retired.add(self._site.store)
            self._site = self._completed(opened)
            self._target, self._bad, self.alarm = target, None, ""

    def _completed(self, opened: Site) -> Site:
        """`opened` with what no datastore holds."""
        return replace(opened, record=self._record, pages=self._pages)

    def use_record(self, record: RecordPort) -> None:
        """Let every site from here on know what is recorded (the office’s process only)."""
        self._record = record
        self._site = replace(self._site, record=record)

    def list_pages(self, pages: Iterable[ListedPage]) -> None:
        """Let the search of every site from here on find `pages`."""
        self._pages = tuple(pages)
        self._site = replace(self._site, pages=self._pages)


def _identity(path: Path) -> tuple[int, ...]:
    """Which file is at `path` now, through its links; empty where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns


def open_site(settings: Settings, path: Path | None = None, *, forgiving: bool = False) -> Site:
    """The Site for `settings`, over the datastore it names or over the one at `path`.

    Raises InvalidSetting (unknown REGION), InvalidIndicator or DatastoreError, each saying what to do; with
    `forgiving` an indicator whose file cannot be read is withheld instead.
    """
    store = connect(path or settings.datastore)
    geography = Geography.of(store)
    codes = [region.code for region in geography.regions]
    if settings.region not in codes:
        listed = ", ".join(f"{region.code} {region.name}" for region in geography.regions)
        raise InvalidSetting(f"REGION={settings.region!r} is no city region here; choose one of: {listed}")
    faulty: dict[str, str] = {}
    indicators = load_indicators(settings.queries, settings.audience, faulty if forgiving else None)
    site = Site(settings, store, indicators, geography)
    held = dict(store.rows(f"FROM {WITHHELD}")) if WITHHELD in store.tables() else {}
    held = {name: reason for name, reason in held.items() if name in indicators}
    if settings.audience == "office":  # the public is told of no file that may be the office's
        held |= faulty
    # What no build has checked must not take the pages of all others with it.
    held |= unreadable(store, (item for name, item in indicators.items() if name not in held))
    site = without(site, held)
    return replace(site, edition=_edition(store, site.indicators, settings))


def without(site: Site, withheld: Mapping[str, str]) -> Site:
    """`site` as if the indicators `withheld` (id -> why) were not there; their reasons are kept."""
    shown = {name: item for name, item in site.indicators.items() if name not in withheld}
    return replace(site, indicators=shown, withheld=dict(withheld))


def _edition(store: Store, indicators: dict[str, Indicator], settings: Settings) -> str:
    """Changes whenever figures, definitions, code or the region that is shown where none is asked for change:
    what was cached is then stale."""
    rests_on = [store.snapshot, of_program(), of_definitions(settings.data), settings.region]
    sentence = "\n".join([*rests_on, *map(repr, indicators.values())])
    return hashlib.sha256(sentence.encode()).hexdigest()[:16]


def visible(site: Site) -> dict[str, Dataset]:
    """The datasets that this process's audience may see, by name, in order of title."""
    public = site.settings.audience == "public"
    found = datasets(site.store)
    return {name: item for name, item in found.items() if not public or item.audience == "public"}
