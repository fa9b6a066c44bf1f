"""Whatever a word holds, it stays a word in the HTML that the server writes."""

import pytest
from dash import dcc, html

from dashboard.components import markup
from dashboard.components.markup import FALLBACK, HOST, Writer, kind_of, opening, properties, with_fallback

BAD = '<img src=x onerror="alert(1)"> & more'
WORD = '&lt;img src=x onerror="alert(1)"&gt; &amp; more'
ATTRIBUTE = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more"


@pytest.fixture(autouse=True)
def kinds(monkeypatch):
    """Nothing is known yet of any class of components."""
    monkeypatch.setattr(markup, "_KINDS", {})


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (html.P(BAD), f"<p>{WORD}</p>"),
        (html.P([BAD, html.B("bold")]), f"<p>{WORD}<b>bold</b></p>"),
        (html.P("short", title=BAD), f'<p title="{ATTRIBUTE}">short</p>'),
        (html.P("short", **{"data-name": BAD}), f'<p data-name="{ATTRIBUTE}">short</p>'),
    ],
)
def test_no_word_and_no_attribute_becomes_markup(part, written):
    assert Writer().props(html.Div([part]))[HOST] == written


def inside(*children):
    """The markup of what stands in a Div; None where it is sent as components."""
    return Writer().props(html.Div([*children, html.I()])).get(HOST, "lives").removesuffix("<i></i>")


@pytest.mark.parametrize(
    ("component", "written"),
    [
        (html.Br(), "<br>"),
        (html.Col(), "<col>"),
        (html.Hr(), "<hr>"),
        (html.Wbr(), "<wbr>"),
        (html.Img(src="/a.png"), '<img src="/a.png">'),
        (html.P(), "<p></p>"),
        (html.Label("a", htmlFor="b"), '<label for="b">a</label>'),
        (html.P("a", className="c"), '<p class="c">a</p>'),
        (html.Td("a", colSpan=2), '<td colspan="2">a</td>'),
        (html.P("a", style={"fontSize": "2px", "color": "red"}), '<p style="font-size:2px;color:red">a</p>'),
        (html.Details("a", open=True, hidden=False, title=None), "<details open>a</details>"),
        (html.P(["a", 0, None, True, ["b", [html.B(2)]]]), "<p>a0b<b>2</b></p>"),
        (html.P(**{HOST: "<b>made before</b>"}), "<p><b>made before</b></p>"),
        (html.P("a", **{"aria-label": "b"}), '<p aria-label="b">a</p>'),
        (dcc.Link("a", href="/b"), '<a data-inside href="/b">a</a>'),
    ],
)
def test_each_element_is_written_as_a_browser_reads_it(component, written):
    assert inside(component) == written


@pytest.mark.parametrize(
    "component",
    [
        html.Button("a", n_clicks=0),
        html.P("a", id={"type": "b", "index": 1}),
        dcc.Link("a", href="/b", target="_blank"),
        dcc.Store(id="a"),
        html.P(html.P(dcc.Store(id="a"))),
    ],
)
def test_what_lives_is_sent_as_it_is_with_all_around_it(component):
    assert inside(component) == "lives"
    around = html.Div([component])
    assert Writer().props(around) == {"children": [component]}


def test_what_holds_text_alone_and_a_link_of_dashs_own_are_sent_as_they_are():
    assert Writer().props(html.P(["a", "b"], id="c")) == {"children": ["a", "b"], "id": "c"}
    link = dcc.Link([html.B("a")], href="/b")
    assert Writer().props(link) == {"children": link.children, "href": "/b"}


def test_of_what_becomes_markup_all_but_its_children_is_sent_along():
    sent = Writer().props(html.Div([html.B("a")], id="b", className="c", **{"data-d": "e"}))
    assert sent == {"id": "b", "className": "c", "data-d": "e", HOST: "<b>a</b>"}


@pytest.mark.parametrize(
    ("given", "attributes"),
    [
        ({"className": "c"}, ['class="c"']),
        ({"id": "d"}, ['id="d"']),
        ({"className": "c", "id": "d"}, ['class="c"', 'id="d"']),
    ],
)
def test_a_link_that_does_no_more_than_a_plain_one_is_one(given, attributes):
    """Dash hands the properties over in an order that is another in each process."""
    start, _, rest = inside(dcc.Link("a", href="/b", **given)).partition(">")
    assert rest == "a</a>"
    assert sorted(start.split()) == sorted(["<a", "data-inside", 'href="/b"', *attributes])


def test_of_what_is_no_element_of_html_the_properties_are_known():
    assert properties(dcc.Store(id="a")) == {"id": "a"}


def test_a_component_that_stands_twice_is_written_twice():
    twice = html.B("a")
    writer = Writer()
    assert [writer.props(html.Div([twice]))[HOST] for _ in range(2)] == ["<b>a</b>"] * 2


def test_a_face_is_no_property():
    shown = with_fallback(html.P("a"), "fallback")
    assert (getattr(shown, FALLBACK), properties(shown)) == ("fallback", {"children": "a"})


def test_an_attribute_may_be_left_out():
    part = html.P("a", id="b", className="c")
    assert opening(kind_of(part), part, left_out=("id",)) == '<p class="c">'


def test_what_counts_clicks_has_no_attribute_of_it():
    part = html.Button("a", n_clicks=0)
    assert opening(kind_of(part), part) == "<button>"
