"""What a reader finds on a page, as text."""

from typing import Any


def text_of(node: Any) -> str:
    """All text under a Dash component, forms (their JSON) included, in order."""
    if node is None:
        return ""
    if isinstance(node, str | int | float):
        return str(node)
    if isinstance(node, list | tuple):
        return " ".join(filter(None, map(text_of, node)))
    own = [getattr(node, name, "") for name in ("data-form", "href", "aria-label")]
    return " ".join(filter(None, [*map(str, own), text_of(getattr(node, "children", None))]))
