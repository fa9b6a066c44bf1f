"""A callback's answer: components where something lives, HTML for all else, and nothing lost on the way."""

import json
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest
from dash import Patch, dcc, html

from dashboard.address.address import read
from dashboard.components import mantine as dmc
from dashboard.pages.overview import page as overview
from dashboard.web import callback_json

pytestmark = pytest.mark.core


def written(component):
    return json.loads(callback_json.to_json(component))


def test_what_lives_is_written_as_dash_writes_it():
    part = html.Div(
        [
            "text",
            dmc.Select(id={"control": "level"}, data=["a"], value="a"),
            dcc.Store(id={"part": "map"}, data={"numbers": np.array([1.5, np.nan]), 3: date(2024, 4, 1)}),
            html.Button("Dark mode", id="toggle", n_clicks=0),
        ],
        id={"part": "words"},
    )
    assert written({"response": part}) == json.loads(callback_json._dash_to_json({"response": part}))


def test_what_nothing_changes_is_one_component_with_its_html():
    still = html.Ul(
        [html.Li(["a ", html.B("<b> & “w”", className="note")], **{"aria-label": '"x"'}), html.Br()],
        id="list",
        style={"maxWidth": "9rem"},
    )
    assert written(still) == {
        "type": "Ul",
        "namespace": "dash_html_components",
        "props": {
            "id": "list",
            "style": {"maxWidth": "9rem"},
            "data-svg": '<li aria-label="&quot;x&quot;">a <b class="note">&lt;b&gt; &amp; “w”</b></li><br>',
        },
    }


def test_an_element_that_holds_only_text_stays_as_it_is():
    assert written(html.P("a < b"))["props"] == {"children": "a < b"}


def test_a_link_changes_the_page_as_dashs_own_does():
    props = written(html.P(dcc.Link(["Rents", None, True, 2], href="/a?b=1&c=2")))["props"]
    assert props == {"data-svg": '<a data-inside href="/a?b=1&amp;c=2">Rents2</a>'}


def test_a_link_with_elements_inside_stays_a_link_where_what_is_round_it_lives():
    page = html.Div([dcc.Link(html.Span("Rents"), href="/a"), html.P(id={"part": "a"})])
    link, _ = written(page)["props"]["children"]
    assert (link["type"], link["props"]["children"]["props"]) == ("Link", {"children": "Rents"})


def test_markup_inside_markup_is_put_in_its_place():
    drawing = html.Span(**{"data-svg": "<svg></svg>"})
    assert written(html.P(drawing))["props"] == {"data-svg": "<span><svg></svg></span>"}


def test_a_style_and_a_flag_are_spelt_as_html_spells_them():
    inside = [html.Details(open=True, hidden=False), html.P(style={"aspectRatio": "1.25"})]
    inner = written(html.Div(inside))["props"]["data-svg"]
    assert inner == '<details open></details><p style="aspect-ratio:1.25"></p>'


HOSTILE = "</p><script>alert(\"x\")</script>&amp;' onload='x"


@pytest.mark.parametrize(
    "inside",
    [
        html.B(HOSTILE),
        [html.B("beside"), HOSTILE],
        [html.B("beside"), [None, [HOSTILE]]],
        html.B([HOSTILE, html.I("beside")]),
        dcc.Link([HOSTILE, " of a link"], href="/"),
        html.B("beside", title=HOSTILE),
        html.B("beside", className=HOSTILE, **{"aria-label": HOSTILE, "data-name": HOSTILE}),
        html.B("beside", style={"color": HOSTILE}),
        dcc.Link("a link", href=HOSTILE),
    ],
)
def test_what_somebody_typed_is_text_wherever_it_stands(inside):
    reader = Reader()
    reader.feed(written(html.P(inside))["props"]["data-svg"])
    assert reader.tags <= {"a", "b", "i"}
    assert any(HOSTILE in text for text in reader.said + reader.attributes)


def test_what_lives_keeps_all_around_it_alive_and_its_neighbours_still():
    page = html.Div([html.P(html.B("still")), html.Section(html.Div(id={"part": "a"}))])
    first, second = written(page)["props"]["children"]
    assert first["props"] == {"data-svg": "<b>still</b>"}
    assert second["props"]["children"]["props"]["id"] == {"part": "a"}


def test_what_is_no_component_is_left_to_dash():
    patch = Patch()
    patch["a"] = 1
    assert json.loads(callback_json.to_json(patch)) == json.loads(callback_json._dash_to_json(patch))


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.said, self.attributes, self.tags = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [value for _, value in attrs if value]

    def handle_data(self, data):
        self.said.append(data)


def said_by(node):
    """All text a browser shows for a written page."""
    if isinstance(node, list):
        return [text for child in node for text in said_by(child)]
    if isinstance(node, dict):
        inner = node["props"].get("data-svg")
        if inner is None:
            return said_by(node["props"].get("children"))
        reader = Reader()
        reader.feed(inner)
        return reader.said
    return [] if node is None else [str(node)]


def test_a_whole_page_says_in_html_what_its_components_say(site):
    page = overview.layout(site, read(site, [overview.PAGE], "/", ""))
    bare = html.Div(page)._traverse()
    words = [
        child
        for each in [page, *bare]
        for child in [getattr(each, "children", None)]
        if isinstance(child, str)
    ]
    shown = "".join(said_by(written(page)))
    assert len(words) > 20  # most of the page is kept as markup already
    assert all(text in shown for text in words)
