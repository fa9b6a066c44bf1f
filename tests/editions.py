"""A small region whose figures were revised: what changed between its editions is known by hand.

Ash's figure of 2019 was 35.1 and became 35.4 on 24 August 2023; its figure of 2020 came on 1 February 2024;
on 25 June 2025 all were counted otherwise. A refresh of 20 November 2026 revised Ash's 2020 from 36.0 to
36.2.
"""

from dataclasses import replace

from dashboard.datastore.areas import Geography
from dashboard.settings import Settings
from dashboard.site import Site
from tests.statements.conftest import AREAS, MEMBERSHIP, PEERS

OUTPUT = """
    area_code | series | period     | duration | value | status
    E08000001 | Output | 2019-01-01 | P1Y      | 35.4  |
    E08000001 | Output | 2020-01-01 | P1Y      | 36.2  |
    E08000002 | Output | 2019-01-01 | P1Y      | 20.0  |
"""
FORMER = """
    area_code | series | period     | duration | value | status | seen       | held  | before     | rebase
    E08000001 | Output | 2020-01-01 | P1Y      | 36.0  |        | 2026-11-20 | True  |            | False
    E08000001 | Output | 2020-01-01 | P1Y      | 36.2  |        | 2026-11-20 | False |            | False
"""
EDITIONS = """
    dataset | series | area_code | period     | seen       | base       | value
    output  | Output | E08000001 | 2019-01-01 | 2023-05-12 | 2023-05-12 | 35.1
    output  | Output | E08000002 | 2019-01-01 | 2023-05-12 | 2023-05-12 | 20.0
    output  | Output | E08000001 | 2019-01-01 | 2023-08-24 | 2023-05-12 | 35.4
    output  | Output | E08000001 | 2020-01-01 | 2024-02-01 | 2023-05-12 | 36.5
    output  | Output | E08000001 | 2019-01-01 | 2025-06-25 | 2025-06-25 | 35.4
    output  | Output | E08000001 | 2020-01-01 | 2025-06-25 | 2025-06-25 | 36.0
    output  | Output | E08000002 | 2019-01-01 | 2025-06-25 | 2025-06-25 | 20.0
"""
SQL = "SELECT area_code, period, value, status FROM output WHERE series = 'Output'"
PLAIN = {"breaks": (), "seasonal": False, "statistic": "estimate", "per": 0, "period": "calendar year"}


def revised_site(given, indicators, settings=None, **tables):
    """The Site of the region above over its one indicator, economy/gva_per_hour."""
    own = {"areas": AREAS, "membership": MEMBERSHIP, "peers": PEERS}
    own |= {"output": OUTPUT, "output_former": FORMER, "past_editions": EDITIONS} | tables
    store = given(**{name: table for name, table in own.items() if table})
    item = replace(indicators["economy/gva_per_hour"], title="Output", sql=SQL, decimals=1, **PLAIN)
    return Site(settings or Settings(), store, {item.id: item}, Geography.of(store))
