"""The audit's counting, done once at build: else a page would count every table for its first reader.

A key stands for all that a dataset's scores rest on: the bytes of its table and of those that say what the
places are, what the register says of it, and the code that counts. Where it is the same, so are the scores.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.audit.quality import counted
from dashboard.audit.register import registered
from dashboard.catalogue.register_view import Registered
from dashboard.datastore.datasets import Dataset, datasets
from dashboard.datastore.store import DatastoreError, Store, connect
from dashboard.methods.quality import Score
from dashboard.runtime.code_fingerprint import fingerprint
from dashboard.site import Site

_PLACES = ("areas", "membership", "recodes")


@dataclass(frozen=True)
class StoredScore:
    """One score of one dataset, as the datastore keeps it; `share` is empty where it is not assessed."""

    dataset: str
    key: str
    dimension: str
    share: float
    checked: int
    reason: str


ScoresByKey = dict[str, list[StoredScore]]  # by key


def measured(site: Site, known: ScoresByKey, before: Path) -> list[StoredScore]:
    """The scores of every dataset that is held.

    Those of a key that is in `known`, or else in the datastore at the path `before`, are taken from there;
    `known` then has them all.
    """
    wanted = _wanted(site)
    if wanted.keys() - known.keys():
        known |= held_before(before)
    for key, (item, source) in wanted.items():
        if key not in known:
            known[key] = list(_counted(site, item, source, key))
    return [score for key in wanted for score in known[key]]


def _wanted(site: Site) -> dict[str, tuple[Dataset, Registered]]:
    """key -> what is to be counted."""
    contents = dict(site.store.rows("SELECT name, digest FROM contents"))
    tables = site.store.tables()
    found = {}
    for item in datasets(site.store).values() if "datasets" in tables else ():
        if item.dataset in tables:
            source = registered(site, item.dataset)
            found[_key(item, source, contents)] = item, source
    return found


def held_before(path: Path) -> ScoresByKey:
    """What the datastore at `path` holds; nothing where it cannot be read or was built before any
    was kept.

    Not a table with a value that breaks a rule: it is counted again, a period that lay ahead may have begun.
    """
    try:
        store = connect(path)
    except DatastoreError:
        return {}
    try:
        return _by_key(StoredScore(*row) for row in _rows(store))
    finally:
        store.close()


def stored_scores(site: Site, dataset: str) -> dict[str, Score]:
    """dimension -> Score of `dataset` as the build counted it; empty where it did not."""
    return site.store.remember("quality", lambda: _scores(site.store)).get(dataset, {})


def _by_key(found: Iterable[StoredScore]) -> ScoresByKey:
    keyed: ScoresByKey = {}
    for each in found:
        keyed.setdefault(each.key, []).append(each)
    broken = {key for key, scores in keyed.items() if any(_broken(score) for score in scores)}
    return {key: scores for key, scores in keyed.items() if key not in broken}


def _broken(score: StoredScore) -> bool:
    return score.dimension == "validity" and score.share is not None and score.share < 1


def _counted(site: Site, item: Dataset, source: Registered, key: str) -> Iterator[StoredScore]:
    for score in counted(site, item, source):
        yield StoredScore(item.dataset, key, score.dimension, score.share, score.checked, score.reason)


def _rows(store: Store) -> list[tuple]:
    if "quality" not in store.tables():
        return []
    return store.rows("SELECT dataset, key, dimension, share, checked, reason FROM quality")


def _scores(store: Store) -> dict[str, dict[str, Score]]:
    found: dict[str, dict[str, Score]] = {}
    for dataset, _, *score in _rows(store):
        found.setdefault(dataset, {})[score[0]] = Score(*score)
    return found


def _key(item: Dataset, source: Registered, contents: Mapping[str, str]) -> str:
    tables = (item.dataset, *_PLACES)
    parts = [item.dataset, repr(source.key), repr(source.totals), _code()]
    parts += [f"{name} {contents.get(name)}" for name in tables]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _code() -> str:
    return fingerprint("dashboard.audit.quality")
