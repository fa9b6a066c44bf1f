"""The address is the state: a path and a query string, validated into what a page needs.

Both the document request and every callback go through `read`. Routes that are no page (files, maps, the API)
read their own words of the request, and refuse what they do not know by `query_params`.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlencode

from flask import g, has_app_context

from dashboard.address.page import Address, Page
from dashboard.address.parameters import known_area, region_code
from dashboard.address.query_params import EVERY_PAGE_PARAMETERS, BadAddress, as_of, given_once
from dashboard.catalogue.regions import CITY_REGION
from dashboard.datastore.areas import PLACES, Area
from dashboard.datastore.neighbourhoods import containing
from dashboard.site import Site

MAX_SEARCH = 2000


def read(site: Site, pages: Sequence[Page], path: str, search: str) -> Address:
    """The Address that `path` and `search` stand for on `site`. Raises BadAddress with a sentence.

    A parameter that the page does not take, or a value that is not among what exists, is refused: what is
    shown would not be what was asked for. `page.ignored` names those of another page at the same path.
    """
    if len(search) > MAX_SEARCH:
        raise BadAddress(400, "This address is too long; choose fewer places.")
    query = parse_qsl(search.removeprefix("?"), keep_blank_values=True)
    region = region_code(site, next((value for name, value in query if name == "region" and value), None))
    path = _below(path, site.settings.base).rstrip("/") or "/"
    for page in pages:
        if (match := _pattern(page.path).fullmatch(path)) is not None:
            within = {name: unquote(text) for name, text in match.groupdict().items()}
            known = [name for name in (*EVERY_PAGE_PARAMETERS, *page.parameters) if name not in within]
            given = given_once(query, known, page.ignored)
            values = _values(site, page, region, within, given)
            return Address(page, path, _home(site, region, values), as_of(given.get("as_of")), values, given)
    raise BadAddress(404, "There is no page at this address.")


def _values(
    site: Site, page: Page, region: Area, within: dict[str, str], given: dict[str, str]
) -> dict[str, Any]:
    """The values of `page`: of the words `within` its path, then of its query parameters."""
    parameters = page.parameters
    values = {}
    for name, text in within.items():
        own = parameters.get(name)  # a page reads what only it knows
        values[name] = own(site, region, text) if own else _path_value(site, name, text)
    for name in [each for each in parameters if each not in values]:
        values[name] = parameters[name](site, region, given.get(name))
    return _resolved(site, values)


def _home(site: Site, region: Area, values: dict[str, Any]) -> Area:
    """The region that a page is looked at from: that of its place, wherever a link came from."""
    if isinstance(ward := values.get("ward"), Area):
        around = containing(site.store, ward.code, CITY_REGION)
        return site.geography[around] if around else region
    place = values.get("place")
    own = (
        site.geography.region_of(place.code, region)
        if isinstance(place, Area) and place.level in PLACES
        else None
    )
    return own or region


def _below(path: str, base: str) -> str:
    """The path as pages know it, of one that the browser shows below BASE_PATH."""
    return path.removeprefix(base) if f"{path}/".startswith(f"{base}/") else path


def set_day_of_links(day: date | None) -> None:
    """From here on the request that is being answered is about `day`."""
    g.as_of = day


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"<(\w+)>", r"(?P<\1>[^/]{1,60})", template))


def _path_value(site: Site, name: str, text: str) -> Any:
    if name == "place":
        return known_area(site, text)
    if name == "theme" and text not in site.themes:
        raise BadAddress(404, f"There is no theme called “{text}”.")
    return text


def _resolved(site: Site, values: dict[str, Any]) -> dict[str, Any]:
    if "name" not in values:
        return values
    key = f"{values.pop('theme')}/{values.pop('name')}"
    if key not in site.indicators:
        raise BadAddress(404, f"There is no indicator called “{key}”.")
    return values | {"indicator": site.indicators[key]}


TODAY = ""  # for a link that leaves a past day


def link(path: str, region: Area, **parameters: str | Sequence[str] | None) -> str:
    """The address of `path` for `region` with `parameters`; lists are joined by commas, None left out.

    While a page of a past day is being made (`set_day_of_links`), its links stay on that day; as_of=TODAY
    leaves it.
    """
    pairs = {"region": region.code}
    day = g.get("as_of") if has_app_context() else None
    if day:
        parameters.setdefault("as_of", day.isoformat())
    for name, value in parameters.items():
        if value:
            pairs[name] = value if isinstance(value, str) else ",".join(value)
    return f"{quote(path)}?{urlencode(pairs, safe=',')}"


def link_here(address: Address, **parameters: str) -> str:
    """The page of `address` as it is looked at, with other `parameters`; as_of=TODAY leaves a past day."""
    given = {name: text for name, text in address.given.items() if name != "region"}
    return link(address.path, address.region, **given | parameters)
