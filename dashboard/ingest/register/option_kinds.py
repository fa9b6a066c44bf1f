"""What each key of [options] must be in a declared entry: a table, a list, a number, text."""

from typing import Any

from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source

_DECLARED = ("long_csv", "sheet", "counted")  # the adapters whose options mean the same
_KINDS: dict[str, tuple[type | tuple[type, ...], str]] = {
    **dict.fromkeys(
        ("columns", "sheets", "marks", "names", "codes", "aliases", "only", "sums", "patterns"),
        (dict, 'a table, such as { a = "b" }'),
    ),
    **dict.fromkeys(("affixes", "skip", "covers", "levels", "summed"), (list, 'a list, such as ["a"]')),
    **dict.fromkeys(("area_names", "repeats", "sparse"), (bool, "true or false")),
    **dict.fromkeys(("periods", "period", "date", "value", "sheet", "across", "until"), (str, "text")),
    "headers": (int, "a whole number"),
    "times": ((int, float, dict), "a number, or a table of series"),
}


def check_kinds(source: Source) -> None:
    """Raises Refused for the first option that is of another kind than it must be."""
    for key, value in source.options.items() if source.adapter in _DECLARED else ():
        wanted, words = _KINDS.get(key, (object, ""))
        if not isinstance(value, wanted) or _is_truth(value, wanted):
            raise Refused(source.file, f"options.{key} must be {words}, not {value!r}")


def _is_truth(value: Any, wanted: Any) -> bool:
    """Whether `value` is true or false where a number is meant: to Python these are numbers too."""
    return isinstance(value, bool) and wanted not in (bool, object)
