"""A name stands for a place only where what it counts is in proportion to who lives there."""

import json

import pandas as pd
import pytest

from dashboard.ingest import adapters
from dashboard.ingest.register.entry import load_source
from tests.conftest import ROOT

MANCHESTER, SALFORD, REGION, ENGLAND = "E08000003", "E08000006", "E47000001", "E92000001"
RESIDENTS = {MANCHESTER: 500_000, SALFORD: 250_000, REGION: 750_000, ENGLAND: 50_000_000}
PUPILS = {"Manchester": 10_000, "Salford": 5_000, "England": 1_000_000}
RULE = '{ of = { series = "Pupils" }, factor = 1.5, nested = 0.01 }'
SET_ASIDE = f'set_aside = [{{ area_code = "{SALFORD}", series = ["Pupils", "Teachers"] }}]'


@pytest.fixture
def tool(workshop):
    """tool(counts, more): what a run says of a table of Pupils by name, by RULE."""

    def tool(counts: dict[str, float], more: str = "", size: bool = True):
        years = {
            "areacd": [*RESIDENTS],
            "value": [*RESIDENTS.values()],
            "xDomainNumb": [2023] * len(RESIDENTS),
        }
        (workshop.folder / "people.json").write_text(json.dumps(years), "utf-8")
        rows = [(series, "", "2024", name, str(n)) for series in ("Pupils", "Teachers", "Rate")
                for name, n in counts.items()]  # fmt: skip
        columns = ["Short Desc", "Data item", "Years", "LA and Regions", "Values"]
        pd.DataFrame(rows, columns=columns).to_parquet(workshop.folder / "tool.parquet")
        said = f'[size]\nresidents = "people.json"\nrules = [{RULE}]\n{more}\n' if size else ""
        names = f'[options.names]\n"Greater Manchester" = "{REGION}"'
        workshop.entry("tool", "tool.parquet", "lait", f'{said}[options]\nfiscal = "x"\n{names}')
        return workshop.run()

    return tool


def test_what_is_in_proportion_is_published(tool, workshop):
    assert tool(PUPILS).refused == {}
    assert workshop.table("tool").value.notna().all()


@pytest.mark.parametrize(("pupils", "times"), [(8_000, "1.60"), (3_000, "0.60")])
def test_a_name_with_far_more_or_fewer_than_its_residents_make_likely_is_refused(
    tool, workshop, pupils, times
):
    """As "North East", four districts in 2023, had 0.24 jobs a resident of today's seven."""
    tool(PUPILS | {"Salford": pupils})
    assert (
        f"Salford in 2023 has {times} times what its 250,000 residents make likely" in workshop.only_refusal()
    )


def test_usual_is_what_england_has_and_not_what_most_places_have(tool, workshop):
    """Both districts alike at twice England's share: the middle place would find them in proportion."""
    tool({"Manchester": 20_000, "Salford": 10_000, "England": 1_000_000})
    assert "has 2.00 times what its" in workshop.only_refusal()


def test_of_a_place_with_few_residents_nothing_is_asked(tool, workshop, monkeypatch):
    monkeypatch.setitem(RESIDENTS, SALFORD, 19_999)  # as the City of London: more jobs than people
    assert tool(PUPILS).refused == {}


def test_a_region_that_is_not_its_districts_is_refused(tool, workshop):
    tool(PUPILS | {"Greater Manchester": 14_000})
    assert "Greater Manchester has 14,000 where its districts have 15,000" in workshop.only_refusal()


def test_what_is_known_to_be_another_places_stays_blank_and_the_rest_is_read(tool, workshop):
    outcome = tool(PUPILS | {"Salford": 500}, SET_ASIDE)
    assert outcome.refused == {}
    table = workshop.table("tool").set_index(["area_code", "series"])
    assert table.loc[(SALFORD, ["Pupils", "Teachers"]), "status"].tolist() == ["x", "x"]
    assert table.loc[(SALFORD, ["Pupils", "Teachers"]), "value"].isna().all()
    assert table.loc[(SALFORD, "Rate"), "value"] == 500
    assert "2 figures of [size] set_aside left blank" in outcome.notes["tool"]


def test_when_the_publisher_has_mended_it_the_report_says_so(tool):
    said = "E08000006 is in proportion now: take it out of [size] set_aside"
    assert said in tool(PUPILS, SET_ASIDE).notes["tool"]


def test_an_entry_of_names_without_a_size_is_refused(tool, workshop):
    tool(PUPILS, size=False)
    assert "names its places, add [size]" in workshop.only_refusal()


def test_a_rule_about_rows_that_are_not_there_is_refused(tool, workshop):
    tool(PUPILS)
    path = workshop.register / "tool.toml"
    path.write_text(path.read_text("utf-8").replace('series = "Pupils"', 'series = "Pupil"'), "utf-8")
    assert "which is not in the data, correct it" in workshop.only_refusal()


def test_every_entry_of_names_says_how_it_is_held_and_by_which_factor():
    entries = [load_source(path, adapters.NAMES) for path in (ROOT / "data" / "sources").glob("*.toml")]
    named = {entry.dataset: entry.size for entry in entries if adapters.gives_place_names(entry)}
    assert {"lait", "local_skills", "skills_imperative", "skills_imperative_detail"} <= named.keys()
    assert all(len(size.get("unchecked", "")) > 30 or size["rules"] for size in named.values())


def test_three_districts_of_the_local_skills_hub_are_parts_of_what_they_are_called(store):
    """Somerset's 94,500 people of 16 and over are those of one of its four former districts."""
    rows = store.rows(
        "SELECT area_code, count(*), count(value) FROM local_skills "
        "WHERE metric IN ('all', 'qualL4', 'enterpriseCount') AND breakdown = 'Total' "
        "AND area_code IN ('E06000063', 'E06000064', 'E06000065', 'E06000066') GROUP BY 1 ORDER BY 1"
    )
    assert [(code, known > 0) for code, _, known in rows] == [
        ("E06000063", False), ("E06000064", False), ("E06000065", True), ("E06000066", False),
    ]  # fmt: skip
