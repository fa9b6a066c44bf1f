"""The short forms that stand on a page, explained at its end (data/glossary.toml)."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.address.page import Address
from dashboard.catalogue.glossary import NO_GLOSSARY, load_glossary
from dashboard.runtime.slips import without_slips
from dashboard.site import Site


def short_forms(site: Site, address: Address, content: list[Any]) -> html.P | None:
    """What the short forms on the page mean; None where there is none. A page is looked through once: what
    is chosen on it brings no new ones, but for what is typed into it."""
    key = ("short forms", address.path, address.region)
    typed = address.values.get("q")
    found = _found(site, content) if typed else site.remember(key, lambda: _found(site, content))
    if not found:
        return None
    parts: list = ["Short forms on this page: "]
    for number, (form, meaning) in enumerate(found.items()):
        parts += ["; " if number else "", html.B(form), f", {meaning}"]
    return html.P([*parts, "."], className="note short-forms")


def _found(site: Site, content: list[Any]) -> dict[str, str]:
    file = site.settings.data / "glossary.toml"
    glossary = site.remember(("glossary",), lambda: without_slips(load_glossary, file) or NO_GLOSSARY)
    return glossary.forms_in(_texts(content))


def _texts(part: Any) -> Iterator[str]:
    """All that a component says, and the markup of those written already."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, Component):
        yield getattr(part, "data-svg", "") or ""
        yield from _texts(getattr(part, "children", None))
