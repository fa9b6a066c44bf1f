"""A share and the counts it is made of: neither gives the other away."""

from types import SimpleNamespace

import pandas as pd
import pytest

from dashboard.ingest.disclosure.check import disclosed

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


def test_a_build_refuses_a_table_whose_hidden_count_follows_from_its_share():
    shown = SHARES.assign(area_code=SHARES.home, status=["c", "", ""], numerator=[None, 8, 90])
    rule = {"below": 5, "columns": ["numerator"]}
    entry = SimpleNamespace(disclosure="suppress", protection=rule, options={"key": ["home"]})
    assert disclosed(shown, entry, None) == ["Bury, Bury follows from its value"]
