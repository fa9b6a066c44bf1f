"""Disclosure rules: what the register asks for is done before anything is written, for one audience."""

import pandas as pd
import pytest

from tests.ingest.disclosure.people import HEAD, MANCHESTER, PEOPLE, SUMS, _entry


@pytest.fixture
def people(workshop):
    """people(rule, protection, text) -> {(area, series): value or status} as the public may see it."""

    def people(rule: str, protection: str, text: str = PEOPLE):
        workshop.source("people.csv", text)
        _entry(workshop, "people", rule, protection)
        assert workshop.run().refused == {}
        rows = workshop.table("people").itertuples()
        return {(r.area_code, r.series): r.status if pd.isna(r.value) else r.value for r in rows}

    return people


def test_a_small_count_is_hidden_and_so_is_what_would_give_it_away(people):
    assert people("suppress", SUMS) == {
        (MANCHESTER, "All"): 43,
        (MANCHESTER, "Men"): "c",
        (MANCHESTER, "Women"): "c",
    }


def test_counts_that_add_up_to_nothing_published_are_hidden_alone(people):
    cells = people("suppress", "[protection]\nbelow = 5")
    assert cells == {(MANCHESTER, "All"): 43, (MANCHESTER, "Men"): "c", (MANCHESTER, "Women"): 40}


def test_a_small_district_takes_another_with_it_because_the_region_is_their_sum(people):
    text = HEAD + "E08000003,2023,All,4\nE08000006,2023,All,90\nE47000001,2023,All,94\n"
    cells = people("suppress", "[protection]\nbelow = 5\nnested = true", text)
    assert cells == {(MANCHESTER, "All"): "c", ("E08000006", "All"): "c", ("E47000001", "All"): 94}


def test_every_count_is_rounded_from_its_true_figure(people):
    text = PEOPLE.replace("43", "42.5").replace(",3\n", ",2.5\n")
    cells = people("round", "[protection]\nbase = 5", text)
    assert cells == {(MANCHESTER, "All"): 45, (MANCHESTER, "Men"): 5, (MANCHESTER, "Women"): 40}


def test_named_cells_are_withheld(people):
    cells = people("withhold", '[protection]\ncells = [{ series = "Women", area_code = "E08000003" }]')
    assert cells == {(MANCHESTER, "All"): 43, (MANCHESTER, "Men"): 3, (MANCHESTER, "Women"): "c"}


def test_the_office_keeps_the_true_figures_and_no_public_file_holds_them(workshop):
    workshop.source("people.csv", PEOPLE)
    _entry(workshop, "people", "suppress", SUMS)
    _entry(workshop, "people_in_full", "none", "", audience="office")
    assert workshop.run().refused == {}
    assert sorted(workshop.table("people_in_full", "office").value) == [3, 40, 43]
    assert {path.stem for path in (workshop.out / "public").glob("people*")} == {"people"}
    assert workshop.table("people").value.dropna().tolist() == [43]
    assert "people_in_full" not in set(workshop.table("datasets").dataset)


def test_counts_of_a_table_that_is_no_series_are_hidden_in_the_columns_it_names(workshop):
    flows = pd.DataFrame({"home": ["A", "B"], "work": ["B", "B"], "people": [2, 30]})
    flows.to_parquet(workshop.folder / "flows.parquet")
    more = '[options]\nkey = ["home", "work"]\n[protection]\nbelow = 5\ncolumns = ["people"]'
    workshop.entry("flows", "flows.parquet", "area_table", more)
    path = workshop.register / "flows.toml"
    path.write_text(path.read_text("utf-8").replace('"none"', '"suppress"'), "utf-8")
    assert workshop.run().refused == {}
    assert workshop.table("flows").people.fillna(-1).tolist() == [-1, 30]


@pytest.mark.parametrize(
    ("rule", "protection", "sentence"),
    [
        ("suppress", "", "disclosure = 'suppress' needs a number above zero as protection.below"),
        (
            "round",
            "[protection]\nbase = 0",
            "disclosure = 'round' needs a number above zero as protection.base",
        ),
        ("withhold", "", "needs audience = 'office', or protection.cells"),
        ("withhold", '[protection]\ncells = [{ series = "Girls" }]', "no cell is {'series': 'Girls'}"),
        ("suppress", SUMS, "the parts of"),
    ],
)
def test_a_rule_that_cannot_be_applied_keeps_the_dataset_out(workshop, rule, protection, sentence):
    workshop.source("people.csv", PEOPLE.replace("All,43", "All,50") if "parts" in sentence else PEOPLE)
    _entry(workshop, "people", rule, protection)
    assert sentence in workshop.only_refusal()
    assert not (workshop.out / "public" / "people.parquet").exists()


CHOSEN = (
    '[protection]\nbelow = 5\nsums = [{ total = { series = "All" }, parts = { series = "!All" } }, '
    '{ total = { area_code = "E47000001" }, parts = { area_code = "E08*" } }]'
)


def test_a_sum_may_be_over_any_columns_with_beginnings_and_all_but_one(people):
    text = HEAD + "".join(
        f"{area},2023,{who},{n}\n"
        for area, counts in {
            MANCHESTER: (3, 40, 43),
            "E08000006": (20, 30, 50),
            "E47000001": (23, 70, 93),
        }.items()
        for who, n in zip(("Men", "Women", "All"), counts, strict=True)
    )
    cells = people("suppress", CHOSEN, text)
    hidden = {key for key, value in cells.items() if value == "c"}
    assert hidden == {(area, who) for area in (MANCHESTER, "E08000006") for who in ("Men", "Women")}


def test_a_sum_with_a_figure_that_nobody_has_gives_nothing_away(people):
    cells = people("suppress", CHOSEN, PEOPLE.replace("Women,40", "Women,"))
    assert cells == {(MANCHESTER, "All"): 43, (MANCHESTER, "Men"): "c", (MANCHESTER, "Women"): "x"}
