"""Links in the codes of yesterday: read as today's, or told what the area became."""

import pytest

from dashboard.address.parameters import areas, known_area, region_code
from dashboard.address.query_params import BadAddress

pytestmark = pytest.mark.core


def test_a_code_that_was_replaced_is_the_place_of_today(site):
    assert known_area(site, "E08000016").code == "E08000038"
    assert known_area(site, "E08000019").name == "Sheffield"
    assert known_area(site, "e08000016").code == "E08000038"  # as a mail wrote it small
    assert region_code(site, "e47000002").name == "South Yorkshire"
    assert region_code(site, "cumbria").code == "cumbria"


def test_an_old_code_beside_that_of_today_is_one_place(site):
    assert [area.code for area in areas(5)(site, None, "E08000016,E08000038,E08000003")] == [
        "E08000038",
        "E08000003",
    ]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("E07000191", "it was West Somerset until 2018, which is now part of Somerset (E06000066)"),
        ("E06000028", "it was Bournemouth until 2018"),
        (
            "E10000021",
            "it was Northamptonshire until 2020, which now lies in North Northamptonshire (E06000061) and "
            "West Northamptonshire (E06000062)",
        ),
        ("E07000025", "it was Isles of Scilly until 2008, whose code is now E06000053"),
        ("E07999999", "There is no place with the code “E07999999” here."),
    ],
)
def test_an_area_that_was_abolished_is_named_with_what_it_became(site, code, said):
    with pytest.raises(BadAddress, match=r".*") as refusal:
        known_area(site, code)
    assert said in str(refusal.value)
    assert refusal.value.status == 404


def test_a_city_region_that_was_abolished_leads_to_the_one_of_today(site):
    with pytest.raises(BadAddress) as refusal:
        region_code(site, "E47000011")
    assert "it was North of Tyne until 2023, which is now part of North East" in str(refusal.value)
