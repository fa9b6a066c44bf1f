"""Every table as a file: of an indicator, a dataset (/download/data/<dataset>.csv) or a place."""

from collections.abc import Callable
from urllib.parse import urlencode

import orjson
from flask import Flask, Response, abort, request
from werkzeug.exceptions import ServiceUnavailable

from dashboard.address.parameters import known_area, region_code
from dashboard.address.query_params import EVERY_PAGE_PARAMETERS, allow_only
from dashboard.catalogue.licences import licence_url
from dashboard.exports.dataset import dataset_sheet, downloadable_datasets
from dashboard.exports.formats import Format
from dashboard.exports.indicator import everywhere_sheet, indicator_sheet
from dashboard.exports.inequality import inequality_sheet
from dashboard.exports.large import LARGE, NotWritten, is_large, large_file, spreadsheet
from dashboard.exports.offers import dataset_formats, indicator_formats
from dashboard.exports.place import place_sheet
from dashboard.exports.sheet import Sheet
from dashboard.exports.tables import shapes_of_tables
from dashboard.exports.text_files import csvw
from dashboard.site import Site, SiteKeeper
from dashboard.web.file_cache import FileCache
from dashboard.web.rate_limit import charge_afterwards
from dashboard.web.responses import cached_response, known_indicator, known_then

METADATA = "csv-metadata.json"


def register(server: Flask, keeper: SiteKeeper, files: FileCache) -> None:
    """Add the download routes to `server`; finished files are kept in `files`."""

    @server.get("/download/data/<file>")
    def dataset_file(file: str) -> Response:
        site = keeper.current()
        name, ending = _split(file)
        if name not in downloadable_datasets(site):
            abort(404, f"There is no dataset called “{name[:60]}” to download.")
        if "as_of" in request.args:
            abort(
                400,
                "A dataset’s file holds what is held today; leave out as_of, or take an indicator’s file.",
            )
        allow_only()
        wanted, item = _wanted(dataset_formats(site, name), ending, name), downloadable_datasets(site)[name]
        if is_large(shapes_of_tables(site)[name]) and ending in LARGE:
            return _attached(
                cached_response(site, wanted.media_type, lambda: large_file(site, item, ending)), name, ending
            )
        rows = range(1) if ending == METADATA else None  # which describes columns
        return _file(site, files, name, ending, wanted, lambda: dataset_sheet(site, item, rows))

    @server.get("/download/place/<file>")
    def place_file(file: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS)
        site = known_then(keeper.current())
        code, ending = _split(file)
        place = known_area(site, code)
        wanted = _wanted([item for item in indicator_formats() if item.ending != "geojson"], ending, code)
        return _file(site, files, _stem(site, code), ending, wanted, lambda: place_sheet(site, place))

    @server.get("/download/<any(tenths, groups):kind>/<theme>/<file>")
    def inequality_file(kind: str, theme: str, file: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS)
        site = known_then(keeper.current())
        name, ending = _split(file)
        indicator = known_indicator(site, theme, name)
        region = region_code(site, request.args.get("region"))
        sheet = inequality_sheet(site, kind, indicator, region)
        if sheet is None:
            abort(404, f"“{indicator.title}” has no figures by {kind} in {region.name}.")
        wanted = _wanted([item for item in indicator_formats() if item.ending != "geojson"], ending, name)
        stem = _stem(site, f"{name}-{kind}-{region.code}")
        return _file(site, files, stem, ending, wanted, lambda: sheet)

    @server.get("/download/<theme>/<file>")
    def indicator_file(theme: str, file: str) -> Response:
        allow_only(*EVERY_PAGE_PARAMETERS, "areas")
        site = known_then(keeper.current())
        name, ending = _split(file)
        indicator = known_indicator(site, theme, name)
        region = region_code(site, request.args.get("region"))
        if _every_area():
            wanted = _wanted([item for item in indicator_formats() if item.ending != "geojson"], ending, name)
            stem = _stem(site, f"{name}-all")
            return _file(site, files, stem, ending, wanted, lambda: everywhere_sheet(site, indicator, region))
        wanted = _wanted(indicator_formats(), ending, name)
        stem = _stem(site, f"{name}-{region.code}")
        return _file(site, files, stem, ending, wanted, lambda: indicator_sheet(site, indicator, region))


def _every_area() -> bool:
    """Whether the request asks for every area; 400 for a word that means nothing here."""
    asked = request.args.get("areas")
    if asked not in (None, "all"):
        abort(
            400, f"areas={asked[:40]} means nothing here; say areas=all, or leave it out for one city region."
        )
    return asked == "all"


def _split(file: str) -> tuple[str, str]:
    name, _, ending = file.partition(".")
    return name, ending


def _stem(site: Site, name: str) -> str:
    return f"{name}-as-of-{site.as_of}" if site.as_of else name


def _wanted(formats: list[Format], ending: str, name: str) -> Format:
    by_ending = {item.ending: item for item in formats}
    if ending == METADATA:
        return by_ending["csv"]
    if ending not in by_ending:
        abort(404, f"“{name}” is not offered as .{ending[:20]}; take one of: {', '.join(by_ending)}.")
    return by_ending[ending]


def _file(site: Site, files: FileCache, stem: str, ending: str, wanted: Format, make) -> Response:
    key = (site.edition, request.path, stem, ending)
    if ending == METADATA:
        url = f"{request.url_root.rstrip('/')}{_address('csv')}"  # which it names, with the reader's host
        return cached_response(
            site, "application/csvm+json", lambda: files.get((*key, url), lambda: _metadata(make(), url))
        )
    write = _written(site, wanted, make)
    try:
        response = cached_response(
            site, wanted.media_type, lambda: files.get(key, write, slow=wanted.ending == "xlsx")
        )
    except NotWritten as error:
        raise ServiceUnavailable(str(error), retry_after=60) from error
    return _attached(response, stem, ending)


def _written(site: Site, wanted: Format, make: Callable[[], Sheet]) -> Callable[[], bytes]:
    """What writes the file. Its client pays for the process that writes a large spreadsheet, too."""
    if wanted.ending != "xlsx":
        return lambda: wanted.write(site, make())
    charge = charge_afterwards()
    return lambda: spreadsheet(make(), charge)


def _attached(response: Response, stem: str, ending: str) -> Response:
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.{ending}"'
    if ending == "csv":
        described = f"{request.script_root}{_address(METADATA)}"
        response.headers["Link"] = f'<{described}>; rel="describedby"; type="application/csvm+json"'
    return response


def _address(ending: str) -> str:
    """Where what is asked for here is with another ending, by the words that count."""
    query = urlencode(
        {name: text for name in (*EVERY_PAGE_PARAMETERS, "areas") if (text := request.args.get(name))}
    )
    return f"{request.path.partition('.')[0]}.{ending}" + (f"?{query}" if query else "")


def _metadata(sheet: Sheet, url: str) -> bytes:
    return orjson.dumps(csvw(sheet, url, licence_url(sheet.about.get("Licence", ""))))
