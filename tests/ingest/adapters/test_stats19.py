"""Casualties: one row each, placed by their point, nobody dropped."""

import time

import pytest

HEADER = (
    "AREFNO,date,year,month,day,hour,mode,output_time,collision_severity,casualty_severity,number_vehicles,"
    "number_casualties,sex,ageband,light_conditions,speed_limit,area_name,lon,lat"
)
OPTIONS = "[size]\nunchecked = 'a test'\n[options]\nprovisional_from = 2024-01-01"


def _row(day="2023-05-01", severity="Slight", sex="Male", age="26-35", limit="30", point="-2.22,53.47"):
    person = f"{severity},1,2,{sex},{age},Daylight,{limit}"
    return f"1,{day},2023,May,Mon,8,Car,08:00:00,Serious,{person},Manchester,{point}"


def _casualties(workshop, *rows):
    workshop.source("casualties.csv", "\n".join([HEADER, *rows]) + "\n")
    workshop.entry("road_casualties", "casualties.csv", "stats19", OPTIONS)
    return workshop


def test_a_casualty_is_placed_in_its_lsoa_and_ward_by_its_point(workshop):
    _casualties(workshop, _row(), _row(point="-2.28,53.47"), _row(point="-2.35,53.30")).run()
    table = workshop.table("road_casualties").sort_values("lon", ignore_index=True)
    assert table["lsoa21_code"].tolist() == ["", "E01000002", "E01000001"]
    assert table["ward_code"].tolist() == ["", "", "E05000001"]
    assert table["district_code"].tolist() == ["E08000003"] * 3


def test_identical_rows_are_passengers_and_all_stay(workshop):
    outcome = _casualties(workshop, _row(), _row(), _row()).run()
    assert len(workshop.table("road_casualties")) == 3
    assert outcome.notes["road_casualties"] == ["2 identical rows kept: passengers of one vehicle"]


def test_minus_one_is_not_known(workshop):
    _casualties(workshop, _row(sex="-1", age="-1", limit="-1")).run()
    (row,) = workshop.table("road_casualties").itertuples()
    assert (row.sex, row.age_band) == ("", "")
    assert row.speed_limit != row.speed_limit  # NULL


def test_the_half_year_that_may_be_revised_is_provisional(workshop):
    _casualties(workshop, _row(day="2023-12-31"), _row(day="2024-01-01")).run()
    assert workshop.table("road_casualties")["provisional"].tolist() == [False, True]


def test_what_cannot_be_read_is_refused_with_its_line(workshop):
    for row, reason in (
        (_row(severity="Grave"), "line 3: the severity 'Grave' is unknown"),
        (_row(day="01/05/2023"), "line 3: the date '01/05/2023' cannot be read"),
        (_row(limit="fast"), "line 3: 'fast' is not a number (speed_limit)"),
        (_row().replace("Manchester", "Gotham"), "no district is called Gotham"),
    ):
        assert reason in _casualties(workshop, _row(), row).only_refusal()


COLLISIONS = """
collision_index,longitude,latitude,collision_severity,number_of_vehicles,number_of_casualties,date,time,\
local_authority_ons_district,light_conditions,speed_limit
2023A,-2.22,53.47,2,1,2,01/05/2023,08:15,E08000003,1,30
2023B,-2.28,53.47,3,2,1,02/05/2023,23:40,E07000026,4,-1
2023C,-4.4,53.3,3,2,1,02/05/2023,23:40,W06000001,4,30
""".lstrip()
CASUALTIES = """
collision_index,casualty_class,sex_of_casualty,age_band_of_casualty,casualty_severity,casualty_type
2023A,3,2,6,2,0
2023A,1,-1,-1,3,9
2023B,1,1,11,3,1
2023C,1,1,11,3,1
""".lstrip()
NATIONAL = (
    "dft-road-casualty-statistics-collision-2023.csv",
    "dft-road-casualty-statistics-casualty-2023.csv",
)


def _national(workshop, collisions=COLLISIONS, casualties=CASUALTIES):
    for name, text in zip(NATIONAL, (collisions, casualties), strict=True):
        workshop.source(name, text)
    workshop.entry("road_casualties", NATIONAL[0], "stats19", OPTIONS)
    return workshop


def test_the_departments_national_files_are_read_as_they_are(workshop):
    """Codes become words, an abolished district the one of today, and what is outside England is left out."""
    assert _national(workshop).run().refused == {}
    table = workshop.table("road_casualties").sort_values(["collision", "severity"], ignore_index=True)
    assert table["severity"].tolist() == ["Serious", "Slight", "Slight"]
    assert table["mode"].tolist() == ["Pedestrian", "Car", "Pedal Cycle"]
    assert table["age_band"].tolist() == ["26-35", "", "Over 75"]
    assert table["sex"].tolist() == ["Female", "", "Male"]
    assert table["light"].tolist() == ["Daylight", "Daylight", "Dark"]
    assert table["district_code"].tolist() == ["E08000003", "E08000003", "E06000063"]
    assert table["lsoa21_code"].tolist() == ["E01000001", "E01000001", "E01000002"]
    assert table["hour"].tolist() == [8, 8, 23]
    assert table["casualties"].tolist() == [2, 2, 1]


def test_a_national_file_that_lacks_its_other_half_is_refused(workshop):
    _national(workshop)
    (workshop.folder / NATIONAL[1]).unlink()
    assert "needs the file of casualties beside it" in workshop.only_refusal()


def test_a_casualty_without_its_collision_is_refused(workshop):
    lost = CASUALTIES + "2023Z,1,1,11,3,1\n"
    assert "lacks the collisions 2023Z" in _national(workshop, casualties=lost).only_refusal()


def test_a_column_that_the_department_renames_is_refused(workshop):
    renamed = CASUALTIES.replace("casualty_type", "kind")
    assert "lacks the column casualty_type" in _national(workshop, casualties=renamed).only_refusal()


@pytest.mark.parametrize(
    "years", [pytest.param(1, marks=pytest.mark.full), pytest.param(5, marks=pytest.mark.soak)]
)
def test_years_of_great_britain_are_read_in_reasonable_time(workshop, years):
    """100,000 collisions and 130,000 casualties a year: made up, of the Department's form."""
    head, first, *_ = COLLISIONS.splitlines()
    lines = [first.replace("2023A", f"2023{n}") for n in range(100_000 * years)]
    people, one, *_ = CASUALTIES.splitlines()
    hurt = [one.replace("2023A", f"2023{n % (100_000 * years)}") for n in range(130_000 * years)]
    began = time.monotonic()
    _national(workshop, "\n".join([head, *lines]) + "\n", "\n".join([people, *hurt]) + "\n").run()
    assert time.monotonic() - began < 24 * years
    assert len(workshop.table("road_casualties")) == 130_000 * years
