"""Pages: the rows of a set that were asked for, as many as one answer holds, and where the next ones begin.

A page that took long ends early: what follows begins where it stopped, so no row is lost and none is twice.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, NamedTuple

from dashboard.odata.entity_set import EntityPart, EntitySet, Found
from dashboard.odata.errors import ODataError
from dashboard.odata.options import Options
from dashboard.site import Site

PAGE_SECONDS = 2.0  # seconds after which a page ends, wherever it is
TOO_LONG = 20.0  # seconds after which a count is given up


@dataclass(frozen=True)
class ResultPage:
    """The `rows` of an answer; `count` of all that pass, where asked for; the options that bring the next
    page, None on the last."""

    rows: list[dict[str, Any]]
    count: int | None
    following: dict[str, str] | None


class Cursor(NamedTuple):
    """Where a page stopped: the part, how many of its rows were given, how many more to pass over."""

    part: str
    rows: int
    skip: int = 0


def page_of(site: Site, entity_set: EntitySet, asked: Options) -> ResultPage:
    """The page that `asked` names. Raises ODataError."""
    parts = _wanted(site, entity_set, asked)
    count = _count(parts, asked) if asked.count else None
    found, stopped = _walk(parts, asked, time.monotonic() + PAGE_SECONDS)
    left = None if asked.top is None else asked.top - len(found)
    following = None if stopped is None or left == 0 else _following(asked, stopped, left)
    return ResultPage([_selected(say(), asked) for _, say in found], count, following)


def count_rows(site: Site, entity_set: EntitySet, asked: Options) -> int:
    """How many rows pass. Raises ODataError."""
    return _count(_wanted(site, entity_set, asked), asked)


def _count(parts: list[EntityPart], asked: Options) -> int:
    until, found = time.monotonic() + TOO_LONG, 0
    for part in parts:
        if time.monotonic() > until:
            raise ODataError("This is too much to count at once; add a $filter on one indicator or fewer.")
        found += sum(1 for _ in part.rows(asked.test)) if asked.filtered else part.size()
    return found


def _wanted(site: Site, entity_set: EntitySet, asked: Options) -> list[EntityPart]:
    """The parts that may hold a row that passes."""
    parts = [part for part in entity_set.parts(site) if asked.test(part.known) is not False]
    if len(parts) > 1 and not _as_kept(entity_set, asked):
        raise ODataError(
            "Order by another column only with a $filter on one indicator, like indicator eq '…'."
        )
    return parts


def _as_kept(entity_set: EntitySet, asked: Options) -> bool:
    """Whether the order asked for is the one that the rows have anyway."""
    return asked.order == tuple((name, False) for name in entity_set.key)[: len(asked.order)]


def _walk(parts: list[EntityPart], asked: Options, until: float) -> tuple[list[Found], Cursor | None]:
    """The next rows, and the place after them; None where nothing follows."""
    parts, place = _from(parts, asked)
    skip, found = place.rows + asked.skip, list[Found]()
    size = asked.page if asked.top is None else min(asked.page, asked.top)
    for part in parts:
        if part is not parts[0] and time.monotonic() > until:
            return found, Cursor(part.name, 0, skip)
        if skip and not asked.filtered and part.size() <= skip:
            skip -= part.size()
            continue
        rows = _ordered(part, asked)
        passed = sum(1 for _ in islice(rows, skip))
        taken = [*islice(rows, size - len(found))]
        found += taken
        if len(found) == size and next(rows, None) is not None:
            return found, Cursor(part.name, passed + len(taken))
        skip -= passed
    return found, None


def _from(parts: list[EntityPart], asked: Options) -> tuple[list[EntityPart], Cursor]:
    """The parts from the place on where the page before stopped, and that place. Raises ODataError."""
    if asked.after is None:
        return parts, Cursor("", 0)
    place, names = Cursor(*asked.after), [part.name for part in parts]
    if place.part not in names:
        raise ODataError("This $skiptoken was not given by this site; begin again without it.")
    return parts[names.index(place.part) :], place


def _ordered(part: EntityPart, asked: Options) -> Iterator[Found]:
    rows = part.rows(asked.test)
    if not asked.order:
        return iter(rows)
    kept = list(rows)
    for name, downwards in reversed(asked.order):  # sorting is stable: the first column last
        kept.sort(key=partial(_in_order, name), reverse=downwards)
    return iter(kept)


def _in_order(name: str, found: Found) -> tuple[Any, ...]:
    """What to sort by: no value is less than every value."""
    value = found[0](name)
    return (False,) if value is None else (True, value)


def _following(asked: Options, stopped: Cursor, left: int | None) -> dict[str, str]:
    """The query of the next page: the same without what is done with."""
    kept = {name: text for name, text in asked.given.items() if name not in ("$skip", "$count", "$skiptoken")}
    more = ({} if left is None else {"$top": str(left)}) | (
        {"$skip": str(stopped.skip)} if stopped.skip else {}
    )
    return kept | more | {"$skiptoken": f"{stopped.part}~{stopped.rows}"}


def _selected(row: dict[str, Any], asked: Options) -> dict[str, Any]:
    return {name: row[name] for name in asked.select} if asked.select else row
