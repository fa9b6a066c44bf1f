"""Place: one district or county, who it is like, and its figures across all themes."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.components.decided import decided_about, decided_line
from dashboard.components.embed_code import embed_code
from dashboard.components.parts import Parts
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.neighbourhoods import wards_of
from dashboard.pages.place.about_words import about, neighbours
from dashboard.pages.place.extremes import place_extremes
from dashboard.pages.place.go_to_place import go_to_place
from dashboard.pages.place.locator import locator, locator_data
from dashboard.pages.place.profile import profile_table
from dashboard.site import Site
from dashboard.statements.place_words import KEY, PlaceEntry, entry, short_tally, tally

PATH = "/place/<place>"
MOST_COMPARED = 6


def title(site: Site, address: Address) -> str:
    """The place's name."""
    return address.place.name


def layout(site: Site, address: Address) -> list:
    """The place's head with what stands out in it, then a table of figures for each theme."""
    place = address.place
    region = site.geography.region_of(place.code)
    entries = [entry(site, indicator, place, region) for indicator in site.indicators.values()]
    sections = [_theme(site, address, region, theme, entries) for theme in site.themes.items()]
    return [
        _head(site, address, entries),
        _embed(site, address) if site.settings.audience == "public" else None,
        html.Section(_neighbours(site, address), className="section place-similar"),
        decided_line(address, decided_about(site, address, place=place.code)),
        _contents(site),
        _download(address),
        html.P(KEY, className="note"),
        *sections,
        _wards(site, address),
    ]


def _wards(site: Site, address: Address) -> html.Section | None:
    """A link to the page of every ward of the place."""
    found = wards_of(site.store, address.place.code)
    if not found:
        return None
    links = [html.Li(dcc.Link(name, href=link(f"/ward/{code}", address.region))) for code, name in found]
    heading = html.Div(html.H2(f"Wards of {address.place.name}", id="wards"), className="section-head")
    listed = html.Ul(links, className="ward-links")
    return html.Section([heading, listed], className="section", **{"aria-labelledby": "wards"})


def _download(address: Address) -> html.P:
    """All figures of the place as one file."""
    file = link(f"/download/place/{address.place.code}.csv", address.region)
    words = f"Download all figures of {address.place.name} (CSV)"
    return html.P(html.A(words, href=file, className="download", download=""))


def _embed(site: Site, address: Address) -> html.Details:
    """The code by which another site shows what stands out here."""
    where = link(f"/embed/place/{address.place.code}", address.region)
    code = embed_code(where, f"What stands out in {address.place.name}", 760, "what stands out here")
    element = html.P(role="status", className="note")
    return html.Details([html.Summary("Show this on another website"), code, element], className="take")


def _contents(site: Site) -> html.Nav:
    """Links to the themes further down."""
    links = [html.Li(html.A(name, href=f"#theme-{key}")) for key, name in site.themes.items()]
    return html.Nav(html.Ul(links), className="contents", **{"aria-label": "On this page"})


def parts(site: Site, address: Address) -> Parts:
    """The locator map: nothing here is chosen by a control."""
    data = locator_data(site, address.place, address.region)
    return Parts(maps={"locator": data} if data else {})


def _head(site: Site, address: Address, entries: list[PlaceEntry]) -> html.Div:
    place, own = address.place, site.geography.region_of(address.place.code)
    words = html.Div(
        [
            *([html.P(dcc.Link(own.name, href=link("/", own)), className="crumb")] if own else []),
            html.H1(place.name),
            html.P(about(site, place), className="lead"),
            html.P(tally(entries)),
            *_districts(site, address),
        ],
        className="page-head place-words",
    )
    extremes = place_extremes(site, place, own or address.region, entries)
    ways = html.Div([locator(site, place, address.region), go_to_place(site, address.region)])
    return html.Div([words, extremes, ways], className="columns columns-map place-head")


def _districts(site: Site, address: Address) -> list:
    """The districts of a county."""
    inside = site.geography.members(address.place.code)
    return [html.P(["Its districts: ", *_links(inside, address.region), "."])] if inside else []


def _neighbours(site: Site, address: Address) -> list:
    found = neighbours(site, address.place)
    if not found:
        return []
    items = [
        html.Li([html.Span(f"{on.capitalize()}: ", className="label"), *_links(peers, address.region), "."])
        for on, peers in found
    ]
    codes = [address.place.code, *[peer.code for peer in found[0][1]]][:MOST_COMPARED]
    compare = dcc.Link("Compare them", href=link("/compare", address.region, places=codes))
    return [
        html.H2("Most similar places"),
        html.P(["Statistical neighbours, worked out by the Office for National Statistics. ", compare]),
        html.Ul(items, className="plain-list"),
    ]


def _links(places: list[Area], region: Area) -> list:
    linked: list = []
    for place in places:
        linked += [dcc.Link(place.name, href=link(f"/place/{place.code}", region)), ", "]
    return linked[:-1]


def _theme(
    site: Site, address: Address, region: Area | None, theme: tuple[str, str], entries: list[PlaceEntry]
) -> html.Section:
    """The theme's figures behind its name and tally, the main ones first: forty screens of a phone in all."""
    (key, name), place = theme, address.place
    home = region or address.region
    inside = [item for item in entries if item.indicator.theme == key]
    main = [item for item in inside if item.indicator.headline] or inside
    more = [item for item in inside if item not in main]
    beside = f"{region.name} and England" if region else "England"
    caption = f"{name}: {place.name} beside {beside}"
    content = [profile_table(site, main, place, region, home, caption)]
    if more:
        content.append(profile_table(site, more, place, region, home, f"More on {caption}"))
    summary = html.Summary(
        [html.H2(name, id=f"theme-{key}"), html.Span(short_tally(inside), className="note")]
    )
    return html.Section(
        html.Details([summary, *content], className="theme-fold"), **{"aria-labelledby": f"theme-{key}"}
    )


def shown(site: Site, address: Address) -> Shown:
    """The figures that a frozen view of the page keeps."""
    region = site.geography.region_of(address.place.code)
    for item in site.indicators.values():
        yield item, [address.place.code, *([region.code] if region else []), ENGLAND]


PAGE = Page(PATH, title, layout, parts=parts, figures=shown)
