"""The publishers' own files, through the production path: the figures we know, the traps, the bytes."""

import json
import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from dashboard.ingest import adapters
from dashboard.ingest.refresh_request import RefreshRequest
from dashboard.ingest.register.entry import load_source
from dashboard.ingest.register.unread import not_read, unread
from dashboard.ingest.run import refresh

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
PUBLISHED = ROOT / "data" / "public"
REBUILT = (
    "areas", "claimant_count", "children_in_relative_poverty", "gigabit_capable_broadband_history", "peers",
    "deri", "vacant_homes",
)  # fmt: skip


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory):
    """A fresh run over some of the real files."""
    out = tmp_path_factory.mktemp("data")
    order = RefreshRequest(SOURCES, out, ROOT / "data" / "sources", frozenset(REBUILT))
    outcome = refresh(order, build=lambda: None)  # the figures are looked at in the parquet
    assert outcome.refused == {}
    return out / "public"


def _table(name: str) -> pd.DataFrame:
    return pd.read_parquet(PUBLISHED / f"{name}.parquet")


def _value(name: str, series: str, period: date, area: str) -> float:
    table = _table(name)
    (value,) = table[(table.series == series) & (table.period == period) & (table.area_code == area)].value
    return value


MANCHESTER, GREATER_MANCHESTER, ENGLAND = "E08000003", "E47000001", "E92000001"
YEAR = date(2023, 1, 1)


@pytest.mark.parametrize(
    ("name", "series", "period", "area", "figure", "decimals"),
    [
        ("claimant_count", "Claimant Count", date(2025, 1, 1), MANCHESTER, 6.0, 1),
        ("claimant_count", "Claimant Count", date(2025, 1, 1), GREATER_MANCHESTER, 4.9, 1),
        ("claimant_count", "Claimant Count", date(2025, 1, 1), ENGLAND, 4.0, 1),
        ("employment_rate", "Employment rate", YEAR, MANCHESTER, 71.4, 1),
        ("employment_rate", "Employment rate", YEAR, GREATER_MANCHESTER, 71.9, 1),
        ("employment_rate", "Employment rate", YEAR, ENGLAND, 76.0, 1),
        ("gross_median_weekly_pay", "Gross median weekly pay", date(2025, 4, 30), MANCHESTER, 589.30, 2),
        ("gross_median_weekly_pay", "Gross median weekly pay", date(2025, 4, 30), ENGLAND, 648.40, 2),
        ("apprenticeships", "Apprenticeship starts (England)", date(2024, 8, 1), MANCHESTER, 724, 0),
        ("apprenticeships", "Apprenticeship starts (England)", date(2024, 8, 1), ENGLAND, 959, 0),
        ("gross_value_added", "Gross value added per hour worked", YEAR, MANCHESTER, 44.77, 2),
        ("gross_value_added", "Gross value added per hour worked", YEAR, GREATER_MANCHESTER, 39.77, 2),
        ("gross_value_added", "Gross value added per hour worked", YEAR, ENGLAND, 42.39, 2),
        ("gross_value_added", "Gross value added per filled job", YEAR, ENGLAND, 67338, 0),
        ("population_count", "Population count", date(2024, 6, 30), MANCHESTER, 589670, 0),
        ("population_count", "Population count", date(2024, 6, 30), GREATER_MANCHESTER, 3009664, 0),
        ("population_count", "Population count", date(2024, 6, 30), ENGLAND, 58620101, 0),
        (
            "public_electric_vehicle_chargers",
            "Public electric vehicle chargers",
            date(2026, 4, 1),
            MANCHESTER,
            116,
            0,
        ),
        (
            "public_electric_vehicle_chargers",
            "Public electric vehicle chargers",
            date(2026, 4, 1),
            ENGLAND,
            170,
            0,
        ),
        ("gigabit_capable_broadband", "Gigabit capable broadband", date(2026, 1, 1), MANCHESTER, 90.0, 1),
    ],
)
def test_a_known_figure_is_in_the_snapshot(name, series, period, area, figure, decimals):
    assert round(_value(name, series, period, area), decimals) == figure


@pytest.mark.full
@pytest.mark.sources
def test_the_committed_snapshot_is_what_the_sources_give_byte_for_byte(rebuilt):
    committed = json.loads((PUBLISHED / "manifest.json").read_text("utf-8"))["files"]
    made = json.loads((rebuilt / "manifest.json").read_text("utf-8"))["files"]
    made = {name: entry for name, entry in made.items() if name not in ("datasets.parquet", "series.parquet")}
    assert len(made) == len(REBUILT) + 3  # the areas come with membership, recodes and unions
    assert {name: entry["sha256"] for name, entry in made.items()} == {
        name: committed[name]["sha256"] for name in made
    }


@pytest.mark.full
@pytest.mark.sources
@pytest.mark.parametrize("name", ["claimant_count", "gross_value_added"])
def test_with_its_two_new_codes_every_english_district_has_figures(name):
    areas = _table("areas")
    districts = set(areas[areas.current & (areas.level == "district")].area_code)
    table = _table(name).dropna(subset="value")
    assert len(districts) == 296
    assert districts <= set(table.area_code)


def _says(path: Path, name: str) -> bool:
    """Whether a cell of the file is this name, whatever code the publisher gave it."""
    return re.search(rf'(?m)(?:^|,)"?{name}"?(?:,|\r?$)', path.read_text("utf-8-sig")) is not None


@pytest.mark.full
@pytest.mark.sources
def test_england_and_the_regions_stand_in_every_table_whose_publisher_gives_them():
    """Under whatever code: output per hour has England as TLB, and was said to have no figure of it."""
    lost = []
    for entry in sorted((ROOT / "data" / "sources").glob("*.toml")):
        source = load_source(entry, adapters.NAMES)
        # The entry of culture says why its regions are left out: their limits lie below their figures.
        if source.adapter != "ons_local_statistics" or source.dataset == "culture":
            continue
        held = set(_table(source.dataset).area_code)
        wanted = {"England": ENGLAND, "London": "E12000007", "East of England": "E12000006"}
        path = source.one_file(SOURCES)
        lost += [
            (source.dataset, name) for name, code in wanted.items() if _says(path, name) and code not in held
        ]
    assert lost == []


@pytest.mark.full
@pytest.mark.sources
def test_every_file_of_the_sources_is_read_or_has_a_reason_why_not():
    register = ROOT / "data" / "sources"
    entries = [load_source(path, adapters.NAMES) for path in register.glob("*.toml")]
    assert unread(entries, SOURCES, register) == []
    assert all((SOURCES / name).exists() and len(why) > 30 for name, why in not_read(register).items())


@pytest.mark.full
@pytest.mark.sources
def test_barnsley_and_sheffield_are_counted_once_where_both_codes_are_published(rebuilt):
    table = pd.read_parquet(rebuilt / "children_in_relative_poverty.parquet")
    assert not table.area_code.isin(["E08000016", "E08000019"]).any()
    assert table[table.area_code.isin(["E08000038", "E08000039"])].groupby("area_code").size().tolist() == [
        6,
        6,
    ]


@pytest.mark.full
@pytest.mark.sources
def test_gigabit_has_nine_points_and_the_wrong_label_is_put_right(rebuilt):
    table = pd.read_parquet(rebuilt / "gigabit_capable_broadband_history.parquet")
    assert table["period"].nunique() == 9
    late = table[table["released"] == date(2026, 1, 12)]
    assert late["period"].unique().tolist() == [date(2025, 7, 1)]


def test_every_casualty_is_kept_and_placed():
    table = _table("road_casualties")
    assert len(table) == 20435
    assert table["collision"].nunique() == 15645
    assert int(table.duplicated().sum()) == 769
    assert (table[["lsoa21_code", "ward_code", "district_code"]] != "").all().all()


def test_the_deri_score_is_the_mean_of_its_components():
    table = _table("deri")
    parts = table[["broadband_comp_national", "demography_comp_national", "deprivation_comp_national"]]
    assert float((parts.mean(axis=1) - table["deri_score_national"]).abs().max()) < 1e-9


def test_the_places_are_all_there():
    areas = _table("areas")
    assert areas[areas.current].groupby("level").size().to_dict() == {
        "combined_authority": 15, "country": 3, "county": 21, "district": 296, "lsoa": 33755, "msoa": 6856,
        "region": 9, "ward": 6784,
    }  # fmt: skip
    within = _table("membership").query("within == 'E47000001'").area_code.str[:3].value_counts()
    assert within.to_dict() == {"E01": 1702, "E02": 353, "E05": 215, "E08": 10}


def test_every_dataset_says_whose_it_is_and_on_what_terms():
    datasets = _table("datasets")
    for column in (
        "title",
        "publisher",
        "licence",
        "source_url",
        "description",
        "owner",
        "cadence",
        "next_release",
    ):
        assert (datasets[column].str.strip() != "").all(), column


def test_the_snapshot_stays_small():
    assert (
        sum(path.stat().st_size for path in PUBLISHED.glob("*.parquet")) < 30_000_000
    )  # of the 60 million bytes that it may have
