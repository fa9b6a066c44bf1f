"""Entries: all that can be found by its name and is no place: indicators, pages, datasets and decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from dashboard.catalogue.needs import load_needs
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.datastore.published import published
from dashboard.runtime.slips import without_slips
from dashboard.search.matching import SearchText, search_text
from dashboard.site import Site, visible

INDICATOR, PLACE, PAGE, DATASET, DECISION = "indicator", "place", "page", "dataset", "decision"
GAP = "gap"  # something that a mayor must know and that is not held
ENTRY_KINDS = (INDICATOR, PLACE, PAGE, DECISION, GAP, DATASET)


@dataclass(frozen=True)
class SearchEntry:
    """Something with a page of its own: `path` is its address without the region that one looks at.

    `region` is the code of the region that it belongs to, "" where it is the same for all.
    """

    kind: str
    name: str
    detail: str
    path: str
    words: SearchText
    region: str = ""


def meanings(path: Path) -> list[list[str]]:
    """The lists of words that mean the same, of the file at `path`; none without a file."""
    return read_toml(path)["meanings"] if path.exists() else []


def entries(site: Site) -> list[SearchEntry]:
    """All that is there for this audience. What hangs on the snapshot alone is made once for it."""
    fixed = site.store.remember(
        ("search", site.pages), lambda: [*_indicators(site), *_pages(site), *_gaps(site), *_datasets(site)]
    )
    return [*fixed, *_decisions(site)]


def _indicators(site: Site) -> Iterable[SearchEntry]:
    for item in site.indicators.values():
        about = search_text(item.title, item.question, item.unit, item.theme)
        yield SearchEntry(INDICATOR, item.title, site.themes[item.theme], f"/indicator/{item.id}", about)


def _pages(site: Site) -> Iterable[SearchEntry]:
    for key, name in site.themes.items():
        yield SearchEntry(
            PAGE, name, "All indicators of the theme", f"/theme/{key}", search_text(name, "theme")
        )
    for page in site.pages:
        yield SearchEntry(PAGE, page.name, "Page", page.path, search_text(page.name, page.words))


def _gaps(site: Site) -> Iterable[SearchEntry]:
    """What is known to be missing: whoever looks for it learns that, and who holds it."""
    needs = without_slips(load_needs, site.settings.data / "needs.toml") or {}
    for item in needs.values():
        if not item.met_by and not item.partly_by:
            about = search_text(item.title, item.why)
            yield SearchEntry(GAP, item.title, f"Not held here; held by: {item.holder}", "/audit", about)


def _datasets(site: Site) -> Iterable[SearchEntry]:
    for item in visible(site).values():
        about = search_text(item.title, item.publisher, item.dataset)
        yield SearchEntry(DATASET, item.title, item.publisher, f"/data/{item.dataset}", about)


def _decisions(site: Site) -> Iterable[SearchEntry]:
    """What is in the record for the office, what is published for the public."""
    if site.settings.audience == "office":
        for found in site.record.decisions(site.as_of or datetime.now(UTC).date()):
            yield _decision(found.title, found.day, f"/decision/{found.id}", found.region)
    else:
        for item in published(site.settings.data):
            yield _decision(item["title"], date.fromisoformat(item["day"]), "/decisions", item["region"])


def _decision(title: str, day: date, path: str, region: str) -> SearchEntry:
    return SearchEntry(DECISION, title, f"Decided {day_words(day)}", path, search_text(title), region)
