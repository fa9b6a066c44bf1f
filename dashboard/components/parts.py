"""Parts: the areas of a page that a control repaints, by name."""

from dataclasses import dataclass, field
from typing import Any

import orjson
from dash import html, no_update


@dataclass(frozen=True)
class Parts:
    """What a page's `parts(site, address)` gives: children by part, figures by chart, data by map.

    A figure or data may be no_update: the drawing stays as it is.
    """

    children: dict[str, Any] = field(default_factory=dict)
    charts: dict[str, dict] = field(default_factory=dict)
    maps: dict[str, dict] = field(default_factory=dict)

    def part(self, name: str, **properties: Any) -> html.Div:
        """The container of the part called `name`, filled."""
        return html.Div(self.children[name], id={"part": name}, **properties)


def written(drawn: Any) -> Any:
    """The figure of a chart or the data of a map as the text that its element holds; no_update as it is.

    In an attribute, not in a Store: chart.js and map.js see it change, and no callback stands between.
    """
    return drawn if drawn is no_update else orjson.dumps(drawn, option=orjson.OPT_SERIALIZE_NUMPY).decode()
