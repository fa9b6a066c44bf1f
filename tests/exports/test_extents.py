"""What the build counts of each indicator is what its file for a region holds."""

import pytest

from dashboard.exports.extents import extent, extents, has_figures
from dashboard.exports.of_indicator import in_region

pytestmark = pytest.mark.core


@pytest.mark.parametrize(
    "name", ["employment/claimants", "transport/road_casualties_count", "people/population"]
)
@pytest.mark.parametrize("region", ["E47000001", "E47000008"])
def test_the_rows_and_the_span_are_those_of_the_file(public_site, name, region):
    indicator, area = public_site.indicators[name], public_site.geography[region]
    rows = in_region(public_site, indicator, area)
    first, last, count = extent(public_site, indicator, region)
    assert count == len(rows)
    assert all(first <= str(item.period) <= last for _, item in rows)


def test_every_indicator_is_counted_for_every_region_at_build(public_site):
    held = set(public_site.store.rows("SELECT indicator, region FROM extents"))
    assert held == {
        (name, region.code) for name in public_site.indicators for region in public_site.geography.regions
    }
    (one,) = extents(public_site, public_site.indicators["people/population"], ["E47000001"])
    assert (one.rows, str(one.last)) == (
        extent(public_site, public_site.indicators["people/population"], "E47000001")[2],
        "2024-06-30",
    )


@pytest.mark.parametrize(("region", "held"), [("E47000001", True), ("E47000007", False)])
def test_figures_of_england_alone_are_no_figures_of_the_region(public_site, region, held):
    assert has_figures(public_site, public_site.indicators["transport/road_casualties"], region) == held


def test_the_datastore_of_many_small_tables_is_made_of_small_blocks(public_site):
    assert public_site.store.rows("SELECT DISTINCT block_size FROM pragma_database_size()") == [(32768,)]
