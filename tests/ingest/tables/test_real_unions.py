"""Where a publisher has a county and all the districts that became one with it, the figures agree."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT.parent / "shared" / "sources" / "housing" / "net-additional-dwellings.csv"


@pytest.mark.full
@pytest.mark.sources
@pytest.mark.skipif(not FILE.exists(), reason="the publishers' files are not here")
def test_counties_that_became_one_district_have_the_sum_of_its_old_districts():
    options = tomllib.loads((ROOT / "data" / "sources" / "areas.toml").read_text("utf-8"))["options"]
    today = {rule["old"]: rule["new"] for rule in options["recodes"]}
    raw = pd.read_csv(FILE).dropna(subset="value")
    found = {(row.geography_code, row.date): row.value for row in raw.itertuples()}
    compared, differ = {}, []
    for union in options["unions"]:
        names = [union["new"], *(old for old, new in today.items() if new == union["new"])]
        for name, year in [key for key in found if key[0] in names]:
            old = [found.get((code, year)) for code in union["old"]]
            if None in old:
                continue
            compared[name] = compared.get(name, 0) + 1
            if found[name, year] != sum(old):
                differ.append(found[name, year] - sum(old))
    assert (sum(compared.values()), differ) == (77, [1] * 17)  # whole homes: the county is rounded on its own
    assert all(name.startswith("E10") for name in compared)  # the district itself has none of their years
