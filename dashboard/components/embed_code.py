"""Code by which another site shows something of ours in a frame; chart_copy.js completes and copies it."""

from html import escape

from dash import html


def embed_code(where: str, title: str, height: int, what: str) -> html.Div:
    """The code for the frame at `where`, an address path; `what` it shows, in words: "this chart"."""
    code = (
        f'<iframe src="{escape(where)}" title="{escape(title)}" width="100%" '
        f'height="{height}" style="border:0" loading="lazy"></iframe>'
    )
    sentence = f"To show {what} on another website, paste this code. "
    return html.Div(
        [
            html.P(
                [sentence, html.A("See how it looks", href=where, **{"aria-label": f"See how {what} looks"})]
            ),
            html.Code(code, tabIndex="0", role="group", **{"aria-label": f"Code to embed {what}"}),
            html.Button("Copy code", type="button", className="quiet-button", **{"data-take": "code"}),
        ],
        className="take-embed",
    )
