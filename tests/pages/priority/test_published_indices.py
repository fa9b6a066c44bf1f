"""The two published indices, worked out again from what is served, for every neighbourhood of England."""

import numpy as np
import pytest

from dashboard.methods.priority.index import IMD_WEIGHTS, deri, imd_score


@pytest.fixture(scope="module")
def imd(store):
    return store.arrow("SELECT * FROM imd_2025 ORDER BY lsoa21_code").to_pandas()


@pytest.fixture(scope="module")
def recomputed(imd):
    return imd_score({name: imd[f"{name.lower()}_rank"] for name in IMD_WEIGHTS}, len(imd))


def test_the_2025_score_comes_out_of_its_domains_for_every_neighbourhood(imd, recomputed):
    assert len(imd) == 33_755
    assert np.abs(recomputed - imd.imd_score).max() < 0.001


def test_the_2025_deciles_come_out_of_the_recomputed_score(imd, recomputed):
    ranks = (-recomputed).argsort(kind="stable").argsort(kind="stable") + 1
    assert (np.ceil(ranks / len(imd) * 10) == imd.imd_decile).all()


def test_the_risk_of_digital_exclusion_is_the_mean_of_its_three_parts(store):
    table = store.arrow("SELECT * FROM deri").to_pandas()
    parts = (table[f"{part}_comp_national"] for part in ("demography", "deprivation", "broadband"))
    assert len(table) == 32_844
    np.testing.assert_allclose(deri(*parts), table.deri_score_national, atol=1e-9)


def test_the_parts_carried_to_the_areas_of_2021_still_make_the_score(site):
    names = ["risk", "broadband", "demography", "deprivation"]
    held = [site.observations(site.indicators[f"digital/exclusion_{name}"], "E47000001") for name in names]
    risk, *parts = held
    for code in risk.areas():
        whole = risk.latest(code)
        if whole is not None:
            assert whole.value == pytest.approx(
                np.mean([part.latest(code).value for part in parts]), abs=1e-9
            )
