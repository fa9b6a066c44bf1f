"""A small world to read pages of: a county with two districts, a unitary authority, a borough elsewhere."""

import re
from dataclasses import replace
from html import unescape

from dashboard.address import address as addresses
from dashboard.datastore.areas import Geography
from dashboard.pages import PAGES
from dashboard.settings import Settings
from dashboard.site import Site
from tests.tables import read_table

REGION = "E47000099"
AREAS = """
    area_code | name      | level
    E92000001 | England   | country
    E47000099 | Testshire and Cove | combined_authority
    E10000099 | Testshire | county
    E07000091 | Ash       | district
    E07000092 | Beech     | district
    E06000091 | Cove      | district
    E08000099 | Far       | district
"""
MEMBERSHIP = """
    area_code | within
    E07000091 | E10000099
    E07000091 | E47000099
    E07000092 | E10000099
    E07000092 | E47000099
    E10000099 | E47000099
    E06000091 | E47000099
"""
PEERS = """
    area_code | basis   | position | peer_code
    E07000091 | global  | 1        | E08000099
    E07000091 | global  | 2        | E06000091
"""
# Ash is clear of England's 60, Beech is not; Cove's latest is withheld; the region's is derived.
RATES = """
    area_code | period     | value | lower | upper | status
    E92000001 | 2022-01-01 | 58    | 57    | 59    |
    E92000001 | 2023-01-01 | 60    | 59    | 61    |
    E47000099 | 2023-01-01 | 55    | 52    | 58    | derived
    E07000091 | 2022-01-01 | 48    | 44    | 52    |
    E07000091 | 2023-01-01 | 50    | 46    | 54    |
    E07000092 | 2023-01-01 | 61    | 56    | 66    |
    E06000091 | 2022-01-01 | 70    | 65    | 75    |
    E06000091 | 2023-01-01 |       |       |       | c
"""
# Published for upper-tier authorities only, and without margins of error.
FLOWS = """
    area_code | period     | value
    E92000001 | 2023-01-01 | 4200
    E10000099 | 2023-01-01 | 4900
    E06000091 | 2023-01-01 | 5600
"""
ELSEWHERE = """
    area_code | period     | value
    E08000099 | 2023-01-01 | 3
"""
SHAPES = """
    area_code | level    | path   | xmin | ymin | xmax | ymax | cx | cy
    E07000091 | district | M0 0l9 | 0    | 0    | 9    | 9    | 4  | 4
    E07000092 | district | M9 0l9 | 9    | 0    | 18   | 9    | 13 | 4
    E06000091 | district | M0 9l9 | 0    | 9    | 9    | 18   | 4  | 13
"""


def small_site(given, indicators, **more) -> Site:
    """The Site of Testshire: a rate (higher is better), a flow (neither) and a rate published elsewhere.

    `more`: tables to hold beside its own.
    """
    areas = read_table(AREAS).assign(current=True, end=float("nan"))
    store = given(
        areas=areas,
        membership=MEMBERSHIP,
        peers=PEERS,
        rates=RATES,
        flows=FLOWS,
        elsewhere=ELSEWHERE,
        shapes=SHAPES,
        **more,
    )
    plain = replace(
        next(iter(indicators.values())), breaks=(), seasonal=False, per=0, prefix="", audience="public"
    )
    rate = replace(
        plain, theme="employment", name="rate", title="Jobs rate", unit="% of people", suffix="%", decimals=0,
        better="higher", statistic="estimate", period="calendar year", headline=True,
        sql="SELECT area_code, period, value, lower, upper, status FROM rates",
    )  # fmt: skip
    flow = replace(
        rate, name="flow", title="Flow", unit="vehicles", suffix="", better="neither", headline=False,
        sql="SELECT area_code, period, value FROM flows",
    )  # fmt: skip
    far = replace(
        rate, name="far", title="Far only", caveat="Far only, because only Far counts.", headline=False,
        sql="SELECT area_code, period, value FROM elsewhere",
    )  # fmt: skip
    known = {item.id: item for item in (rate, flow, far)}
    return Site(replace(Settings(), region=REGION), store, known, Geography.of(store))


def read(site: Site, path: str, search: str = ""):
    """The address that `path` and `search` stand for on `site`."""
    return addresses.read(site, PAGES, path, search)


def words(component) -> str:
    """All that a component says, in reading order."""
    if component is None:
        return ""
    if isinstance(component, str | int | float):
        return str(component)
    if isinstance(component, list | tuple):
        return " ".join(filter(None, map(words, component)))
    inner = getattr(component, "data-svg", None)  # written already (dashboard/components/markup.py)
    if inner is not None:
        return said(inner)
    return words(getattr(component, "children", None))


def said(markup: str) -> str:
    """All that HTML says."""
    return " ".join(unescape(text) for text in re.split(r"<[^>]+>", markup) if text)


def rows(component, kind: str = "Tr") -> list[str]:
    """What each table row inside `component` says."""
    found = []
    for item in component if isinstance(component, list | tuple) else [component]:
        if type(item).__name__ == kind:
            found.append(words(item))
        elif hasattr(item, "data-svg"):
            found += map(
                said, re.findall(rf"<{kind.lower()}[ >].*?</{kind.lower()}>", getattr(item, "data-svg"))
            )
        elif hasattr(item, "children"):
            found += rows(item.children, kind)
    return found
