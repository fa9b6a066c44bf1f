"""The frame round every page: header with region and navigation, the page itself, footer."""

import dash
from dash import ALL, ClientsideFunction, Input, Output, State, dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import spell_dates
from dashboard.components import mantine as dmc
from dashboard.components.cached_markup import cached_markup
from dashboard.components.controls import choices
from dashboard.components.frame.as_of import as_of_banner
from dashboard.components.frame.ask import ask_line
from dashboard.components.frame.day_control import day_control
from dashboard.components.frame.document import PRODUCT
from dashboard.components.frame.keep_view import example_notice, keep_view, period_notice, record_trouble
from dashboard.components.frame.navigation import figures_navigation, tools_navigation
from dashboard.components.frame.search_box import search_box
from dashboard.components.frame.short_forms import short_forms
from dashboard.components.frame.welcome import welcome
from dashboard.components.markup import flat
from dashboard.site import Site

OGL = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right 2025. "
    "Source: Office for National Statistics licensed under the OGL v3.0."
)


def frame(site: Site, address: Address, content: object) -> dmc.MantineProvider:
    """`content` inside the header, main landmark and footer, as one tree for `page`."""
    title = document_title(site, address)
    return dmc.MantineProvider(
        [
            html.Header([_brand(site, address), _themes(site, address)], className="header"),
            welcome(site, address),
            as_of_banner(site, address),
            record_trouble(site),
            example_notice(site, address),
            period_notice(site, address),
            keep_view(site, address),
            html.Main(
                [*flat(content), short_forms(site, address, content), ask_line(site, address)],
                id="main",
                tabIndex="-1",
                className="main",
                **{"data-title": title, "data-region": address.region.code},
            ),
            _footer(site, address),
        ],
        theme={
            "primaryColor": "blue",
            "primaryShade": 8,
            "autoContrast": True,
            "fontFamily": "inherit",
            "defaultRadius": 4,
        },
    )


def document_title(site: Site, address: Address) -> str:
    """What the browser's tab says: the page, the region that it is about, the product.

    A place is named with the region that it lies in, or with none, whichever region it is looked at from.
    """
    region = address.region
    if "<place>" in address.page.path:
        region = site.geography.region_of(address.place.code)
    named = [address.page.title(site, address), region.name if region else "", PRODUCT]
    return " – ".join(filter(None, named))


def _brand(site: Site, address: Address) -> html.Div:
    name = [
        html.Span(PRODUCT, className="brand-product"),
        html.Span(address.region.name, className="brand-region"),
    ]
    return html.Div(
        [
            dcc.Link(name, href=link("/", address.region), className="brand"),
            _menu(),
            tools_navigation(site, address),
            html.Div([_region(site, address), _scheme()], className="header-controls"),
        ],
        className="header-row",
    )


def _menu() -> html.Button:
    """On a phone, what opens the navigation and the choice of region; hidden where there is room for both."""
    return html.Button(
        "Menu",
        type="button",
        className="quiet-button menu-button",
        **{"data-menu": "", "aria-expanded": "false"},
    )


def _themes(site: Site, address: Address) -> html.Div:
    ends = [day_control(address), search_box(address.region)]
    row = html.Div([figures_navigation(site, address), *ends], className="nav-row")
    return html.Div(row, className="nav-band")


def _region(site: Site, address: Address) -> dmc.Select:
    return dmc.Select(
        id="region",
        label="City region",
        data=choices({area.code: area.name for area in site.geography.regions}),
        value=address.region.code,
        allowDeselect=False,
        searchable=True,
        withScrollArea=False,
        className="region-select",
    )


def _scheme() -> html.Button:
    return html.Button(
        "Dark mode",
        id="scheme-toggle",
        n_clicks=0,  # a callback listens: it stays a component (dashboard/components/markup.py)
        className="quiet-button",
        type="button",
        **{"aria-pressed": "false"},
    )


def _footer(site: Site, address: Address) -> html.Footer:
    return cached_markup(site, ("footer", address.region), lambda: _colophon(site, address))


def _colophon(site: Site, address: Address) -> html.Footer:
    about = [
        html.Li(dcc.Link(name, href=link(path, address.region)))
        for path, name in (("/about", "About"), ("/accessibility", "Accessibility"), ("/privacy", "Privacy"))
    ]
    if site.settings.audience == "office":
        names = (("/targets", "Targets"), ("/pilots", "Pilots"))
        about[:0] = [html.Li(dcc.Link(name, href=link(path, address.region))) for path, name in names]
    if site.settings.audience == "public":
        about.insert(0, html.Li(dcc.Link("Questions", href=link("/questions", address.region))))
    if site.settings.audience == "office" and site.settings.provider:
        about.append(html.Li(html.A("Sign out", href="/sign-out")))
    return html.Footer(
        [
            html.Ul(about, className="footer-links"),
            html.P(OGL),
            html.P(
                [
                    "Figures as published by their sources. ",
                    html.Span(f"Snapshot {site.store.snapshot}, built {spell_dates(site.store.built[:10])}."),
                ]
            ),
        ],
        className="footer",
    )


def named_parts() -> list:
    """The parts of the frame that callbacks name by a fixed id."""
    return [dmc.Select(id="region"), html.Button(id="scheme-toggle")]


def register(app: dash.Dash) -> None:
    """The clientside callbacks of the frame: address from controls, region, scheme, titles and focus."""
    app.clientside_callback(
        ClientsideFunction("address", "compose"),
        Output("search", "data"),
        Input({"control": ALL}, "value"),
        State({"control": ALL}, "id"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("address", "region"),
        Output("location", "search"),
        Input("region", "value"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("shell", "arrived"),
        Output("page", "data-arrived"),
        Input("page", "children"),
    )
    app.clientside_callback(
        ClientsideFunction("shell", "toggle"),
        Output("scheme-toggle", "data-scheme"),
        Input("scheme-toggle", "n_clicks"),
    )
