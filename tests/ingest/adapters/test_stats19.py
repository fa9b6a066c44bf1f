"""Casualties: one row each, placed by their point, nobody dropped."""

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
