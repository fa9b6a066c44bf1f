"""Markup: what a page says but no callback touches, written as HTML on the server.

Dash's renderer makes several React elements of every component and looks through all of them at every
repaint, which took most of a browser's time. So a callback's answer holds components only where something
lives: what has an id that callbacks know (a dict), what listens to clicks, and what is no plain element.
Everything else is the attribute data-svg of the element around it, which app.js puts in.
"""

from collections.abc import Container, Iterable
from html import escape
from typing import Any, NamedTuple

from dash import dcc
from dash.development.base_component import Component

HOST = "data-svg"
FALLBACK = "fallback"
VOID = frozenset(("br", "col", "hr", "img", "input", "wbr"))
_SPELT = {"className": "class", "htmlFor": "for"}
_WILDCARDS = ("data-", "aria-")
_OF_LINK = frozenset(("children", "href", "className", "id"))  # what a plain link does as well


class _Kind(NamedTuple):
    """A class of components: how its element begins, its tag, and how its properties are spelt in HTML.

    One that lives by its nature has no tag.
    """

    start: str
    tag: str
    spelt: dict[str, str]
    names: frozenset[str]


class Writer:
    """Writes the components of one answer, each of them once."""

    def __init__(self) -> None:
        self._written: dict[int, str | None] = {}

    def props(self, component: Component) -> dict[str, Any]:
        """The properties that the browser's component gets: as given where it lives, else its markup."""
        given = properties(component)
        inside = any(isinstance(child, Component) for child in flat(given.get("children")))
        if not inside or isinstance(component, dcc.Link):
            return given  # only text: nothing is gained by markup; and Dash's own link takes none
        html = self._html(component)
        if html is None:
            return given
        del given["children"]
        kind = kind_of(component)
        return given | {HOST: html[len(opening(kind, component)) : -len(f"</{kind.tag}>")]}

    def _html(self, component: Component) -> str | None:
        """`component` as HTML; None where it, or anything in it, lives."""
        key = id(component)
        if key not in self._written:
            self._written[key] = self._element(component)
        return self._written[key]

    def _element(self, component: Component) -> str | None:
        kind = kind_of(component)
        if not kind.tag or not _still(kind, component):
            return None
        given = vars(component)
        inner = given.get(HOST)
        if inner is None:
            inner = self._inner(given.get("children"))
        if inner is None:
            return None
        start = opening(kind, component)
        return start if kind.tag in VOID else f"{start}{inner}</{kind.tag}>"

    def _inner(self, children: Any) -> str | None:
        if isinstance(children, str):
            return escape(children, quote=False)
        parts = []
        for child in flat(children):
            part = self._html(child) if isinstance(child, Component) else escape(str(child), quote=False)
            if part is None:
                return None
            parts.append(part)
        return "".join(parts)


def with_fallback(component: Component, fallback: object) -> Component:
    """`component`, with what a page without scripts shows within it (dashboard/web/rendering).

    No property of its own: an answer to a callback does not hold it.
    """
    setattr(component, FALLBACK, fallback)
    return component


def flat(children: Any) -> Iterable[Any]:
    """Components and texts in order; what React shows nothing for is left out."""
    if isinstance(children, list | tuple):
        for child in children:
            if isinstance(child, str | Component):
                yield child
            else:
                yield from flat(child)
    elif children is not None and not isinstance(children, bool):
        yield children


def properties(component: Component) -> dict[str, Any]:
    """The properties given to `component`, as Dash sends them."""
    names = kind_of(component).names
    given = vars(component).items()
    return {name: value for name, value in given if name in names or name.startswith(_WILDCARDS)}


_KINDS: dict[type[Component], _Kind] = {}


def kind_of(component: Component) -> _Kind:
    """What is known of a component's class; its instances alone know the names."""
    made = type(component)
    if made not in _KINDS:
        _KINDS[made] = _known(component)
    return _KINDS[made]


def _known(component: Component) -> _Kind:
    names = frozenset(component._prop_names)
    link = isinstance(component, dcc.Link)
    if not link and component._namespace != "dash_html_components":
        return _Kind("", "", {}, names)
    spelt = {name: _SPELT.get(name, name.lower()) for name in names - {"children", "n_clicks"}}
    tag = "a" if link else component._type.lower()
    return _Kind("<a data-inside" if link else f"<{tag}", tag, spelt, names)


def _still(kind: _Kind, component: Component) -> bool:
    given = vars(component)
    if isinstance(component, dcc.Link):
        return given.keys() & kind.names <= _OF_LINK
    return "n_clicks" not in given and not isinstance(given.get("id"), dict)


def opening(kind: _Kind, component: Component, left_out: Container[str] = ()) -> str:
    """The tag that opens the element, with its attributes but those `left_out`."""
    start = kind.start
    for name, value in vars(component).items():
        if name in left_out:
            continue
        spelt = kind.spelt.get(name) or (name if name.startswith(_WILDCARDS) and name != HOST else None)
        if spelt is None or value is None or value is False:
            continue
        if name == "style":
            value = _style(value)
        start += f" {spelt}" if value is True else f' {spelt}="{escape(str(value))}"'
    return start + ">"


def _style(rules: dict[str, Any]) -> str:
    kebab = ("".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name) for name in rules)
    return ";".join(f"{name}:{value}" for name, value in zip(kebab, rules.values(), strict=True))
