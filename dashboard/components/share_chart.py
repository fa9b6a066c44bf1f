"""Taking a chart along: its picture, its table, the link to it, and for the public the code to embed it."""

from urllib.parse import urlencode

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.embed_code import embed_code
from dashboard.site import Site


def share_chart(site: Site, address: Address) -> html.Details:
    """What a reader can do with the chart of an indicator's page. assets/chart_copy.js copies."""
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
            *(_embeds(site, address) if site.settings.audience == "public" else []),
            html.P(role="status", className="note"),
        ],
        className="take",
    )


def _copy(what: str, words: str, **more: str) -> html.Button:
    return html.Button(words, type="button", className="quiet-button", **{"data-take": what, **more})


def _embeds(site: Site, address: Address) -> list[html.Div]:
    """The codes for another site's page: of the chart, and of the figure alone."""
    indicator, region = address.indicator, address.region
    named = f"{indicator.title}, {region.name}"
    figure = link(f"/embed/figure/{indicator.id}", region, place=_one_place(address))
    return [
        embed_code(link(f"/embed/{indicator.id}", region), named, 760, "this chart"),
        embed_code(figure, named, 340, "the newest figure alone"),
    ]


def _one_place(address: Address) -> str | None:
    """The place whose figure is meant: the one that is chosen, else the region."""
    chosen = address.values.get("places") or ()
    return chosen[0].code if len(chosen) == 1 else None
