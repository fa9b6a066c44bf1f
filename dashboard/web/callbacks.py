"""The two callbacks of the server: one makes the page of an address, one repaints parts of it."""

from collections.abc import Sequence

import dash
from dash import ALL, Input, Output, State, ctx
from dash.exceptions import PreventUpdate
from flask import abort, g

from dashboard.address import address as addresses
from dashboard.address.page import Address, Page
from dashboard.components.frame import shell
from dashboard.components.parts import written
from dashboard.site import SiteKeeper


def register(app: dash.Dash, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Add both to `app`; a third would have to be known to dashboard/web/callback_body.py too."""
    _navigate(app, keeper, pages)
    _paint(app, keeper, pages)


def frame_of(keeper: SiteKeeper, pages: Sequence[Page], path: object, search: object) -> tuple:
    """The page of an address within its frame: (site, address, component). 400 or 404 for a bad address."""
    site = keeper.current()
    address = _read(keeper, pages, path, search)
    site = site.at(address.as_of)
    return site, address, shell.frame(site, address, address.page.layout(site, address))


def _read(keeper: SiteKeeper, pages: Sequence[Page], path: object, search: object) -> Address:
    """The address a callback was sent, or 400 or 404: its words come from anyone."""
    if not isinstance(path, str) or not isinstance(search or "", str):
        abort(400, "The address is not text.")
    address = addresses.read(keeper.current(), pages, path, search or "")
    g.live = not address.page.cacheable
    addresses.set_day_of_links(address.as_of)  # its links stay on that day
    return address


def _navigate(app: dash.Dash, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    @app.callback(Output("page", "children"), Input("location", "pathname"), Input("location", "search"))
    def navigate(path: str, search: str):
        return frame_of(keeper, pages, path, search)[2]


def _paint(app: dash.Dash, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """One callback repaints the parts of any page after a control changed the address."""

    @app.callback(
        Output({"part": ALL}, "children"),
        Output({"canvas-data": ALL}, "data-figure"),
        Output({"map-data": ALL}, "data-map"),
        Input("search", "data"),
        State("location", "pathname"),
        prevent_initial_call=True,
    )
    def paint(search: str | None, path: str):
        if search is None:  # a page has arrived: it is painted already
            raise PreventUpdate
        site = keeper.current()
        address = _read(keeper, pages, path, search)
        if address.page.parts is None:
            abort(400, "Nothing on this page changes with a control.")
        parts = address.page.parts(site.at(address.as_of), address)
        drawings = (parts.charts, parts.maps)
        drawn = ({name: written(item) for name, item in group.items()} for group in drawings)
        groups = zip(ctx.outputs_list, (parts.children, *drawn), strict=True)
        return [[_wanted(group, output) for output in outputs] for outputs, group in groups]


def _wanted(group: dict, output: dict):
    """The part that an output asks for: the ids come from the browser, so an unknown one is a bad request."""
    (name,) = output["id"].values()
    if name not in group:
        abort(400, f"There is no part called “{str(name)[:60]}” on this page.")
    return group[name]
