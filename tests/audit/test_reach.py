"""Reach: a table with figures for one region meets nothing for another."""

import pytest

from dashboard.audit.reach import elsewhere
from dashboard.datastore.areas import Geography
from dashboard.settings import Settings
from dashboard.site import Site

TABLES = {
    "areas": """
        area_code | name | level | current
        E92000001 | England | country | True
        E47000001 | Greater Manchester | combined_authority | True
        E47000007 | West Midlands | combined_authority | True
        E08000003 | Manchester | district | True
        E08000025 | Birmingham | district | True
        E01000001 | Ancoats | lsoa | True
    """,
    "membership": """
        area_code | within
        E08000003 | E47000001
        E08000025 | E47000007
        E01000001 | E47000001
    """,
    "bins": """
        area_code | series | period | value
        E92000001 | Bins | 2024-01-01 | 9
        E08000003 | Bins | 2024-01-01 | 5
        E08000025 | Bins | 2024-01-01 |
    """,
    "rates": """
        area_code | value
        E47000007 | 3
    """,
    "homes": """
        lsoa21_code | home
        E01000001 | a
    """,
    "nation": """
        area_code | value
        E92000001 | 9
    """,
    "jobs": """
        occupation | title
        11 | Chefs
    """,
}


@pytest.mark.parametrize(
    ("region", "away"),
    [
        ("E47000001", {"rates": ("West Midlands",), "nation": ()}),
        ("E47000007", {"bins": ("Greater Manchester",), "homes": ("Greater Manchester",), "nation": ()}),
    ],
)
def test_figures_of_other_regions_of_the_country_and_blanks_do_not_count(given, region, away):
    store = given(**TABLES)
    site = Site(Settings(), store, {}, Geography.of(store))
    assert elsewhere(site, region, ("bins", "rates", "homes", "nation", "jobs")) == away
