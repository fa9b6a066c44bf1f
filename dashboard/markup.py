"""Markup: what a page says but no callback touches, written as HTML on the server.

Dash's renderer makes several React elements of every component and looks through all of them at every
repaint, which took most of a browser's time. So a callback's answer holds components only where something
lives: what has an id that callbacks know (a dict), what listens to clicks, and what is no plain element.
Everything else is the attribute data-svg of the element around it, which app.js puts in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from dash import dcc
from dash.development.base_component import Component

HOST = "data-svg"
_VOID = frozenset(("br", "col", "hr", "img", "input", "wbr"))
_SPELT = {"className": "class", "htmlFor": "for"}
_WILDCARDS = ("data-", "aria-")
_LINK = frozenset(("children", "href", "className", "id"))  # of dcc.Link: what a plain link does as well


@dataclass(frozen=True)
class Still:
    """A component that nothing will change: its tag and attributes, and what is inside them as HTML.

    `simple`: there is no element inside, so nothing is gained by markup.
    """

    component: Component
    inner: str
    simple: bool

    def html(self) -> str:
        """The element as HTML."""
        tag = "a" if isinstance(self.component, dcc.Link) else self.component._type.lower()
        start = f"<{tag}{_attributes(self.component)}>"
        return start if tag in _VOID else f"{start}{self.inner}</{tag}>"

    def props(self) -> dict[str, Any]:
        """The properties that the browser's component gets."""
        given = properties(self.component)
        if self.simple:
            return given
        given.pop("children")
        return given | {HOST: self.inner}


class Writer:
    """Writes the components of one answer, looking at each of them once."""

    def __init__(self) -> None:
        self._seen: dict[int, Still | None] = {}

    def props(self, component: Component) -> dict[str, Any]:
        """The properties that the browser's component gets: as given where it lives, else its markup."""
        found = self._still(component)
        return properties(component) if found is None else found.props()

    def _still(self, component: Component) -> Still | None:
        """`component` as markup; None where it, or anything in it, lives."""
        if id(component) not in self._seen:
            self._seen[id(component)] = self._look(component)
        return self._seen[id(component)]

    def _look(self, component: Component) -> Still | None:
        drawn = getattr(component, HOST, None)
        children = list(flat(getattr(component, "children", None)))
        inside = [self._still(each) if isinstance(each, Component) else each for each in children]
        if not _plain(component) or None in inside:
            return None
        if drawn is not None:
            return Still(component, drawn, simple=True)
        parts = [
            each.html() if isinstance(each, Still) else escape(str(each), quote=False) for each in inside
        ]
        return Still(component, "".join(parts), simple=not any(isinstance(each, Still) for each in inside))


def flat(children: Any) -> Iterable[Any]:
    """Components and texts in order; what React shows nothing for is left out."""
    if isinstance(children, list | tuple):
        for child in children:
            yield from flat(child)
    elif children is not None and not isinstance(children, bool):
        yield children


def properties(component: Component) -> dict[str, Any]:
    """The properties given to `component`, as Dash sends them."""
    names = _names(type(component), tuple(component._prop_names))
    return {
        name: value for name, value in vars(component).items() if name in names or name.startswith(_WILDCARDS)
    }


def _html(child: Any) -> str:
    return child.html() if isinstance(child, Still) else escape(str(child), quote=False)


def _plain(component: Component) -> bool:
    if isinstance(component, dcc.Link):
        return vars(component).keys() & _names(dcc.Link, tuple(component._prop_names)) <= _LINK
    if component._namespace != "dash_html_components":
        return False
    given = vars(component)
    return not isinstance(given.get("id"), dict) and "n_clicks" not in given


def _attributes(component: Component) -> str:
    found = ["data-inside"] if isinstance(component, dcc.Link) else []
    for name, value in properties(component).items():
        if name in ("children", HOST) or value is None or value is False:
            continue
        spelt = _SPELT.get(name, name.lower())
        if name == "style":
            value = _style(value)
        found.append(spelt if value is True else f'{spelt}="{escape(str(value))}"')
    return f" {' '.join(found)}" if found else ""


def _style(rules: Mapping[str, Any]) -> str:
    kebab = ("".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name) for name in rules)
    return ";".join(f"{name}:{value}" for name, value in zip(kebab, rules.values(), strict=True))


@cache
def _names(kind: type, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)
