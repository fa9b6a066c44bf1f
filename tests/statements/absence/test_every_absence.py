"""No figure without a reason: every region, indicator and level."""

import pytest

from dashboard.datastore.areas import NEIGHBOURHOODS
from dashboard.datastore.neighbourhoods import levels_inside
from dashboard.statements.absence.absence import CELL_WORDS, LABELS
from dashboard.statements.absence.absent import absent

TODAY = {"not_published", "not_held", "not_applicable"}


def _absences(site):
    """(indicator, area, Absence) of every current area from districts upwards without a figure."""
    areas = [area for area in site.geography.areas.values() if area.code != "K03000001"]
    for indicator in site.indicators.values():
        observations = site.observations(indicator)
        for area in areas:
            if observations.latest(area.code) is None:
                yield indicator, area, absent(site, indicator, area)


def _of_neighbourhoods(site):
    """The same of the first neighbourhood of each level in each region where none has a figure."""
    for region in site.geography.regions:
        firsts = [next(iter(site.geography.members(region.code, level)), None) for level in NEIGHBOURHOODS]
        for indicator in site.indicators.values():
            inside = levels_inside(site.store, indicator, region.code)
            for area in filter(None, firsts):
                if area.level not in inside:
                    yield indicator, area, absent(site, indicator, area, region)


@pytest.fixture(scope="module")
def found(site):
    return [*_absences(site), *_of_neighbourhoods(site)]


def test_each_has_one_of_three_states_and_a_reason(found):
    assert len(found) > 15_000
    assert {none.state for _, _, none in found} == TODAY
    for indicator, area, none in found:
        where = (indicator.id, area.name, none)
        assert all((none.reason, none.short, none.mark)), where
        assert "its publisher" not in none.reason, where
        assert none.heading.endswith(area.name), where
        assert none.sentence.startswith(LABELS[none.state]), where


def test_what_is_not_held_has_the_publishers_address_and_nothing_else_has(found):
    for indicator, area, none in found:
        assert none.address.startswith("https://") == (none.state == "not_held"), (indicator.id, area.name)


def test_what_does_not_apply_names_the_area_that_has_it(found, site):
    for indicator, area, none in found:
        if none.instead:
            assert none.state == "not_applicable"
            latest = site.observations(indicator).latest(none.instead.code)
            assert f"which has {indicator.format(latest.value)} (" in none.reason, (indicator.id, area.name)


def test_a_source_that_is_held_for_few_of_englands_areas_says_for_whom_it_is_published(site):
    """Or the sentence "not published" would be said of what somebody publishes."""
    districts = [area.code for area in site.geography.areas.values() if area.level == "district"]
    for indicator in site.indicators.values():
        observations = site.observations(indicator)
        held = sum(observations.latest(code) is not None for code in districts)
        near = sum(bool(levels_inside(site.store, indicator, area.code)) for area in site.geography.regions)
        few = 0 < held < 30 or 0 < near < 5
        if few:
            leeds = absent(site, indicator, site.geography["E08000035"])
            assert leeds.state == "not_held", (
                f"{indicator.id}: give [coverage] in the register (docs/data.md)"
            )


def test_every_mark_of_a_figure_that_is_missing_is_one_that_is_explained(site):
    known = {*CELL_WORDS, "z"}
    for indicator in site.indicators.values():
        sql = f"SELECT DISTINCT status FROM (\n{indicator.sql}\n) AS found WHERE value IS NULL"  # noqa: S608
        given = {status for (status,) in site.store.rows(sql)} if _has_status(site, indicator) else set()
        assert given <= known | {"", None}, indicator.id


def _has_status(site, indicator) -> bool:
    return "status" in site.store.columns(indicator.sql)
