"""A small site with one dataset to plant errors in."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.datastore.areas import Geography
from dashboard.exports.dataset import downloadable_datasets
from dashboard.settings import Settings
from dashboard.site import Site
from tests.tables import read_table

AREAS = """
    area_code | name | level | current | start
    E92000001 | England | country | True |
    E47000001 | Greater Manchester | combined_authority | True |
    E08000003 | Manchester | district | True |
    E08000006 | Salford | district | True |
    E08000016 | Barnsley, as it was | district | False |
    E08000038 | Barnsley | district | True | 2023
"""
MEMBERSHIP = """
    area_code | within
    E08000003 | E47000001
    E08000006 | E47000001
    E08000003 | E92000001
    E08000006 | E92000001
    E08000038 | E92000001
"""
RECODES = """
    old_code | new_code | since
    E08000016 | E08000038 | 2025
"""
DATASETS = """
    dataset | title | publisher | licence | source_url | source_date | vintage | description | caveat | audience | next_release | cadence | owner
    jobs | Jobs | ONS | Open Government Licence v3.0 | https://ons.gov.uk | {released} | 2024 | Jobs. | None | public | 2025 | {cadence} | A team
"""  # noqa: E501


@pytest.fixture
def audited(given, tmp_path):
    """audited(jobs="...") -> (site, dataset): a site whose one dataset is that table."""

    def audited(jobs: str, released="2024-06-01", cadence="yearly"):
        return opened(given(**tables(jobs, released, cadence)), tmp_path)

    return audited


def tables(jobs: str, released="2024-06-01", cadence="yearly") -> dict:
    """The tables of a small country, and `jobs`."""
    datasets = with_flag(DATASETS.format(released=released, cadence=cadence))
    return {"areas": AREAS, "membership": MEMBERSHIP, "recodes": RECODES, "datasets": datasets, "jobs": jobs}


def opened(store, home: Path) -> tuple:
    """(site, dataset) over the store of such tables."""
    site = Site(replace(Settings(), data=home, audience="public"), store, {}, Geography.of(store))
    return site, downloadable_datasets(site)["jobs"]


def with_flag(text: str):
    """The register's table with the flag that every dataset has."""
    return read_table(text).assign(experimental=False)
