"""Areas of local skills improvement plans stand for city regions of the very same districts alone."""

import tomllib

import pandas as pd
import pytest

from tests.conftest import ROOT, SOURCES


@pytest.mark.sources
@pytest.mark.parametrize("dataset", ["labour_market", "job_adverts"])
def test_a_plan_area_that_stands_for_a_city_region_has_its_districts(site, dataset):
    entry = (ROOT / "data" / "sources" / f"{dataset}.toml").read_text("utf-8")
    codes = tomllib.loads(entry)["options"]["codes"]
    lookup = pd.read_excel(SOURCES / "skills" / "LSIP_lookup.xlsx", engine="calamine")
    districts = lookup.groupby("LSIP23CD").LAD23CD.agg(set)
    recoded = {"E08000016": "E08000038", "E08000019": "E08000039"}
    for plan, region in codes.items():
        here = {recoded.get(code, code) for code in districts[plan]}
        assert here == {area.code for area in site.geography.members(region)}, plan
