"""What the build counts of each indicator is what its file for a region holds."""

from dataclasses import replace

import pytest

from dashboard.datastore.neighbourhoods import levels_inside
from dashboard.datastore.newest import newest_period
from dashboard.exports.extents import extent, extents, has_figures
from dashboard.exports.indicator import in_region

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


def test_what_was_counted_of_a_select_is_not_told_of_the_mended_one(public_site):
    """Where the datastore is not built again: what was counted is of another SELECT."""
    item = public_site.indicators["housing/overcrowding"]
    store, region = public_site.store, "E47000001"
    mended = replace(item, sql=f"FROM ({item.sql}) WHERE period < DATE '1900-01-01'")
    assert levels_inside(store, item, region) == {"lsoa", "msoa", "ward"}
    assert levels_inside(store, mended, region) == frozenset()
    assert newest_period(store, mended) is None is not newest_period(store, item)
    assert extent(public_site, mended, region) == ("", "", 0) != extent(public_site, item, region)


def test_a_mend_that_changes_no_figure_changes_nothing_that_is_told(public_site):
    """Also of an indicator that has figures of neighbourhoods alone."""
    item = public_site.indicators["people/crime"]
    mended = replace(item, sql=f"{item.sql}\n-- a remark\n")
    store, region = public_site.store, "E47000001"
    assert newest_period(store, mended) == newest_period(store, item) is not None
    assert levels_inside(store, mended, region) == levels_inside(store, item, region) != frozenset()
    assert extent(public_site, mended, region) == extent(public_site, item, region)


@pytest.mark.full
def test_the_levels_counted_are_those_that_the_select_gives(public_site):
    from dashboard.datastore.neighbourhoods import _read_levels

    asked = {name: _read_levels(public_site.store, item) for name, item in public_site.indicators.items()}
    for name, item in public_site.indicators.items():
        for region in public_site.geography.regions:
            counted = levels_inside(public_site.store, item, region.code)
            assert counted == asked[name].get(region.code, frozenset()), (name, region.name)


@pytest.mark.parametrize(("region", "held"), [("E47000001", True), ("E47000007", False)])
def test_figures_of_england_alone_are_no_figures_of_the_region(public_site, region, held):
    assert has_figures(public_site, public_site.indicators["transport/road_casualties"], region) == held


def test_the_datastore_of_many_small_tables_is_made_of_small_blocks(public_site):
    assert public_site.store.rows("SELECT DISTINCT block_size FROM pragma_database_size()") == [(32768,)]
