"""Between the dataclasses of record/kinds and the JSON in which they are kept."""

from dataclasses import MISSING, asdict, fields, is_dataclass
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from dashboard.record.fields import UNSEEN

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Unreadable(ValueError):
    """A body that is not of its kind; the message names the field."""


def body_of(item: "DataclassInstance") -> dict[str, Any]:
    """`item` as JSON holds it: dates as ISO text, tuples as lists."""
    return {name: _plain(value) for name, value in asdict(item).items()}


def item_of(kind: type, body: dict[str, Any]) -> Any:
    """The `kind` that `body` stands for. A field that older versions lack takes its default.

    Raises Unreadable for an unknown field, a missing one without a default or a value of another type.
    """
    hints = get_type_hints(kind)
    if unknown := sorted(set(body) - set(hints)):
        raise Unreadable(f"{kind.__name__} has no field {', '.join(unknown)}; import with a newer version")
    values = {name: _read(f"{kind.__name__}.{name}", hints[name], body[name]) for name in body}
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    if missing := sorted(needed - set(body)):
        raise Unreadable(f"{kind.__name__} lacks {', '.join(missing)}")
    return kind(**values)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _read(where: str, hint: Any, value: Any) -> Any:
    if isinstance(hint, UnionType):
        if value is None:
            return None
        hint = next(item for item in get_args(hint) if item is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_read(where, get_args(hint)[0], item) for item in value)
    if isinstance(hint, type) and is_dataclass(hint):
        return item_of(hint, value)
    if hint is date:
        return date.fromisoformat(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint):
        raise Unreadable(f"{where} is {value!r}, not {hint.__name__}")
    # No form and no import takes such a letter; one that was restored must stop no page and no file.
    return UNSEEN.sub("□", value) if isinstance(value, str) else value
