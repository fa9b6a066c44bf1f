"""create_app: one Dash app over one site, with every route that the process answers."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

import dash
from dash import dcc, html
from flask import Flask, request

from dashboard.address import address as addresses
from dashboard.address.page import Page
from dashboard.components.frame import document, shell
from dashboard.pages import pages_for
from dashboard.settings import ROOT
from dashboard.site import Site, SiteKeeper
from dashboard.web import callbacks, routes
from dashboard.web.answer_cache import PAGE_RULES, cache_answers
from dashboard.web.api import chart_picture, crawlers
from dashboard.web.base_path import mount_at
from dashboard.web.callback_body import check_callbacks
from dashboard.web.callback_json import write_quickly
from dashboard.web.embargo import admit_named
from dashboard.web.error_handlers import handle_errors
from dashboard.web.rate_limit import limit_rates
from dashboard.web.rendering.answer import page_parts
from dashboard.web.rendering.chosen import lead_to_chosen
from dashboard.web.rendering.document import Document
from dashboard.web.rendering.head import head
from dashboard.web.security_headers import keep_nothing, open_to_sites, secure, trust_proxies
from dashboard.web.servers.access_log import log_requests
from dashboard.web.servers.concurrency_limit import limit_concurrency
from dashboard.web.servers.metrics import measure
from dashboard.web.sign_in import sign_in
from dashboard.web.static_files import serve_libraries, serve_static_files, serve_styles
from dashboard.web.writing import questions

ASSETS = ROOT / "assets"
# Of the files in it: chart.js loads plotly when the first chart is there, start_renderer.js comes last, and
# the public gets nothing of the office.
_NEVER = r"plotly-.*|.*\.md|embed\.css|start_renderer\.js"
_NOT_LOADED = {"office": _NEVER, "public": rf"{_NEVER}|packs\..*|(fields|form_drafts|record|overview)\.js"}


def create_app(keeper: SiteKeeper, pages: Sequence[Page] | None = None) -> dash.Dash:
    """The Dash app that serves `keeper`'s site. `.server` is the WSGI application.

    Raises InvalidSetting when the office's record cannot be opened.
    """
    audience = keeper.current().settings.audience
    pages = pages or pages_for(audience)
    keeper.list_pages(filter(None, (page.listed for page in pages)))
    write_quickly()
    server = _guarded(keeper)
    base = keeper.current().settings.base
    app = _document(server, audience, base)
    serve_styles(server, ASSETS, re.compile(_NOT_LOADED[audience]))
    serve_libraries(app)
    lead_to_chosen(server, keeper)
    _refuse_bad_documents(server, keeper, pages)
    app.render = lambda: render(keeper, pages)
    callbacks.register(app, keeper, pages)
    shell.register(app)
    routes.register(server, keeper, pages)
    crawlers.register(server, keeper, pages)
    chart_picture.register(server, keeper)
    handle_errors(server)
    secure(server, app, [document.INDEX], keeper.current().settings.embed_in)
    open_to_sites(server, keeper.current().settings)
    if audience == "office":
        # The public process never loads any of these.
        from dashboard.web.writing import drafts, new_file, record, target_chart

        record.register(server, keeper, pages)
        target_chart.register(server, keeper)
        new_file.register(server, keeper, app.index)
        drafts.register(server, keeper, app.index)
    else:
        questions.register(server, keeper, pages)
    # Dash does this within the first request; others that come meanwhile find no scripts and callbacks.
    app._setup_server()
    mount_at(server, base, [page.path for page in pages])
    return app


def _guarded(keeper: SiteKeeper) -> Flask:
    """The server with what stands before every route, in the order in which a request meets it."""
    server, settings = Flask("dashboard", static_folder=None), keeper.current().settings
    log_requests(server, settings.access_log)  # what is registered first ends last, and sees all
    measure(server, keeper)
    keep_nothing(server, settings)
    trust_proxies(server, settings)
    limit_rates(server, proxied=bool(settings.trusted_proxies))
    sign_in(server, settings)  # before anything that answers
    admit_named(server, settings)
    cache_answers(server, lambda: _identity(keeper.current()), shared=settings.audience == "public")
    limit_concurrency(server)
    check_callbacks(server)  # what is kept has been checked
    serve_static_files(server)
    return server


def _document(server: Flask, audience: str, base: str) -> Document:
    """The Dash app on `server`: the frame of its document, and a page still to come."""
    app = Document(
        "dashboard",
        server=server,
        assets_folder=str(ASSETS),
        assets_ignore=_NOT_LOADED[audience],
        update_title=None,
        serve_locally=True,
        eager_loading=False,
        requests_pathname_prefix=f"{base}/",
        routes_pathname_prefix="/",
    )
    app.index_string = document.INDEX
    app.layout = html.Div(
        [
            dcc.Location(id="location", refresh="callback-nav"),
            dcc.Store(id="search"),
            html.Div(document.skeleton(), id="page"),
        ]
    )
    # What callbacks name but the first page may not hold yet, so that the browser can check ids.
    app.validation_layout = html.Div([app.layout, *shell.named_parts()])
    return app


def render(keeper: SiteKeeper, pages: Sequence[Page]) -> dict[str, str]:
    """The page that the request asks for, as the parts of its document (rendering.document.Document)."""
    site, address, frame = callbacks.frame_of(keeper, pages, *_asked())
    page, answer = page_parts(site, address, frame)
    return {"page": page, "answer": answer} | head(site, address)


def _asked() -> tuple[str, str]:
    """The path and query asked for, encoded as a browser says them to a callback."""
    return quote(request.path), request.query_string.decode("utf-8", "replace")


def _identity(site: Site) -> str:
    """What every answer rests on: the datastore file, what is shown of it, what is recorded, what whoever
    asks may do, and the day, on which reviews fall due and periods before an election begin."""
    today = datetime.now(UTC).date()
    return f"{site.store.path} {site.edition} {site.record.stamp()} {site.record.writable()} {today}"


def _refuse_bad_documents(server: Flask, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Answer a bad address with its status and a page that says so, before Dash answers 200 to anything."""

    @server.before_request
    def refuse() -> None:
        if request.url_rule is None or request.url_rule.rule not in PAGE_RULES:
            return
        addresses.read(keeper.current(), pages, *_asked())
