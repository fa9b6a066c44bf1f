"""Packs: choose a brief, a place and sections, make the pack, and take it to the meeting."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.pack_parameters import added_indicators, section_kinds
from dashboard.address.page import Address, Page
from dashboard.address.parameters import known_area
from dashboard.address.query_params import BadAddress
from dashboard.catalogue.indicators import Indicator
from dashboard.components import mantine as dmc
from dashboard.components.controls import select, select_several
from dashboard.components.parts import Parts
from dashboard.components.record.frame import saved
from dashboard.components.record.parameters import SAVED
from dashboard.datastore.areas import CHOSEN, Area
from dashboard.packs.brief import MOST_ADDED, SECTION_KINDS, Brief, SpoiltBrief, ready_briefs, slips_in_briefs
from dashboard.pages.packs.composer import composer
from dashboard.pages.packs.controls import pack_day, pack_indicators
from dashboard.pages.packs.maker import outline
from dashboard.record.office import office_record
from dashboard.site import Site
from dashboard.statements.as_of_words import PACKS

PATH = "/packs"
AS_OF = PACKS
NAV = PATH
FIRST = "mayor-monthly"


def _choices(site: Site, region: Area) -> dict[str, str]:
    """Every pack that can be made: a brief, or a brief and its theme, with its title."""
    found = {}
    for name, ready in ready_briefs(site.settings.briefs).items():
        brief = ready.of(site.geography.about(region))
        if not brief.asks_theme:
            found[name] = brief.title
            continue
        for theme in site.themes:
            found[f"{name}/{theme}"] = brief.with_theme(theme).title
    return found


def _brief(site: Site, region: Area, text: str | None) -> tuple[str, str]:
    choices = _choices(site, region)
    chosen = text or (FIRST if FIRST in choices else next(iter(choices), FIRST))
    if chosen not in choices:
        # Its address is right: the slip is said, and not that there is no such pack.
        if slip := slips_in_briefs(site.settings.briefs).get(chosen.partition("/")[0]):
            raise SpoiltBrief(slip)
        raise BadAddress(404, f"There is no pack called “{chosen[:60]}”.")
    name, _, theme = chosen.partition("/")
    return name, theme


def _place(site: Site, region: Area, text: str | None) -> Area:
    return known_area(site, text or region.code, CHOSEN)


def _sections(site: Site, region: Area, text: str | None) -> tuple[str, ...]:
    return section_kinds(text, SECTION_KINDS)


def _indicators(site: Site, region: Area, text: str | None) -> tuple[Indicator, ...]:
    return added_indicators(site, text, MOST_ADDED)


PARAMETERS = {
    "brief": _brief,
    "place": _place,
    "sections": _sections,
    "indicators": _indicators,
    "saved": SAVED,
}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Briefing packs"


def layout(site: Site, address: Address) -> list:
    """The choices, then what the pack will hold and the buttons that make it."""
    return [
        html.Div(
            [
                html.H1("Briefing packs"),
                html.P(
                    "A pack for a meeting, made from the figures on these pages. Every number is the same."
                ),
                html.P(
                    dcc.Link(
                        "Which packs are made after each refresh, and what has changed since",
                        href=link("/packs/schedule", address.region),
                    )
                ),
            ],
            className="page-head",
        ),
        saved(office_record(site).shown_record, address) if address.saved else None,
        html.Div(
            [
                _brief_control(site, address),
                _place_control(site, address),
                _section_control(address),
                pack_indicators(site, address),
                pack_day(site, address),
            ],
            className="controls",
        ),
        parts(site, address).part("pack"),
    ]


def parts(site: Site, address: Address) -> Parts:
    """What the chosen pack holds, and the buttons that make it."""
    name, theme = address.brief
    brief = ready_briefs(site.settings.briefs)[name].of(site.geography.about(address.region))
    brief = brief.with_theme(theme) if theme else brief
    kept = site.record.composed(address.region.code, name, address.place.code)
    wanted = address.sections or kept.sections
    chosen = brief.only(wanted) if wanted else brief.without_annex()
    added = _added(brief, address)
    full, chosen = brief.with_indicators(added), chosen.with_indicators(added)
    # The choice of sections stays as it was when another pack is chosen: what this one lacks is said.
    lacking = [SECTION_KINDS[kind].title for kind in address.sections if kind not in full.kinds]
    note = html.P(f"Not in this pack: {', '.join(lacking)}.", className="note") if lacking else None
    holds = outline(site, name, theme, chosen, address)
    return Parts(children={"pack": html.Div([note, holds, *composer(site, address, brief, chosen, kept)])})


def _added(brief: Brief, address: Address) -> list[str]:
    """The ids of the indicators that are added; none where one of them is not for the pack's readers."""
    fit = brief.audience == "office" or all(item.audience == "public" for item in address.indicators)
    return [item.id for item in address.indicators] if fit else []


def _brief_control(site: Site, address: Address) -> dmc.Select:
    chosen = "/".join(part for part in address.brief if part)
    return select(
        "brief", "Pack", _choices(site, address.region), chosen, searchable=True, className="wide-control"
    )


def _place_control(site: Site, address: Address) -> dmc.Select:
    """The region, then the places in it; a place from elsewhere that the address names is kept."""
    region = address.region
    places = list(dict.fromkeys([region, *site.geography.places(region.code), address.place]))
    return select(
        "place", "Place", {area.code: area.name for area in places}, address.place.code, searchable=True
    )


def _section_control(address: Address) -> dmc.MultiSelect:
    return select_several(
        "sections",
        "Sections (without the annex, if none is chosen)",
        {kind: about.title for kind, about in SECTION_KINDS.items() if kind != "notes"},
        address.sections,
        clear="All sections",
        className="wide-control",
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Briefing packs",
    words="pdf slides word mayor brief",
    parts=parts,
    parameters=PARAMETERS,
    as_of=AS_OF,
    navigation=NAV,
    audience="office",
)
