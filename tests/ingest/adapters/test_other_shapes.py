"""Peers, columns in JSON, tables of small areas, workbooks and R files."""

import json

import openpyxl
import pandas as pd
import pytest
import rdata


def test_neighbours_outside_england_are_left_out_and_the_rest_close_up(workshop):
    for basis in ("global", "economic", "demographic"):
        workshop.source(
            f"peers/{basis}-neighbours.csv",
            """
            AREACD,1,2,3,4,5
            E08000003,W06000001,E08000016,E08000006,,
            W06000001,E08000003,,,,
            """,
        )
    workshop.entry("peers", "peers/*-neighbours.csv", "peers")
    assert workshop.run().refused == {}
    peers = workshop.table("peers").query("basis == 'global'")
    cells = [(row.area_code, row.position, row.peer_code) for row in peers.itertuples()]
    assert cells == [("E08000003", 1, "E08000038"), ("E08000003", 2, "E08000006")]


def test_columns_in_json_become_rows(workshop):
    columns = {
        "areacd": ["E08000003", "E08000016"],
        "value": [589670, None],
        "lci": [None, None],
        "uci": [None, None],
        "xDomainNumb": [2024, 2024],
    }
    workshop.source("people.json", json.dumps(columns))
    workshop.entry(
        "people",
        "people.json",
        "long_csv",
        '[options]\narea = "areacd"\ndate = "xDomainNumb"\nvalue = "value"\nseries = "People"\n'
        'periods = "point 06-30"',
    )
    assert workshop.run().refused == {}
    rows = workshop.table("people").itertuples()
    cells = [(row.area_code, str(row.period), row.duration, row.status) for row in rows]
    assert cells == [("E08000003", "2024-06-30", "P0D", ""), ("E08000038", "2024-06-30", "P0D", "x")]
    columns["value"].pop()
    workshop.source("people.json", json.dumps(columns))
    assert (
        workshop.only_refusal()
        == "people.json: 'value' has 1 entries where 'areacd' has 2, it looks cut short, download it again"
    )


def test_a_table_of_small_areas_keeps_its_columns_under_names_sql_takes(workshop):
    frame = pd.DataFrame(
        {"lsoa21cd": ["E01000002", "E01000001"], "IMD_decile": [3, 1], "sex-001": [1.23456, 2]}
    )
    frame.to_parquet(workshop.folder / "imd.parquet")
    more = '[options]\nkey = ["lsoa21_code"]\ndecimals = 2\nrename = { lsoa21cd = "lsoa21_code" }'
    workshop.entry("imd", "imd.parquet", "area_table", more)
    assert workshop.run().refused == {}
    assert workshop.table("imd").to_dict("records") == [
        {"lsoa21_code": "E01000001", "imd_decile": 1, "sex_001": 2},
        {"lsoa21_code": "E01000002", "imd_decile": 3, "sex_001": 1.23},
    ]


def test_a_table_with_an_unknown_or_repeated_small_area_is_refused(workshop):
    more = '[options]\nkey = ["lsoa21_code"]'
    workshop.entry("imd", "imd.parquet", "area_table", more)
    for codes, reason in (
        (["E01000001", "E01999999"], "no area is known by E01999999 (lsoa21_code)"),
        (["E01000001", "E01000001"], "imd.parquet: E01000001 appears twice"),
    ):
        pd.DataFrame({"lsoa21_code": codes, "n": [1, 2]}).to_parquet(workshop.folder / "imd.parquet")
        assert reason in workshop.only_refusal()


def test_a_date_after_the_register_it_stands_in_is_left_blank(workshop):
    columns = ["site", "resource-date", "start-date"]
    rows = [("A", "2018-05-22", "2022-11-22"), ("B", "2018-05-22", "2017-12-31")]
    pd.DataFrame(rows, columns=columns).to_parquet(workshop.folder / "sites.parquet")
    more = '[options]\nkey = ["site"]\ndates = ["resource_date", "start_date"]\nnot_after = "resource_date"'
    workshop.entry("sites", "sites.parquet", "area_table", more)
    assert workshop.run().notes["sites"] == ["1 dates in start_date follow resource_date and are left blank"]
    assert workshop.table("sites")["start_date"].map(str).tolist()[1] == "2017-12-31"
    assert workshop.table("sites")["start_date"].isna().tolist() == [True, False]


SIZE = '[size]\nunchecked = "a test"\n'
AREAS = """
[options]
floor = {floor}
[options.areas]
E47000001 = {{ workbooks = {{ {books} }}, districts = [{districts}] }}
"""
TWO_DISTRICTS = '"E08000003", "E08000006"'


def _projections(workshop, books='GM = "Greater Manchester"', districts=TWO_DISTRICTS, floor=10):
    more = SIZE + AREAS.format(books=books, districts=districts, floor=floor)
    workshop.entry("skills", "*.xlsx", "skills_imperative", more)


def _workbook(path, place="Greater Manchester"):
    book = openpyxl.Workbook()
    book.remove(book.active)
    years = [None, 2015, 2019, 2020, 2025, 2035]
    for name in ("Occ T1", "Occ T2", "Ind T1", "Ind T2", "Qual T1"):
        sheet = book.create_sheet(name)
        sheet.append([f"{name} Employment, 2015-2035, {place}"])
        sheet.append(years)
        sheet.append(["Levels (000s)"])
        sheet.append(["11 Managers", 70, 80, 93.8, 87.8, 96.8])
        sheet.append(["63 Enforcement", 1.3, 1.2, 1.5, 1.2, 1.3])
        sheet.append(["All occupations", 71.3, 81.2, 95.3, 89, 98.1])
        sheet.append(["11 Managers", 1, 2, 3, 4, 5])  # the next block: shares
    sheet = book.create_sheet("RD T1")
    head = ["2020", "2035", "Net Change", "Replacement Demand level", "Total Requirement"]
    sheet.append(["All qualifications (Constrained)", *head])
    sheet.append(["11 Managers", 93.8, 96.8, 3.0, 46.6, 49.6])
    sheet.append(["RQF8 Doctorate (Constrained)", *head])
    sheet.append(["11 Managers", 1.4, 2.0, 0.6, 0.9, 1.5])
    book.save(path)


def test_workbooks_give_employment_and_jobs_to_be_filled_down_to_the_floor(workshop):
    _workbook(workshop.folder / "GM.xlsx")
    _projections(workshop)
    assert workshop.run().refused == {}
    table = workshop.table("skills").set_index(["breakdown", "item", "qualification", "measure", "year"])
    managers = ("occupation", "11 Managers", "All qualifications", "employment", 2035)
    assert table.loc[managers].to_dict() == {"area_code": "E47000001", "value": 96.8, "status": ""}
    few = table.loc[("occupation", "63 Enforcement", "All qualifications", "employment", 2035)]
    assert few.status == "c"
    assert few.value != few.value  # NULL: fewer than 10,000 people
    by_level = table.xs("occupation by qualification").value
    assert by_level[("11 Managers", "All qualifications", "total requirement", 2035)] == 49.6
    assert by_level.xs("RQF8 Doctorate", level="qualification").isna().all()


def test_two_workbooks_of_one_area_are_added_up_before_small_cells_are_hidden(workshop):
    _workbook(workshop.folder / "M.xlsx", "Manchester")
    _workbook(workshop.folder / "S.xlsx", "Salford")
    _projections(workshop, 'M = "Manchester", S = "Salford"', floor=3)
    assert workshop.run().refused == {}
    table = workshop.table("skills").set_index(["breakdown", "item", "qualification", "measure", "year"])
    assert set(table.area_code) == {"E47000001"}
    few = ("occupation", "63 Enforcement", "All qualifications", "employment")
    assert table.loc[(*few, 2020)].value == 3.0, "1.5 in each of two, over the floor of 3 only together"
    assert table.loc[(*few, 2019)].status == "c"


@pytest.mark.parametrize(
    ("districts", "why"),
    [
        ('"E08000003"', "it lacks E08000006"),
        ('"E08000003", "E08000006", "E08000016"', "it has E08000038 besides"),
    ],
)
def test_a_workbook_of_other_districts_does_not_stand_for_an_area_of_its_name(workshop, districts, why):
    _workbook(workshop.folder / "GM.xlsx")
    _projections(workshop, districts=districts)
    assert workshop.only_refusal() == (
        f"GM: does not stand for E47000001 (Greater Manchester): {why}, correct its districts"
    )


def test_a_workbook_of_another_name_is_refused(workshop):
    _workbook(workshop.folder / "GM.xlsx", "North East")
    _projections(workshop)
    assert workshop.only_refusal().startswith("GM.xlsx, row 1: is of 'North East' where the register expects")


def test_a_file_that_is_no_workbook_is_refused(workshop):
    workshop.source("GM.xlsx", "not a workbook")
    _projections(workshop)
    assert workshop.only_refusal() == "GM.xlsx: is not a workbook that can be read, download it again"


def test_an_r_table_is_placed_dated_and_its_marks_kept(workshop):
    columns = ["Area", "metric", "metricNeat", "Breakdown", "Subgroup", "Period", "valueText"]
    rows = [
        ("Manchester LADU", "all", "", "Total", "Total", "Jan 2024-Dec 2024", "480000"),
        ("Greater Manchester MCA", "all", "", "Total", "Total", "AY23/24", "low"),
        ("England", "vacancies", "", "Total", "Total", "Jul-25", "67355"),
        ("England", "rate", "", "Age", "Unknown", "AY23/24", "Inf"),
        ("Dorset LSIP", "all", "", "Total", "Total", "2035", "1"),
    ]
    rdata.write_rds(workshop.folder / "hub.rds", pd.DataFrame(rows, columns=columns).astype("object"))
    workshop.entry("hub", "hub.rds", "local_skills", SIZE)
    outcome = workshop.run()
    assert outcome.refused == {}
    cells = [(r.area_code, str(r.period), r.duration, r.status) for r in workshop.table("hub").itertuples()]
    assert cells == [
        ("E08000003", "2024-01-01", "P1Y", ""),
        ("E47000001", "2023-08-01", "P1Y", "low"),
        ("E92000001", "2023-08-01", "P1Y", "z"),
        ("E92000001", "2025-07-01", "P1M", ""),
    ]
    assert workshop.table("hub")["value"].abs().max() == 480000, "a rate of nobody is no figure"
    assert "1 row of skills improvement plan areas" in outcome.notes["hub"][0]
