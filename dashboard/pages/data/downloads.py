"""Links to a table's files, in every format it is offered in."""

from collections.abc import Iterable

from dash import html

from dashboard.exports.formats import Format


def downloads(what: str, path: str, formats: Iterable[Format], query: str = "") -> html.Ul:
    """The files of `what` at `path` (without ending) as a list of links that each say whose file they are."""
    return html.Ul(
        [
            html.Li(
                html.A(
                    item.label,
                    href=f"{path}.{item.ending}{query}",
                    download="",
                    **{"aria-label": f"{item.label} file of {what}"},
                )
            )
            for item in formats
        ],
        className="downloads",
    )
