"""Options: the query options of OData, each read into a value or refused with a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard.odata.entity_set import EntitySet
from dashboard.odata.errors import ODataError
from dashboard.odata.expression import condition
from dashboard.odata.logic import Test, anything

PAGE, LARGEST_PAGE = 2000, 5000  # rows of one answer
FORMATS = ("json", "application/json")
KNOWN = ("$filter", "$select", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format")


@dataclass(frozen=True)
class Options:
    """What is asked of a set: which rows, in which order (column, whether from the largest), from where
    (`after` is a part and how many rows of it were given), how many in all and on one page."""

    test: Test = anything
    filtered: bool = False
    select: tuple[str, ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    top: int | None = None
    skip: int = 0
    count: bool = False
    after: tuple[str, int] | None = None
    page: int = PAGE
    given: Mapping[str, str] = field(default_factory=dict)


def options(
    entity_set: EntitySet, given: Mapping[str, str], page: int | None = None, takes: Iterable[str] = KNOWN
) -> Options:
    """The options of `entity_set` in the query `given`, with pages of `page` rows. Raises ODataError."""
    for name in given:
        if name.startswith("$") and name not in takes:
            raise ODataError(f"{name[:30]} is not supported here; there are {', '.join(takes)}.")
    _format(given.get("$format", ""))
    expression = given.get("$filter", "")
    return Options(
        test=condition(expression, entity_set.kinds) if expression.strip() else anything,
        filtered=bool(expression.strip()),
        select=_select(entity_set, given.get("$select", "")),
        order=_order(entity_set, given.get("$orderby", "")),
        top=_whole("$top", given["$top"]) if "$top" in given else None,
        skip=_whole("$skip", given.get("$skip", "0")),
        count=_flag("$count", given.get("$count", "false")),
        after=_after(given["$skiptoken"]) if "$skiptoken" in given else None,
        page=min(page or PAGE, LARGEST_PAGE),
        given=given,
    )


def _format(typed: str) -> None:
    if typed and typed.split(";")[0].strip() not in FORMATS:
        raise ODataError("$format must be json.")


def _select(entity_set: EntitySet, typed: str) -> tuple[str, ...]:
    names = [name.strip() for name in typed.split(",")] if typed.strip() else []
    known = [column.name for column in entity_set.columns]
    for name in names:
        if name != "*" and name not in known:
            raise ODataError(
                f"There is no column “{name[:60]}” in {entity_set.name}; there are {', '.join(known)}."
            )
    return () if "*" in names else tuple(dict.fromkeys(names))


def _order(entity_set: EntitySet, typed: str) -> tuple[tuple[str, bool], ...]:
    found = []
    for item in typed.split(",") if typed.strip() else ():
        name, *way = item.split()[:3] or [""]
        if name not in entity_set.kinds:
            sentence = ", ".join(entity_set.kinds)
            raise ODataError(f"{entity_set.name} cannot be ordered by “{name[:60]}”, only by {sentence}.")
        if way not in ([], ["asc"], ["desc"]):
            raise ODataError(f"After “{name}” $orderby takes asc or desc.")
        found.append((name, way == ["desc"]))
    return tuple(found)


def _whole(name: str, typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 10):
        raise ODataError(f"{name} must be a whole number from 0 to 999999999.")
    return int(typed)


def _flag(name: str, typed: str) -> bool:
    if typed not in ("true", "false"):
        raise ODataError(f"{name} must be true or false.")
    return typed == "true"


def _after(typed: str) -> tuple[str, int]:
    part, _, rows = typed.rpartition("~")
    if not part:
        raise ODataError("This $skiptoken was not given by this site; begin again without it.")
    return part, _whole("$skiptoken", rows)
