"""A legend of classes that have names: each its colour, word, meaning and number of areas."""

from collections.abc import Sequence

from dash import html


def named_legend(name: str, classes: list[tuple[str, str, int]], colours: Sequence[int]) -> html.Ul:
    """A legend of named classes; assets/neighbourhoods.css gives `name` its own colours."""
    items = [
        html.Li(
            [
                html.Span(className=f"map-swatch map-{colour}", **{"aria-hidden": "true"}),
                html.Span(
                    [
                        html.Span(word, className="legend-word"),
                        html.Span(meaning, className="legend-meaning") if meaning else None,
                    ],
                    className="map-range",
                ),
                html.Span(f"{count:,}", className="map-count"),
            ]
        )
        for (word, meaning, count), colour in zip(classes, colours, strict=True)
    ]
    return html.Ul(items, className=f"map-legend legend-named {name}")
