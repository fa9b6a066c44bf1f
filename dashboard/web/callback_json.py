"""Callback answers written in one pass of orjson, with HTML for what stays as it is (components/markup.py).

Dash copies every value of an answer into plain dicts before it writes it (plotly's clean_to_json_compatible),
which took almost half the time of a page. This is the one place that reaches into Dash; what it cannot write
is left to Dash.
"""

from functools import partial

import orjson
from dash import _callback
from dash.development.base_component import Component

from dashboard.components.markup import Writer

OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_SERIALIZE_NUMPY
_dash_to_json = _callback.to_json


def write_quickly() -> None:
    """Let every callback's answer be written by `to_json`."""
    _callback.to_json = to_json


def to_json(value: object) -> str:
    """`value` as JSON: what shows the same page in a browser as what Dash writes for it."""
    try:
        return orjson.dumps(value, default=partial(plain, Writer()), option=OPTIONS).decode()
    except TypeError:  # orjson's own errors are of this type
        return _dash_to_json(value)


def plain(writer: Writer, value: object) -> dict:
    """A component as orjson writes it, its properties as `writer` gives them. Raises TypeError for others."""
    if not isinstance(value, Component):
        raise TypeError(f"{type(value).__name__} is left to Dash")
    return {"props": writer.props(value), "type": value._type, "namespace": value._namespace}
