"""What is written quickly is what Dash itself would write."""

import json
from datetime import date

import numpy as np
from dash import Patch, dcc, html

from dashboard import callback_json
from dashboard.address import read
from dashboard.pages import overview

VALUES = html.Div(
    [
        html.P("<b> & / “words”", className="note", **{"data-shown": "x", "aria-label": "y"}),
        dcc.Link(["a", 1, 2.5, None, True], href="/"),
        dcc.Store(id={"part": "map"}, data={"numbers": np.array([1.5, np.nan]), 3: date(2024, 4, 1)}),
        (html.Br(), [html.Hr()]),
    ],
    id="whole",
)


def test_components_are_written_as_dash_writes_them():
    ours, theirs = (
        callback_json.to_json({"response": VALUES}),
        callback_json._dash_to_json({"response": VALUES}),
    )
    assert json.loads(ours) == json.loads(theirs)


def test_what_is_no_component_is_left_to_dash():
    patch = Patch()
    patch["a"] = 1
    assert json.loads(callback_json.to_json(patch)) == json.loads(callback_json._dash_to_json(patch))


def test_a_whole_page_is_written_as_dash_writes_it(site):
    page = overview.layout(site, read(site, [overview], "/", ""))
    assert json.loads(callback_json.to_json(page)) == json.loads(callback_json._dash_to_json(page))
