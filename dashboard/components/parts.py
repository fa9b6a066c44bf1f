"""Parts: the areas of a page that a control repaints, by name."""

from dataclasses import dataclass, field
from typing import Any

from dash import html


@dataclass(frozen=True)
class Parts:
    """What a page's `parts(site, address)` gives: children by part, figures by chart, data by map."""

    children: dict[str, Any] = field(default_factory=dict)
    charts: dict[str, dict] = field(default_factory=dict)
    maps: dict[str, dict] = field(default_factory=dict)

    def part(self, name: str, **properties: Any) -> html.Div:
        """The container of the part called `name`, filled."""
        return html.Div(self.children[name], id={"part": name}, **properties)
