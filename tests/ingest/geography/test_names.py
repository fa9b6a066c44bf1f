"""Names as publishers write them are the areas of today, and never another's."""

import pandas as pd
import pytest

from dashboard.ingest.geography.names import by_name, coded, plain_name
from dashboard.ingest.refusal import Refused


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("London, City of", "E09000001"),
        ("City of London", "E09000001"),
        ("LONDON", "E12000007"),
        ("Durham UA", "E06000047"),
        ("Hull", "E06000010"),
        ("Southend on Sea", "E06000033"),
        ("Newcastle-upon-Tyne", "E08000021"),
        ("Yorkshire & Humber", "E12000003"),
        ("Bolton MBC", "E08000001"),
        ("Bristol, City of UA", "E06000023"),
        ("Liverpool City Region", "E47000004"),
        ("Liverpool City Region Combined Authority", "E47000004"),
        ("Liverpool", "E08000012"),
        ("Greater Manchester", "E47000001"),
        ("Sheffield City Region", None),
        ("West Midlands", "E12000005"),
        ("West Midlands (region)", "E12000005"),
        ("West Midlands Combined Authority", "E47000007"),
        ("West Midlands (Met County)", "E47000007"),
        ("West Midlands (WMCA)", None),
        ("North East MCA", "E47000014"),
        ("Tyne and Wear (Met County)", None),
        ("London (Inner)", None),
        ("Nottinghamshire (excluding Nottingham)", None),
        ("City of Durham", None),
        ("Manchester (1)", "E08000003"),
        ("Manchester [note 3]", "E08000003"),
        ("London¹ *", "E12000007"),
        ("Southampton UA (City)", "E06000045"),
    ],
)
def test_a_name_is_the_area_that_it_is_of(places, written, code):
    assert by_name(places).get(plain_name(written)) == code


def test_no_two_areas_of_a_level_are_one_name(places):
    for level in ("district", "county", "region", "combined_authority"):
        names = [plain_name(n) for n, code in places.named((level,)).items() if code in places.current]
        assert len(names) == len(set(names))


def _coded(places, *names, codes=None):
    frame = pd.DataFrame({"area_code": names, "line": range(2, len(names) + 2)})
    return coded(frame, "table.csv", places, codes or {})["area_code"].tolist()


def test_a_name_of_a_region_and_an_authority_is_refused_where_authorities_stand_beside(places):
    assert _coded(places, "West Midlands", "East of England") == ["E12000005", "E12000006"]
    with pytest.raises(Refused, match="line 3: 'West Midlands' is the name of a region or county and of a"):
        _coded(places, "Greater Manchester", "West Midlands")
    said = {"West Midlands": "E47000007"}
    assert _coded(places, "Greater Manchester", "West Midlands", codes=said) == ["E47000001", "E47000007"]
