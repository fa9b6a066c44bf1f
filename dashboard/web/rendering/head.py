"""The head of a page’s document: title, description, canonical address, Open Graph, JSON-LD."""

from html import escape

import orjson
from flask import request

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.frame.document import PRODUCT
from dashboard.components.frame.shell import document_title
from dashboard.exports.feeds.atom import MEDIA_TYPE
from dashboard.site import Site
from dashboard.statements.headline import headline
from dashboard.web.api.feeds import feed_of
from dashboard.web.embeds.oembed import discovery
from dashboard.web.rendering.answer import data_block
from dashboard.web.rendering.linked_data import linked_data

_ABOUT = "Published figures on transport, housing, employment and skills for England’s city regions."
LONGEST_DESCRIPTION = 200  # characters of a description: what a search result shows, and a little more


def head(site: Site, address: Address) -> dict[str, str]:
    """The parts `title` and `metas` of the document."""
    title, description_text = document_title(site, address), description(site, address)
    base = request.url_root.rstrip("/")  # below a proxy's path, too
    here = f"{base}{canonical(site, address)}"
    named = (
        {"description": description_text}
        if site.settings.audience == "public"
        else {"description": description_text, "robots": "noindex"}
    )
    graph = {
        "og:type": "website",
        "og:site_name": PRODUCT,
        "og:locale": "en_GB",
        "og:title": title.removesuffix(f" – {PRODUCT}"),
        "og:description": description_text,
        "og:url": here,
    } | _picture(site, address, base)
    lines = [f'<meta name="{name}" content="{escape(value)}">' for name, value in named.items()]
    lines += [f'<meta property="{name}" content="{escape(value)}">' for name, value in graph.items()]
    lines.append(f'<link rel="canonical" href="{escape(here)}">')
    if found := discovery(address, site, base, here):
        lines.append(found)
    if site.settings.prerelease is None:
        feed = escape(feed_of(address.path, address.values, address.region))
        lines.append(f'<link rel="alternate" type="{MEDIA_TYPE}" title="What’s new" href="{feed}">')
    for thing in linked_data(site, address, base):
        lines.append(data_block("linked-data", orjson.dumps(thing).decode(), "application/ld+json"))
    return {"title": escape(title), "metas": "\n".join(lines)}


def canonical(site: Site, address: Address) -> str:
    """The one address of what a page is about: its path and region, the day where it is a past one. A dataset
    is the same wherever it is looked at from: its region is the one this process is set to."""
    day = address.as_of.isoformat() if address.as_of else None
    same = "dataset" in address.values
    region = site.geography[site.settings.region] if same else address.region
    return link(address.path, region, as_of=day)


def description(site: Site, address: Address) -> str:
    """What the page holds, in a sentence or two, with the newest figure where it is about one."""
    region = address.region.name
    if "indicator" in address.values:
        return _short(_of_indicator(site, address))
    if "<place>" in address.page.path:
        count = len(site.indicators)
        return _short(
            f"{address.place.name} in {count} published indicators, each beside its neighbours and England."
        )
    if "<theme>" in address.page.path:
        names = ", ".join(item.title for item in site.in_theme(address.theme)[:6])
        return _short(f"{site.themes[address.theme]} in {region}, from published figures: {names}.")
    about = address.page.title(site, address)
    return _short(f"{about}: {region}. {_ABOUT}")


def _picture(site: Site, address: Address, base: str) -> dict[str, str]:
    """The chart that a message with a link to an indicator shows (web/api/chart_picture.py)."""
    if site.settings.audience != "public" or "indicator" not in address.values:
        return {}
    if headline(site, address.indicator, address.region).latest is None:
        return {}
    day = address.as_of.isoformat() if address.as_of else None
    name = link(f"/picture/{address.indicator.id}.png", address.region, as_of=day)
    return {
        "og:image": f"{base}{name}",
        "og:image:alt": description(site, address),
        "og:image:width": "1200",
        "og:image:height": "630",
    }


def _of_indicator(site: Site, address: Address) -> str:
    item, region = address.indicator, address.region
    found = headline(site, item, region)
    newest = f"{found.value}, {found.period}. " if found.latest and not found.missing else ""
    return f"{item.title} in {region.name}: {newest}{item.question}"


def _short(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
