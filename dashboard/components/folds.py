"""What a phone folds and a desk shows open (.phone-fold of assets/app.css): no script opens or closes it."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component


def phone_fold(name: str, about: str, content: Sequence[Component | None], look: str = "") -> html.Details:
    """`content` behind `name` on a narrow screen; `about` ends a name that stands on the page many times."""
    summary = html.Summary([name, html.Span(f" {about}", className="visually-hidden")] if about else name)
    return html.Details([summary, html.Div(list(content), className=look or None)], className="phone-fold")
