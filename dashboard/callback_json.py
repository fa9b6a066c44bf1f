"""Callback answers written in one pass of orjson.

Dash copies every value of an answer into plain dicts before it writes it (plotly's clean_to_json_compatible),
which took almost half the time of a page. This is the one place that reaches into Dash; what it cannot write
is left to Dash.
"""

from functools import cache

import orjson
from dash import _callback
from dash.development.base_component import Component

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
_WILDCARDS = ("data-", "aria-")
_dash_to_json = _callback.to_json


def write_quickly() -> None:
    """Let every callback's answer be written by `to_json`."""
    _callback.to_json = to_json


def to_json(value: object) -> str:
    """`value` as JSON, equal to what Dash writes for it."""
    try:
        return orjson.dumps(value, default=_plain, option=_OPTIONS).decode()
    except TypeError:  # orjson's own errors are of this type
        return _dash_to_json(value)


def _plain(value: object) -> dict:
    if not isinstance(value, Component):
        raise TypeError(f"{type(value).__name__} is left to Dash")
    names = _names(type(value), tuple(value._prop_names))
    given = vars(value).items()
    return {
        "props": {name: each for name, each in given if name in names or name.startswith(_WILDCARDS)},
        "type": value._type,
        "namespace": value._namespace,
    }


@cache
def _names(kind: type, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)
