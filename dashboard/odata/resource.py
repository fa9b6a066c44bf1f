"""Resource: what the path of an OData address names: a table, the number of its rows, or one row."""

import re
from dataclasses import dataclass

from dashboard.odata.entity_set import EntitySet
from dashboard.odata.errors import ODataError
from dashboard.odata.logic import Test, all_of, compared
from dashboard.odata.model import SETS
from dashboard.odata.operand import column, literal
from dashboard.odata.tokens import Token, tokens

_PATH = re.compile(r"(?P<name>\w+)(?:\((?P<key>.*)\))?(?P<count>/\$count)?/?", re.DOTALL)


@dataclass(frozen=True)
class Resource:
    """A table; with `key` the one row that passes it; with `count` the number of its rows."""

    entity_set: EntitySet
    key: Test | None = None
    count: bool = False


def resource(path: str) -> Resource:
    """What `path`, below the root of the service, names. Raises ODataError."""
    match = _PATH.fullmatch(path)
    if match is None or match["name"] not in SETS or (match["key"] is not None and match["count"]):
        raise ODataError(f"There is nothing called “{path[:60]}” here; there are {', '.join(SETS)}.", 404)
    entity_set = SETS[match["name"]]
    key = None if match["key"] is None else _key(entity_set, match["key"])
    return Resource(entity_set, key, bool(match["count"]))


def _key(entity_set: EntitySet, typed: str) -> Test:
    """The test that the one row passes: 'x' for a key of one column, else a='x',b=2023-01-01."""
    given = tokens(typed)[:-1]
    if len(given) == 1 and len(entity_set.key) == 1:
        return all_of([_equals(entity_set, entity_set.key[0], given[0])])
    parts = [given[at : at + 4] for at in range(0, len(given), 4)]
    named = {
        part[0].typed: part[2]
        for part in parts
        if [token.typed for token in part[1:2]] == ["="] and len(part) > 2
    }
    if sorted(named) != sorted(entity_set.key) or len(parts) != len(entity_set.key):
        raise ODataError(f"A row of {entity_set.name} is named by {', '.join(entity_set.key)}.")
    return all_of([_equals(entity_set, name, token) for name, token in named.items()])


def _equals(entity_set: EntitySet, name: str, token: Token) -> Test:
    if token.kind != entity_set.kinds[name]:
        raise ODataError(f"“{token.typed[:60]}” cannot be the {name} of a row.")
    return compared(lambda a, b: a == b, column(name, token.kind).of, literal(token).of, equality=True)
