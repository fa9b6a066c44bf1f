"""The answer to a page's address: its document's parts, from the components that its callback answers with.

The document holds the page as HTML, and what the browser's first three requests would ask for: the layout and
the callbacks of the app, and the callback's answer for this address (assets/hydrate.js hands them out).
"""

import re
from collections.abc import Mapping
from functools import partial

import dash
import orjson
from dash.development.base_component import Component
from flask import request

from dashboard.address.page import Address
from dashboard.site import Site
from dashboard.web.callback_json import OPTIONS, plain
from dashboard.web.rendering.controls import CHOICES, choices_form
from dashboard.web.rendering.drawings import drawer, with_tables
from dashboard.web.rendering.page_html import PageWriter

_FRAME = (
    '&lt;iframe src="/'  # code to paste elsewhere: of use only with the host, which no part of a page knows
)
_SLOT = re.compile(r"\{%(\w+)%\}")


def page_parts(site: Site, address: Address, frame: Component) -> tuple[str, str]:
    """`frame` as HTML with its forms, and the callback's answer that leads to it, as JSON."""
    writer = PageWriter(drawer(site), CHOICES)
    page = with_tables(writer.whole(frame))
    given = [(name, value) for name, value in request.args.items(multi=True)]
    forms = choices_form(address.path, writer.controls, given, address.region.code)
    answer = {"multi": True, "response": {"page": {"children": frame}}}
    page = page.replace(_FRAME, f"{_FRAME[:-1]}{request.url_root}")
    return page + forms, orjson.dumps(answer, default=partial(plain, writer), option=OPTIONS).decode()


def app_parts(app: dash.Dash) -> dict[str, str]:
    """What the app answers about itself before its first callback, by the element that holds it."""
    return {
        "first-layout": app.serve_layout().get_data(as_text=True),
        "first-dependencies": app.dependencies().get_data(as_text=True),
    }


def data_block(name: str, content: str, kind: str = "application/json") -> str:
    """JSON in a document: no text in it can end its element."""
    safe = content.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="{kind}" id="{name}">{safe}</script>'


def filled(template: str, parts: Mapping[str, str]) -> str:
    """`template` with each {%name%} replaced once: what a part holds is not looked through again."""
    return _SLOT.sub(lambda slot: parts.get(slot[1], ""), template)
