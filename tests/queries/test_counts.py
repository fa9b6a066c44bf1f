"""What an indicator's counts are is stated: chance limits may be worked out from full counts only."""

import pytest

from dashboard.catalogue.indicators import load_indicators
from dashboard.datastore.datasets import counts_of
from dashboard.ingest.register.rules import COUNTS
from tests.conftest import ROOT

pytestmark = pytest.mark.core

COUNTED = {
    name: indicator
    for name, indicator in load_indicators(ROOT / "queries").items()
    if indicator.statistic in ("proportion", "rate") and "numerator" in indicator.sql
}


@pytest.mark.parametrize("name", sorted(COUNTED))
def test_every_dataset_that_gives_numerator_and_denominator_states_how_they_were_counted(store, name):
    said = counts_of(store, COUNTED[name])
    assert said, "no dataset of counts is read"
    assert said <= set(COUNTS), "a dataset does not state `counts`, add it to its entry"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("housing/long_term_vacant", {"full"}),
        ("employment/business_survival_one_year", {"rounded"}),
        ("housing/overcrowding", {"perturbed"}),
        ("transport/road_casualties", {"full", "modelled"}),
    ],
)
def test_of_administrative_records_the_census_and_estimates_each_is_what_it_is(store, name, kinds):
    assert counts_of(store, COUNTED[name]) == kinds


def test_rounded_counts_say_to_what(store):
    rounded = store.rows("SELECT dataset, rounding FROM datasets WHERE counts = 'rounded'")
    assert {"business_counts", "imd_2025_indicators"} <= {name for name, _ in rounded}
    assert all(to > 1 for _, to in rounded)
