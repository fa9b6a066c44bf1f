"""Overview: what needs a decision, where it is, the four lists, and the figures of every theme."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.address.parameters import one_of
from dashboard.address.shown import FEW_SHOWN, beside_england
from dashboard.catalogue.region_words import leadership
from dashboard.components.attention import attention_items, chance, set_aside, without_set_aside
from dashboard.components.attention_filters import SHOW, about_theme, attention_controls
from dashboard.components.headline import headline_card
from dashboard.components.parts import Parts
from dashboard.pages.overview.cards import decision_cards
from dashboard.pages.overview.lists import all_lines, four_sections
from dashboard.pages.overview.map import overview_map
from dashboard.pages.overview.strip import office_strip
from dashboard.site import Site
from dashboard.statements.as_of_words import day_of
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.four_lists import FourLists, four_lists
from dashboard.statements.attention.overview_words import headline
from dashboard.statements.attention.to_decide import to_decide
from dashboard.statements.outlook.record_targets import targets_of

PATH = "/"
TWO_LINES = 90  # letters of the headline that a phone shows without being asked
PARAMETERS = {
    "show": one_of(tuple(SHOW), "all"),
    "about": about_theme,
    "list": one_of(("short", "all"), "short"),
}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Overview"


def layout(site: Site, address: Address) -> list:
    """What to decide on, with its map; the four lists; then the figures of every theme, folded.

    Where the address asks for all of it (list=all), or for a part by its filters, that list instead.
    """
    if (address.list, address.show, address.about) != ("short", "all", ""):
        return [_head(site, address), _everything(site, address)]
    items = attention_list(site, address.region, targets_of(site, address.region.code))
    standing, aside = without_set_aside(site, address, items)
    found = four_lists(standing)
    return [
        html.Div([_head(site, address), office_strip(site, address, items)], className="overview-top"),
        _decide(site, address, found),
        *four_sections(site, address, found),
        all_lines(address, len(standing)),
        set_aside(aside),
        chance(standing),
        _themes(site, address),
    ]


def parts(site: Site, address: Address) -> Parts:
    """What the filter of the attention list repaints."""
    return Parts(children={"attention": attention_items(site, address)})


def _head(site: Site, address: Address) -> html.Div:
    known = f" Figures as they were known on {day_of(site.as_of)}." if site.as_of else ""
    sentence = f"{leadership(site.geography.about(address.region))}{known}"
    return html.Div([html.H1(address.region.name), html.P(sentence)], className="page-head page-head-short")


def _decide(site: Site, address: Address, found: FourLists) -> html.Section:
    cards = to_decide(site, found)
    shown = [site.indicators[item.indicator] for item in cards]
    left = [
        html.H2("What needs a decision", id="decide"),
        *_headline(found),
        decision_cards(site, address, cards) if cards else None,
    ]
    columns = [html.Div(left), overview_map(site, address.region, shown)]
    return html.Section(columns, className="decide", **{"aria-labelledby": "decide"})


def _headline(found: FourLists) -> list[html.Details | html.P]:
    """The headline paragraph; a phone shows two lines of it until "Read it all" is opened: no script."""
    text = headline(found)
    more = html.Details(html.Summary("Read it all"), className="headline-more no-print")
    return [*([more] if len(text) > TWO_LINES else []), html.P(text, className="decide-headline")]


def _everything(site: Site, address: Address) -> html.Section:
    heading = html.Div(html.H2("Everything that is said here", id="attention"), className="section-head")
    listed = parts(site, address).part("attention")
    return html.Section(
        [heading, attention_controls(site, address), listed],
        className="section section-first",
        **{"aria-labelledby": "attention"},
    )


def _themes(site: Site, address: Address) -> html.Section:
    """The headline cards of each theme, folded."""
    heading = html.Div(html.H2("The figures by theme", id="themes"), className="section-head")
    folded = [_theme(site, address, *theme) for theme in site.themes.items()]
    return html.Section([heading, *folded], className="section", **{"aria-labelledby": "themes"})


def _theme(site: Site, address: Address, key: str, name: str) -> html.Details:
    indicators = site.in_theme(key)
    shown = [item for item in indicators if item.headline] or indicators[:4]
    more = dcc.Link(
        f"All {len(indicators)} {name.lower()} indicators", href=link(f"/theme/{key}", address.region)
    )
    cards = [headline_card(site, item, address.region, address.region) for item in shown]
    names = html.Span(", ".join(item.title for item in shown), className="note")
    return html.Details(
        [html.Summary([html.H3(name), names]), html.Div(cards, className="grid"), html.P(more)],
        className="theme-fold",
    )


def shown(site: Site, address: Address) -> Shown:
    """The figures that a frozen view of the page keeps."""
    for theme in site.themes:
        inside = site.in_theme(theme)
        yield from beside_england(
            site, address, [item for item in inside if item.headline] or inside[:FEW_SHOWN]
        )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Overview",
    words="what needs attention headlines first page start",
    parts=parts,
    parameters=PARAMETERS,
    figures=shown,
)
