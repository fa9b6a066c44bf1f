"""A page's components as HTML, whole: what lives in a browser too, each with a fallback that needs no script.

What dashboard/components/markup.py writes into an answer anyway stands here once: its element is numbered
(data-n), and the answer that goes with the page names the number instead (assets/hydrate.js).
"""

from collections.abc import Callable
from html import escape
from typing import Any

from dash import dcc
from dash.development.base_component import Component

from dashboard.components.markup import FALLBACK, HOST, VOID, Writer, flat, kind_of, opening
from dashboard.web.rendering.controls import CONTROLS, control_html

_OF_SCRIPTS = ("data-figure", "data-map", "tabIndex", "role", "aria-label", "aria-roledescription")
_NOTHING = (dcc.Store, dcc.Location)


class PageWriter(Writer):
    """Writes one page, and the props of its components for the answer that a browser takes it over with.

    `draw` gives the HTML of a fallback.
    """

    def __init__(self, draw: Callable[[Any], str], form: str):
        super().__init__()
        self._draw = draw
        self._form = form
        self._numbers: dict[int, int] = {}
        self.controls: list[str] = []

    def whole(self, item: Any) -> str:
        """`item`, a component, text or list of them, as HTML."""
        return "".join(self._whole(each) for each in flat(item))

    def props(self, component: Component) -> dict[str, Any]:
        """As Writer's, with the number of what the page holds already in place of its markup."""
        given = super().props(component)
        number = self._numbers.get(id(component))
        return given if number is None else given | {HOST: f"#{number}"}

    def _whole(self, item: Any) -> str:
        if not isinstance(item, Component):
            return escape(str(item), quote=False)
        html = self._html(item)
        if html is not None:
            return self._numbered(item, html)
        if isinstance(item, _NOTHING):
            return ""
        if type(item) in CONTROLS:
            return control_html(item, self._form, self.controls.append)
        return self._living(item)

    def _numbered(self, item: Component, html: str) -> str:
        if HOST not in super().props(item):
            return html
        number = self._numbers.setdefault(id(item), len(self._numbers))
        start = opening(kind_of(item), item)
        return f'{start[:-1]} data-n="{number}">{html[len(start) :]}'

    def _living(self, item: Component) -> str:
        kind, given = kind_of(item), vars(item)
        children = given.get("children")
        if not kind.tag:  # what only holds others: MantineProvider
            return self.whole(children)
        fallback = given.get(FALLBACK)
        left_out = [*(_OF_SCRIPTS if fallback is not None else ()), *(["id"] if _by_pattern(item) else [])]
        start = opening(kind, item, left_out)
        if kind.tag in VOID:
            return start
        inner = self._draw(fallback) if fallback is not None else given.get(HOST) or self.whole(children)
        return f"{start}{inner}</{kind.tag}>"


def _by_pattern(item: Component) -> bool:
    return not isinstance(getattr(item, "id", ""), str)
