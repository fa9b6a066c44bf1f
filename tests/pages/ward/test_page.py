"""A ward's page: under its own region, with every measure that has a figure for it."""

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.components.small_area_choice import figures_of, offered
from dashboard.datastore.neighbourhoods import wards_of
from dashboard.pages.ward import page as ward
from dashboard.pages.ward.measures import measures

TEES_VALLEY = "E47000006"


def _read(site, path, search=""):
    return addresses.read(site, [ward.PAGE], path, search)


def _a_ward(site, region):
    return wards_of(site.store, region)[0][0]


def test_a_ward_is_looked_at_from_its_own_region(public_site):
    code = _a_ward(public_site, TEES_VALLEY)
    address = _read(public_site, f"/ward/{code}", "?region=E47000001")
    assert address.region.code == TEES_VALLEY
    assert ward.title(public_site, address) == f"{public_site.geography[code].name} ward"


def test_every_measure_with_a_figure_for_the_ward_stands_on_its_page(public_site):
    region = public_site.geography[TEES_VALLEY]
    code = _a_ward(public_site, TEES_VALLEY)
    found = measures(public_site, region, public_site.geography[code])
    held = [
        item for item in offered(public_site, region) if code in figures_of(public_site, item, region, "ward")
    ]
    assert [item.indicator for item in found] == held
    assert len(found) > 5
    assert all(1 <= item.place <= item.of for item in found)


@pytest.mark.parametrize("code", ["E08000003", "E05999999", "x"])
def test_what_is_no_ward_is_refused(public_site, code):
    with pytest.raises(BadAddress, match="no ward"):
        _read(public_site, f"/ward/{code}")
