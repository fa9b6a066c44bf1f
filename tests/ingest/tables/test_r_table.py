"""R tables are read as R wrote them: text, numbers, factors and what is missing."""

import gzip
import math

import pandas as pd
import pytest
import rdata

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.r_table import read_r_table
from tests.ingest.cut import CUTS


def saved(folder, frame):
    rdata.write_rds(folder / "table.rds", frame)
    return folder / "table.rds"


def test_text_numbers_and_what_is_missing_come_back_as_they_were(tmp_path):
    frame = pd.DataFrame({"area": ["Bury", None, "Méndez"], "n": [1.5, math.nan, -2.0], "year": [1, 2, 3]})
    found = read_r_table(saved(tmp_path, frame.astype({"area": "object"})))
    assert found["area"].fillna("-").tolist() == ["Bury", "-", "Méndez"]
    assert found["n"].tolist()[::2] == [1.5, -2.0]
    assert math.isnan(found["n"][1])
    assert found["year"].tolist() == [1, 2, 3]


def test_a_factor_is_its_levels(tmp_path):
    frame = pd.DataFrame({"sex": pd.Categorical(["Male", None, "Female"])})
    found = read_r_table(saved(tmp_path, frame))
    assert found["sex"].fillna("-").tolist() == ["Male", "-", "Female"]


@pytest.mark.filterwarnings("ignore:Missing constructor for R class")
def test_the_publishers_table_is_what_another_reader_makes_of_it():
    path = CUTS / "skills" / "C_datahub.rds"
    ours, theirs = read_r_table(path), rdata.read_rds(path)
    assert list(ours) == list(theirs)
    for name in ours:
        assert ours[name].fillna("-").tolist() == theirs[name].fillna("-").tolist(), name


@pytest.mark.parametrize("made", [lambda raw: raw[:-9], lambda raw: raw + b"\0", lambda raw: b"RDX3\n" + raw])
def test_what_is_cut_short_or_something_else_is_refused(tmp_path, made):
    path = saved(tmp_path, pd.DataFrame({"area": ["Bury", "Bolton"]}).astype("object"))
    path.write_bytes(gzip.compress(made(gzip.decompress(path.read_bytes()))))
    with pytest.raises(Refused, match="is not a readable R file with one table"):
        read_r_table(path)


def test_an_r_object_that_is_no_table_is_refused(tmp_path):
    rdata.write_rds(tmp_path / "list.rds", [1, 2, 3])
    with pytest.raises(Refused):
        read_r_table(tmp_path / "list.rds")
