"""/robots.txt and /sitemap.xml: what search engines may read. The office is not to be found."""

from collections.abc import Iterator, Sequence
from html import escape

from flask import Flask, Response, request

from dashboard.address.address import link
from dashboard.address.page import Page
from dashboard.address.query_params import allow_only
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.neighbourhoods import wards_of
from dashboard.exports.dataset import downloadable_datasets
from dashboard.site import Site, SiteKeeper
from dashboard.web.file_cache import FileCache
from dashboard.web.responses import cached_response

_PUBLIC = (
    "User-agent: *\nDisallow: /_dash-\nDisallow: /embed/\nDisallow: /download/\nDisallow: /search\n"
    "Crawl-delay: 2\nSitemap: {base}/sitemap.xml\n"
)
_OFFICE = "User-agent: *\nDisallow: /\n"
_NOT_LISTED = ("/search",)


def register(server: Flask, keeper: SiteKeeper, pages: Sequence[Page]) -> None:
    """Add the routes to `server`; the office has no sitemap."""
    files = FileCache()
    public = keeper.current().settings.audience == "public"

    @server.get("/robots.txt")
    def robots() -> Response:
        sentence = _PUBLIC.format(base=request.url_root.rstrip("/")) if public else _OFFICE
        return Response(sentence, mimetype="text/plain")

    if not public:
        return

    @server.get("/sitemap.xml")
    def sitemap() -> Response:
        allow_only()
        site, base = keeper.current(), request.url_root.rstrip("/")
        key = ("sitemap", site.edition, base)
        return cached_response(
            site, "application/xml", lambda: files.get(key, lambda: _sitemap(site, pages, base))
        )


def _sitemap(site: Site, pages: Sequence[Page], base: str) -> bytes:
    built = escape(site.store.built[:10])
    listed = "".join(
        f"<url><loc>{escape(base + address)}</loc><lastmod>{built}</lastmod></url>\n"
        for address in addresses(site, pages)
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return (
        f'{start}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</urlset>\n'.encode()
    )


def addresses(site: Site, pages: Sequence[Page]) -> Iterator[str]:
    """The canonical address of every page: of each region its own, of each place and dataset one."""
    plain = [page.path for page in pages if "<" not in page.path and page.path not in _NOT_LISTED]
    paths = [
        *plain,
        *(f"/theme/{key}" for key in site.themes),
        *(f"/indicator/{key}" for key in site.indicators),
    ]
    home = site.geography[site.settings.region]
    yield from (link(f"/data/{name}", home) for name in downloadable_datasets(site))
    for region in site.geography.regions:
        yield from (link(path, region) for path in paths)
        yield from (link(f"/place/{place.code}", region) for place in site.geography.places(region.code))
        if region.level == CITY_REGION:
            yield from (link(f"/ward/{code}", region) for code, _ in wards_of(site.store, region.code))
