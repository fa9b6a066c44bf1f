"""Disclosure rules: what the register asks for is done before anything is written, for one audience."""

import json
from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.datastore.store import DatastoreError
from dashboard.ingest import adapters
from dashboard.ingest.disclosure import audited
from dashboard.ingest.disclosure.check import disclosed
from dashboard.ingest.editions import manifest as publish
from dashboard.ingest.register.entry import load_source
from dashboard.settings import ROOT

OPTIONS = '[options]\narea = "code"\ndate = "year"\nvalue = "n"\nmeasure = "who"\nperiods = "calendar year"\n'
HEAD = "code,year,who,n\n"
PEOPLE = HEAD + "E08000003,2023,Men,3\nE08000003,2023,Women,40\nE08000003,2023,All,43\n"


def _entry(workshop, dataset: str, rule: str, protection: str, audience: str = "public") -> None:
    workshop.entry(dataset, "people.csv", "long_csv", f"{OPTIONS}{protection}", audience=audience)
    path = workshop.register / f"{dataset}.toml"
    path.write_text(path.read_text("utf-8").replace('"none"', f'"{rule}"'), "utf-8")


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


MANCHESTER = "E08000003"
SUMS = '[protection]\nbelow = 5\nsums = [{ column = "series", total = "All", parts = ["Men", "Women"] }]'


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


SHARES = pd.DataFrame(
    {
        "home": ["Bury", "Salford", "Wigan"],
        "numerator": [2.0, 8.0, 90.0],
        "denominator": [32.0, 40.0, 900.0],
        "value": [6.25, 20.0, 10.0],
        "upper": [20.0, 35.0, 12.0],
    }
)
COUNTED = 'columns = ["numerator"]'


@pytest.fixture
def shares(workshop):
    """shares(rule, protection, **columns): SHARES with `columns`, as that rule leaves it."""

    def shares(rule: str, protection: str, **columns):
        SHARES.assign(**columns).to_parquet(workshop.folder / "shares.parquet")
        more = f'[options]\nkey = ["home"]\n[protection]\n{protection}'
        workshop.entry("shares", "shares.parquet", "area_table", more)
        path = workshop.register / "shares.toml"
        path.write_text(path.read_text("utf-8").replace('"none"', f'"{rule}"'), "utf-8")
        if refused := workshop.run().refused:
            return refused["shares"]
        return workshop.table("shares").set_index("home").astype("float64")

    return shares


def test_a_hidden_numerator_takes_the_share_with_it_from_which_it_follows(shares):
    """6.25% of 32 is 2."""
    bury, salford, _ = shares("suppress", f"below = 5\n{COUNTED}").itertuples()
    assert (bury.denominator, salford.value, salford.numerator) == (32, 20, 8)
    assert all(figure != figure for figure in (bury.numerator, bury.value, bury.upper))


def test_a_withheld_numerator_takes_the_share_with_it(shares):
    found = shares("withhold", f'cells = [{{ home = "Bury" }}]\n{COUNTED}')
    assert found.loc["Bury", ["numerator", "value"]].isna().all()
    assert found.loc["Wigan", "value"] == 10


def test_a_rounded_numerator_gives_a_share_that_says_no_more_than_it(shares):
    found = shares("round", f"base = 5\n{COUNTED}")
    assert found.numerator.tolist() == [0, 10, 90]
    assert found.value.tolist() == [0, 25, 10], "100 times the rounded count over the base"
    assert found.upper.isna().all()


def test_several_columns_of_one_fact_are_hidden_together(shares):
    found = shares("suppress", 'below = 35\ncolumns = ["numerator", "denominator"]')
    assert found.loc["Bury", ["numerator", "denominator", "value"]].isna().all()
    assert found.loc["Salford", ["numerator", "denominator", "value"]].isna().all(), "together, or not at all"


def test_sums_of_numerators_are_found_whatever_stands_beside_them(shares):
    sums = 'sums = [{ total = { home = "Wigan" }, parts = { home = "!Wigan" } }]'
    found = shares("suppress", f"below = 5\n{COUNTED}\n{sums}", numerator=[2.0, 88.0, 90.0], value=6.25)
    assert found.numerator.isna().tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("rule", "protection", "columns", "sentence"),
    [
        ("suppress", 'below = 5\ncolumns = ["value"]', {}, "must name numerator as a column of counts"),
        ("suppress", f"below = 5\n{COUNTED}", {"per_home": [0.5, 1, 2]}, "might follow from per_home"),
        ("round", f"base = 5\n{COUNTED}", {"value": [6.3, 20.0, 10.0]}, "value is not numerator over denom"),
        ("round", f'base = 5\n{COUNTED}\ntied = ["men"]', {"men": [1, 4, 40]}, "men cannot be made anew"),
    ],
)
def test_a_count_that_another_column_might_give_away_keeps_the_dataset_out(
    shares, rule, protection, columns, sentence
):
    assert sentence in shares(rule, protection, **columns)


def test_a_column_that_says_nothing_of_the_counts_stays(shares):
    found = shares("suppress", f'below = 5\n{COUNTED}\napart = ["hectares"]', hectares=[7.0, 8.0, 9.0])
    assert found.hectares.tolist() == [7, 8, 9]


def test_a_columns_parts_are_hidden_with_their_total(shares):
    """30 people, 28 of them women: the two men follow unless the row is hidden."""
    protection = 'below = 5\ncolumns = ["numerator", "women", "men"]'
    found = shares("suppress", protection, women=[28, 4, 50], men=[4, 4, 40], numerator=[32.0, 8.0, 90.0])
    assert found.loc["Bury", ["numerator", "women", "men"]].isna().all()
    assert found.loc["Wigan", "women"] == 50


@pytest.fixture(scope="module")
def hidden(settled, tmp_path_factory):
    """A table protected by SUMS and published."""
    workshop = settled.copied(tmp_path_factory.mktemp("hidden"))
    (workshop.out / "sources").symlink_to("../register")  # where a build looks for the rules
    workshop.source("people.csv", PEOPLE)
    _entry(workshop, "people", "suppress", SUMS)
    assert workshop.run().refused == {}
    workshop.serving = True
    return workshop


@pytest.fixture
def published(hidden, tmp_path):
    """What `hidden` holds, whose parquet a test may change as somebody's hand would."""
    workshop = hidden.copied(tmp_path)

    def change(open_again: str, stamped: bool) -> None:
        path = workshop.out / "public" / "people.parquet"
        frame = pd.read_parquet(path)
        frame.loc[frame.series == open_again, ["value", "status"]] = [40.0, ""]
        publish.write_parquet(frame, path)
        manifest = workshop.manifest()
        manifest["files"][path.name]["sha256"] = publish.digest(path)
        if not stamped:
            del manifest["files"][path.name]["protected"]
        (workshop.out / "public" / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    workshop.change = change
    return workshop


def test_the_manifest_says_by_which_rule_a_table_was_protected(published):
    before = published.manifest()["files"]["people.parquet"]["protected"]
    _entry(published, "people", "suppress", SUMS.replace("below = 5", "below = 4"))
    assert published.run().refused == {}
    assert published.manifest()["files"]["people.parquet"]["protected"] != before


def test_a_build_refuses_a_table_in_which_a_hidden_cell_can_be_worked_out(published):
    published.change("Women", stamped=False)
    with pytest.raises(DatastoreError) as refusal:
        published.build()
    said = str(refusal.value)
    assert said.startswith(
        "public/people: the hidden figure of E08000003, Men, 2023-01-01, P1Y lies between 3"
    )
    assert "make refresh" in said
    assert "\n" not in said


def test_a_build_refuses_a_table_whose_hidden_count_follows_from_its_share():
    shown = SHARES.assign(area_code=SHARES.home, status=["c", "", ""], numerator=[None, 8, 90])
    rule = {"below": 5, "columns": ["numerator"]}
    entry = SimpleNamespace(disclosure="suppress", protection=rule, options={"key": ["home"]})
    assert disclosed(shown, entry, None) == ["Bury, Bury follows from its value"]


def test_a_rule_that_was_tightened_is_held_against_what_is_published(published):
    _entry(published, "people", "suppress", SUMS.replace("below = 5", "below = 50"))
    with pytest.raises(DatastoreError, match="public/people: the hidden figure of"):
        published.build()


def test_what_is_protected_by_the_same_rule_is_not_audited_again(published, monkeypatch):
    monkeypatch.setattr(audited, "disclosed", lambda *given: pytest.fail("it was audited"))
    published.build()


@pytest.mark.parametrize(
    "step", [pytest.param(3, marks=pytest.mark.full), pytest.param(1, marks=pytest.mark.soak)]
)
def test_nothing_hidden_in_the_skills_projections_can_be_worked_out(step):
    """The real table: 17,350 cells tied by 11,000 sums, none of them of several places: 9 s of processor
    time. Every third place in `make test`."""
    entry = load_source(ROOT / "data" / "sources" / "skills_imperative.toml", adapters.NAMES)
    table = pd.read_parquet(ROOT / "data" / "public" / "skills_imperative.parquet")
    places = sorted(table.area_code.unique())[::step]
    table = table[table.area_code.isin(places)]
    assert table.status.value_counts()["c"] > 10_000 / step
    assert disclosed(table, entry, None) == []


@pytest.mark.full
def test_one_figure_of_the_skills_projections_shown_again_is_found_out():
    entry = load_source(ROOT / "data" / "sources" / "skills_imperative.toml", adapters.NAMES)
    table = pd.read_parquet(ROOT / "data" / "public" / "skills_imperative.parquet")
    true = pd.read_parquet(ROOT / "data" / "office" / "skills_imperative_detail.parquet").value
    here = table[(table.area_code == "E47000001") & (table.breakdown == "occupation by qualification")]
    secondary = here.index[here.value.isna() & true[here.index].gt(10) & (here.measure == "employment")]
    assert len(secondary)
    shown = here.assign(value=here.value.where(here.index != secondary[0], true))
    shown["status"] = shown.status.where(shown.value.isna(), "")
    assert disclosed(shown, entry, None)


def test_no_open_cell_of_employment_in_the_public_skills_projections_is_below_ten_thousand():
    table = pd.read_parquet(ROOT / "data" / "public" / "skills_imperative.parquet")
    jobs = table[table.measure == "employment"]
    assert jobs.value.min() >= 10  # thousands
    assert set(table.status) == {"", "c"}
    assert set(table[table.value.isna()].status) == {"c"}


def test_no_other_public_table_holds_the_projections_that_this_one_hides():
    hub = pd.read_parquet(ROOT / "data" / "public" / "local_skills.parquet")
    assert "employmentProjection" not in set(hub.metric)
