"""Taking a chart along: its picture, its table, the link to it, and for the public the code to embed it."""

from urllib.parse import urlencode

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.site import Site


def take_chart(site: Site, address: Address) -> html.Details:
    """What a reader can do with the chart of an indicator's page. assets/chart_take.js copies."""
    base = site.settings.base
    query = urlencode({"region": address.region.code} | address.given, safe=",")
    file = f"{base}/download/chart/{address.indicator.id}"
    ways = [
        _copy("picture", "Copy picture", **{"data-address": f"{file}.png?{query}"}),
        _copy("table", "Copy table"),
        _copy("link", "Copy link"),
        html.A("Save as PNG", href=f"{file}.png?{query}", download="", className="download"),
        html.A("Save as SVG", href=f"{file}.svg?{query}", download="", className="download"),
    ]
    return html.Details(
        [
            html.Summary("Copy, save or share this chart"),
            html.Ul([html.Li(way) for way in ways], className="take-ways"),
            _embed(site, address) if site.settings.audience == "public" else None,
            html.P(role="status", className="note"),
        ],
        className="take",
    )


def _copy(what: str, words: str, **more: str) -> html.Button:
    return html.Button(words, type="button", className="quiet-button", **{"data-take": what, **more})


def _embed(site: Site, address: Address) -> html.Div:
    """The code for another site's page; chart_take.js puts this site's own address before it."""
    where = link(f"/embed/{address.indicator.id}", address.region)
    code = (
        f'<iframe src="{site.settings.base}{where}" title="{address.indicator.title}, {address.region.name}" '
        'width="100%" height="620" style="border:0" loading="lazy"></iframe>'
    )
    return html.Div(
        [
            html.P(
                ["To show it on another website, paste this code. ", html.A("See how it looks", href=where)]
            ),
            html.Code(code, tabIndex="0", role="group", **{"aria-label": "Code to embed this chart"}),
            _copy("code", "Copy code"),
        ],
        className="take-embed",
    )
