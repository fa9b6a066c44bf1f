"""The real table of skills projections: nothing that it hides can be worked out."""

import pandas as pd
import pytest

from dashboard.ingest import adapters
from dashboard.ingest.disclosure.check import disclosed
from dashboard.ingest.register.entry import load_source
from dashboard.settings import ROOT


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
