"""Whatever a word holds, it stays a word in the HTML that the server writes."""

import pytest
from dash import html

from dashboard.components.markup import HOST, Writer

BAD = '<img src=x onerror="alert(1)"> & more'
WORD = '&lt;img src=x onerror="alert(1)"&gt; &amp; more'
ATTRIBUTE = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; more"


@pytest.mark.parametrize(
    ("inside", "written"),
    [
        (html.P(BAD), f"<p>{WORD}</p>"),
        (html.P([BAD, html.B("bold")]), f"<p>{WORD}<b>bold</b></p>"),
        (html.P("short", title=BAD), f'<p title="{ATTRIBUTE}">short</p>'),
        (html.P("short", **{"data-name": BAD}), f'<p data-name="{ATTRIBUTE}">short</p>'),
    ],
)
def test_no_word_and_no_attribute_becomes_markup(inside, written):
    assert Writer().props(html.Div([inside]))[HOST] == written
