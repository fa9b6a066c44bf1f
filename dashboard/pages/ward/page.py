"""Ward: where it lies, and every measure with a figure for it, beside its council area and England."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page, Shown
from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import ENGLAND, Area, UnknownArea
from dashboard.datastore.neighbourhoods import containing
from dashboard.pages.ward.measures import WardFigure, measures, place_in_region
from dashboard.site import Site
from dashboard.statements import neighbourhood_words as words
from dashboard.statements.absence.england_words import none_beside
from dashboard.statements.as_of_words import RESIDENTS, figures_known

PATH = "/ward/<ward>"


def ward(site: Site, region: Area, text: str) -> Area:
    """The parameter that names a ward by its code. Raises BadAddress (404)."""
    try:
        area = site.geography[text]
    except UnknownArea:
        area = None
    if area is None or area.level != "ward":
        raise BadAddress(404, f"There is no ward with the code “{text[:60]}” here.")
    return area


def title(site: Site, address: Address) -> str:
    """The ward's name."""
    return f"{address.ward.name} ward"


def as_of(site: Site, address: Address) -> str:
    """What is known of the measures of wards on a past day."""
    shown = [item.indicator for item in measures(site, address.region, address.ward)]
    return f"{figures_known(site, shown)} {RESIDENTS}"


def layout(site: Site, address: Address) -> list:
    """The ward's head, then a table of its measures for each theme."""
    found = measures(site, address.region, address.ward)
    district = containing(site.store, address.ward.code, "district")
    council = site.geography[district] if district else None
    themes = [
        _theme(site, address, council, name, [item for item in found if item.indicator.theme == key])
        for key, name in site.themes.items()
    ]
    return [_head(site, address, council, len(found)), *themes, _notes(address)]


def _head(site: Site, address: Address, council: Area | None, number: int) -> html.Div:
    region, name = address.region, address.ward.name
    crumb = [dcc.Link(region.name, href=link("/", region))]
    if council:
        crumb += [" › ", dcc.Link(council.name, href=link(f"/place/{council.code}", region))]
    sentence = (
        f"A ward is the area that elects your local councillors. {number} measures have a figure for {name}."
        if number
        else f"A ward is the area that elects your local councillors. No figure for {name} is held here."
    )
    maps = dcc.Link(
        "See it on the map", href=link("/neighbourhoods", region, place=address.ward.code, level="ward")
    )
    content = [html.P(crumb, className="crumb"), html.H1(f"{name} ward"), html.P(sentence, className="lead")]
    return html.Div([*content, html.P(maps)], className="page-head")


def _theme(
    site: Site, address: Address, council: Area | None, name: str, found: list[WardFigure]
) -> html.Section | None:
    if not found:
        return None
    columns = ["Measure", address.ward.name, *([council.name] if council else []), "England", "Among wards"]
    rows = [_row(site, address, columns, council, item) for item in found]
    head = [html.Th(each, scope="col") for each in columns]
    key = f"theme-{found[0].indicator.theme}"
    table = html.Table(
        [
            html.Caption(f"{name}: {address.ward.name} ward", className="visually-hidden"),
            html.Thead(html.Tr(head)),
            html.Tbody(rows),
        ],
        className="table profile",
    )
    heading = html.Div(html.H2(name, id=key), className="section-head")
    content = [heading, html.Div(table, className="profile-wrap")]
    return html.Section(content, className="section", **{"aria-labelledby": key})


def _row(site: Site, address: Address, columns: list[str], council: Area | None, item: WardFigure) -> html.Tr:
    """One measure, of the ward, its council area and England."""
    indicator = item.indicator
    beside = [site.geography[code] for code in (*([council.code] if council else []), ENGLAND)]
    name = [
        dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", address.region)),
        html.Span(f"{indicator.unit}, {indicator.period_label(item.period)}", className="profile-unit"),
    ]
    others = [_beside(site, item, area) for area in beside]
    words = [indicator.format(item.value), *others, place_in_region(item)]
    cells = [
        html.Td(text, className="" if at else "profile-value", **{"data-label": columns[at + 1]})
        for at, text in enumerate(words)
    ]
    return html.Tr([html.Th(name, scope="row"), *cells])


def _beside(site: Site, item: WardFigure, area: Area) -> str:
    """The figure of `area` of the ward's period, or in a few words why there is none."""
    indicator, found = item.indicator, site.observations(item.indicator).at(area.code, item.period)
    if found and found.value is not None:
        return indicator.format(found.value)
    return none_beside(site, indicator, area, item.period)


def _notes(address: Address) -> html.Div:
    return html.Div(
        [
            html.P(f"Places count the wards of {address.region.name} that have a figure.", className="note"),
            html.P(words.AREA_IS_NOT_PEOPLE, className="note"),
        ],
        className="section",
    )


def shown(site: Site, address: Address) -> Shown:
    """The figures that a frozen view of the page keeps."""
    for item in measures(site, address.region, address.ward):
        yield item.indicator, [address.ward.code, ENGLAND]


PAGE = Page(PATH, title, layout, parameters={"ward": ward}, figures=shown, as_of=as_of)
