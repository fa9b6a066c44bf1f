"""Composing a pack: its sections in an order of one's own, a preview, and the wording of its headline."""

from collections.abc import Sequence
from urllib.parse import quote

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.components.record.form import record_form
from dashboard.datastore.areas import PLACES
from dashboard.packs.brief import SECTION_KINDS, Brief
from dashboard.pages.packs.maker import query_of
from dashboard.record_port import Composed
from dashboard.site import Site

PATH = "/packs"


def composer(site: Site, address: Address, brief: Brief, chosen: Brief, kept: Composed) -> list:
    """The order of the sections, the pages as they will be printed, and what is kept of both; nothing for a
    pack that cannot be made of the address's place."""
    kinds = chosen.kinds
    every = brief.place == "district" and address.place.level not in PLACES
    if not kinds or (address.place.level not in brief.levels and not every):
        return []
    return [
        _order(address, brief, kinds),
        _preview(site, address, chosen),
        *_keep(site, address, kinds, kept),
    ]


def _order(address: Address, brief: Brief, kinds: Sequence[str]) -> html.Section:
    """Each section with links that move it or leave it out, then those that can be added."""
    rows = [_row(address, kinds, at) for at in range(len(kinds))]
    more = [kind for kind in brief.kinds if kind not in kinds]
    adds = [
        html.Li(_step(address, f"Add: {SECTION_KINDS[kind].title}", [*kinds, kind], f"add-{kind}"))
        for kind in more
    ]
    return html.Section(
        [
            html.H3("Sections, in order", id="pack-order"),
            html.Ol(
                rows, className="pack-order", **{"data-order": link(PATH, address.region, **_given(address))}
            ),
            html.Ul(adds, className="pack-adds") if adds else None,
        ],
        className="section",
        **{"aria-labelledby": "pack-order"},
    )


def _row(address: Address, kinds: Sequence[str], at: int) -> html.Li:
    kind, steps = kinds[at], []
    first = int(kinds[0] == "brief")  # what asks is the opening of its pack, wherever it was put
    for way, to in (("up", at - 1), ("down", at + 1)):
        if first <= to < len(kinds) and at >= first:
            moved = [other for other in kinds if other != kind]
            moved.insert(to, kind)
            steps.append(_step(address, f"Move {way}", moved, f"{way}-{kind}", SECTION_KINDS[kind].title))
    if len(kinds) > 1:
        left = [other for other in kinds if other != kind]
        steps.append(_step(address, "Leave out", left, f"out-{kind}", SECTION_KINDS[kind].title))
    return html.Li(
        [html.Span(SECTION_KINDS[kind].title), html.Span(steps, className="pack-steps")],
        **{"data-kind": kind},
    )


def _step(address: Address, label: str, kinds: Sequence[str], name: str, of: str = "") -> dcc.Link:
    hidden = [html.Span(f": {of}", className="visually-hidden")] if of else []
    href = link(PATH, address.region, **_given(address) | {"sections": ",".join(kinds)})
    return dcc.Link([label, *hidden], href=href, id=f"pack-{name}", className="pack-step")


def _given(address: Address) -> dict[str, str]:
    """What the address asks for besides its sections."""
    asked = {
        "brief": "/".join(part for part in address.brief if part),
        "place": address.place.code if address.place != address.region else "",
        "indicators": ",".join(item.id for item in address.indicators),
        "as_of": address.as_of.isoformat() if address.as_of else "",
    }
    return {key: value for key, value in asked.items() if value}


def _preview(site: Site, address: Address, chosen: Brief) -> html.Section:
    """Where assets/packs.js puts the pages; without scripts the files above are the way to see them.

    Their address names the state of the record, so that they are drawn anew once a headline has been kept.
    """
    name, theme = address.brief
    search = f"{query_of(theme, chosen, address)}&record={quote(site.record.stamp())}"
    waits = html.P("The pages are drawn here as they will be printed.", role="status", className="note")
    return html.Section(
        [
            html.H3("Preview", id="pack-preview"),
            html.Div(
                [waits, html.Ol(className="pack-pages")],
                **{"data-pages": f"/pack/{name}.pages?{search}", "data-page": f"/pack/{name}.page?{search}"},
            ),
        ],
        className="section",
        **{"aria-labelledby": "pack-preview"},
    )


def _keep(site: Site, address: Address, kinds: Sequence[str], kept: Composed) -> list:
    """The form that keeps the order and the wording in the record, and what is kept already."""
    name, theme = address.brief
    if theme or address.as_of or not site.record.writable():
        return []
    parts = []
    if kept.day:
        what = (
            "Sections and headline"
            if kept.sections and kept.headline
            else "Sections"
            if kept.sections
            else "Headline"
        )
        parts = [
            html.P(f"{what} as kept by {kept.by or 'the office'} on {day_words(kept.day)}.", className="note")
        ]
    given = {"brief": name, "area_code": address.place.code, "headline": kept.headline}
    given["sections"] = ", ".join(address.sections or kept.sections or ())
    form = record_form(
        site,
        address.region,
        "composition",
        "Keep this order and headline",
        link(PATH, address.region),
        **given,
    )
    summary = html.Summary("Reword the headline, and keep this order for the next time")
    return [html.Section([*parts, html.Details([summary, form])], className="section")]
