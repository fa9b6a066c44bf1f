"""Every indicator, by DuckDB and by a real Spark cluster over the same parquet, is the same file."""

import json
import os

import numpy as np
import pyarrow.parquet as pq
import pytest

from dashboard.catalogue.indicators import load_indicators
from dashboard.engine.materialise import materialise, open_engine, published
from tests.conftest import ROOT

pytest.importorskip("pyspark", reason="requirements-spark.txt is not installed: run `make test-spark`")
pytest.importorskip("sqlglot", reason="requirements-spark.txt is not installed: run `make test-spark`")

from tests.engine.cluster import cluster

pytestmark = pytest.mark.full
# SPARK_ONLY="housing/median_price ..." compares those alone.
ONLY = os.environ.get("SPARK_ONLY", "").split()
INDICATORS = {
    name: item for name, item in load_indicators(ROOT / "queries").items() if not ONLY or name in ONLY
}
NUMBERS = ("value", "lower", "upper", "numerator", "denominator")


@pytest.fixture(scope="module")
def files():
    folders = [ROOT / "data" / audience for audience in ("public", "office")]
    return published(folder for folder in folders if (folder / "manifest.json").exists())


@pytest.fixture(scope="module")
def made(files, tmp_path_factory):
    """The folders that both engines wrote."""
    out = tmp_path_factory.mktemp("engines")
    with open_engine("duckdb", files) as engine:
        materialise(engine, INDICATORS.values(), out / "duckdb")
    with cluster(tmp_path_factory.mktemp("cluster")) as master, open_engine(master, files) as engine:
        assert engine.name == "spark"
        materialise(engine, INDICATORS.values(), out / "spark")
    return out


def test_spark_refuses_none_of_the_products_own_queries(made):
    manifest = json.loads((made / "spark" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["refused"] == {}
    assert set(manifest["indicators"]) == set(INDICATORS)


@pytest.mark.parametrize("name", sorted(INDICATORS))
def test_both_engines_write_the_same(made, name):
    ours, theirs = (pq.read_table(made / engine / f"{name}.parquet") for engine in ("duckdb", "spark"))
    assert ours.num_rows == theirs.num_rows > 0
    assert ours.schema.equals(theirs.schema)
    for column in ours.column_names:
        assert ours[column].is_null().equals(theirs[column].is_null())
        if column in NUMBERS:
            np.testing.assert_allclose(ours[column].to_numpy(), theirs[column].to_numpy(), rtol=1e-9)
        else:
            assert ours[column].equals(theirs[column])
