"""Small cuts of the publishers' own files, kept in `tests/ingest/cuts`: one neighbourhood and its districts.

`python -m tests.ingest.cut` makes them anew from ../shared/sources. Every figure in them is a published one;
they are for tests, which spoil them, and lie in the folders in which the register looks for whole files.
"""

import json
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import rdata

from dashboard.ingest.tables.formats.r_table import read_r_table

CUTS = Path(__file__).parent / "cuts"
MSOAS = ("Bury 001", "Bury 002", "Bury 004")
DISTRICTS = ("E08000002", "E08000003", "E08000006", "E08000016")
CODES = (*DISTRICTS, "E47000001", "E12000002", "E92000001")
NAMES = ("Bury", "Manchester", "Salford", "North West", "England")
LINES = 60  # at least, of a long CSV, the newest
YEARS = (2019, 2021, 2022, 2023, 2024)
TABLES = {  # parquet -> the column by which its rows are kept
    "census-2021/household_tenure21_lsoa21": "lsoa21_code",
    "commuting/odwp01ew_msoa_flows": "from",
    "deprivation/imd2025_england_lsoa21": "lsoa21_code",
    "digital-exclusion/deri-v1.6-lsoa11": "lsoa11_code",
    "housing/brownfield-sites-gm": "lsoa21cd",
    "transport/tfgm_stops": "lsoa21cd",
    "skills/schools-gm": "lsoa21cd",
    "ons-geography/lookup_lsoa11_lsoa21_ltla22": "lsoa21_code",
    "ons-geography/lookup_lsoa21_ward24_ltla24": "lsoa21_code",
    "population/population_sya_2017_19_20": "lsoa11_code",
}


def main(sources: Path) -> None:
    """Writes every cut."""
    lookup = pd.read_parquet(sources / "ons-geography/lookup_lsoa21_ward24_ltla24.parquet")
    near = lookup[lookup.lsoa21_name.str[:-1].isin(MSOAS)]
    codes = _geography(sources, set(near.lsoa21_code), set(near.ward24_code))
    for name, column in TABLES.items():
        frame = pd.read_parquet(sources / f"{name}.parquet")
        _parquet(frame[frame[column].isin(codes)].head(400), f"{name}.parquet")
    for name, codes in (("employment-rate", CODES), ("business-demography", ("E08000002", "E92000001"))):
        path = f"ons-local-statistics/{name}"
        _lines(sources, f"{path}.csv", lambda text, of=codes: text.startswith(of))
        _write(f"{path}.json", (sources / f"{path}.json").read_bytes())
    _lines(sources, "housing/vacant-homes.csv", lambda text: any(code in text for code in CODES))
    _lines(sources, "housing/median-house-prices.csv", lambda text: any(code in text for code in CODES))
    _lines(sources, "rents/pipr_average_rent_2026-07.csv", lambda text: not text.startswith("E07"))
    _homelessness(sources)
    for path in sorted((sources / "ons-peer-groups").glob("*.csv")):
        _lines(sources, f"ons-peer-groups/{path.name}", lambda text: text.startswith(CODES))
    for path in sorted((sources / "ons-local-statistics-history/gigabit-capable-broadband").glob("2025-*")):
        _lines(sources, path.relative_to(sources).as_posix(), lambda text: text.startswith(CODES))
    _lines(sources, "transport/stats19-casualties-gm-2019-2024h1.csv", lambda text: ",Bury," in text)
    _stations(sources)
    _payrolls(sources)
    _universal_credit(sources)
    _vintages(sources)
    _columns(sources)
    _by_name(sources)
    _workbooks(sources)


def _geography(sources: Path, lsoas: set[str], wards: set[str]) -> set[str]:
    """The geography of the LSOAs; gives all codes of small areas that are kept."""
    home = "ons-geography"
    topology = json.loads((sources / home / "areas.topo.json").read_text("utf-8"))
    for layer in topology["objects"].values():
        for shape in layer["geometries"]:
            shape["arcs"] = []
    _json(f"{home}/areas.topo.json", topology | {"arcs": []})
    for name in ("areas-hierarchy.json", "lad-to-combined-authority-2025-05.csv"):
        _write(f"{home}/{name}", (sources / home / name).read_bytes())
    _features(sources, f"{home}/msoa21.geojson", lambda item: item["name"] in MSOAS)
    _features(sources, f"{home}/lsoa21.geojson", lambda item: item["code"] in lsoas)
    _features(sources, f"{home}/gm-wards-2023.geojson", lambda item: item["area_code"] in wards)
    _features(sources, f"{home}/wards-2022-12-england-bsc.geojson", lambda item: item["WD22CD"] in wards)
    older = pd.read_parquet(sources / home / "lookup_lsoa11_lsoa21_ltla22.parquet")
    older = set(older[older.lsoa21_code.isin(lsoas)].lsoa11_code)
    msoas = json.loads((CUTS / home / "msoa21.geojson").read_text())["features"]
    return lsoas | older | {msoa["properties"]["code"] for msoa in msoas}


def _features(sources: Path, name: str, wanted) -> None:
    collection = json.loads((sources / name).read_text("utf-8-sig"))
    kept = [each for each in collection["features"] if wanted(each["properties"])]
    _json(name, collection | {"features": kept})


def _lines(sources: Path, name: str, wanted) -> None:
    head, *lines = (sources / name).read_text("utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if wanted(line)]
    newest = [line for line in kept if any(str(year) in line for year in YEARS)] or kept
    _write(name, "".join([head, *newest[:: max(1, len(newest) // (2 * LINES))]]).encode())


def _homelessness(sources: Path) -> None:
    """The cells of the newest four quarters that are read."""
    name = "homelessness/hclic_a1_ta1_2018q2_2025q4.parquet"
    frame = pd.read_parquet(sources / name)
    read = frame.column.isin((4, 5, 7, 8, 12)) & (frame.table == "TA1")
    read |= frame.column.isin((4, 6, 7, 9)) & (frame.table == "A1")
    _parquet(frame[read & frame.code.isin(CODES) & (frame.quarter >= "2025Q1")], name)


def _stations(sources: Path) -> None:
    """The newest years of the stations of Manchester."""
    _lines(sources, "transport/orr-stations.csv", lambda text: ",Manchester " in text)
    codes = pd.read_csv(CUTS / "transport/orr-stations.csv").NLC
    name = "transport/orr-station-usage-1997-2021.parquet"
    frame = pd.read_parquet(sources / name)
    newest = (frame.year >= 2017) & (frame.metric == "Total")
    _parquet(frame[newest & frame.NLC.isin(codes)], name)


def _payrolls(sources: Path) -> None:
    """The last two years of a few columns of the four sheets that are read."""
    name = "labour/ons-rtisa-2023-03.xlsx"
    given = openpyxl.load_workbook(sources / name, read_only=True, data_only=True)
    book = openpyxl.Workbook(write_only=True)
    for sheet in (
        "7. Employees (NUTS1)", "8. Median pay (NUTS1)", "19. Employees (LA)", "20. Median pay (LA)"
    ):  # fmt: skip
        rows = list(given[sheet].iter_rows(values_only=True))
        codes = next(row for row in rows if any(str(cell)[:3] in ("UKC", "E06") for cell in row))
        kept = [0, *(at for at, code in enumerate(codes) if code in (*DISTRICTS, "UKD"))]
        into = book.create_sheet(sheet)
        for row in [*rows[: rows.index(codes) + 2], *rows[-24:]]:
            into.append([row[at] for at in kept])
    (CUTS / name).parent.mkdir(parents=True, exist_ok=True)
    book.save(CUTS / name)


def _universal_credit(sources: Path) -> None:
    """The sheet of figures with its head and its notes, of a few districts."""
    name = "labour/dwp-uc-households-la-2025-05.xlsx"
    given = openpyxl.load_workbook(sources / name, read_only=True, data_only=True)["Data Sheet 0"]
    book = openpyxl.Workbook(write_only=True)
    into = book.create_sheet("Data Sheet 0")
    for row in given.iter_rows(values_only=True):
        if row[3] is None or row[2] is None or row[2] in NAMES:
            into.append(list(row))
    book.save(CUTS / name)


def _vintages(sources: Path) -> None:
    """Two editions of output per head, of a few places and the newest years."""
    name = "ons-local-statistics-vintages/els_vintages.parquet"
    frame = pd.read_parquet(sources / name, filters=[("slug", "==", "gdp-per-head")])
    frame = frame[frame.areacd.isin(CODES) & (frame.period.astype(int) >= min(YEARS))]
    _parquet(frame.drop_duplicates(["indicator", "areacd", "period", "seen"]), name)


def _columns(sources: Path) -> None:
    given = json.loads((sources / "ons-local-statistics-json/population-count.json").read_text())
    pairs = enumerate(zip(given["areacd"], given["xDomainNumb"], strict=True))
    kept = [i for i, (code, year) in pairs if code in CODES and year in YEARS]
    _json(
        "ons-local-statistics-json/population-count.json",
        {k: [v[i] for i in kept] if isinstance(v, list) else v for k, v in given.items()},
    )


def _by_name(sources: Path) -> None:
    name = "skills/dfe-local-authority-interactive-tool.parquet"
    frame = pd.read_parquet(sources / name)
    kept = frame[
        frame["LA and Regions"].isin(NAMES) & frame["Short Desc"].isin(frame["Short Desc"].unique()[:6])
    ]
    _parquet(kept, name)
    hub = read_r_table(sources / "skills/C_datahub.rds")
    hub = hub[hub["Area"].isin(["Bury LADU", "England", "Greater Manchester MCA", "Greater Manchester LSIP"])]
    hub = hub.groupby(["metric", "Area"], observed=True).head(20).reset_index(drop=True)
    (CUTS / "skills").mkdir(exist_ok=True)
    hub = hub.astype("object")
    rdata.write_rds(CUTS / "skills/C_datahub.rds", hub.where(hub.notna(), None))


def _workbooks(sources: Path) -> None:
    _write("skills/LSIP_lookup.xlsx", (sources / "skills/LSIP_lookup.xlsx").read_bytes())
    keep = {"skills/soc2020-structure.xlsx": ("SOC2020 descriptions",)}
    imperative = "skills/skills-imperative-2035/GM_MCA_MainTables.Main.xlsm"
    keep[imperative] = ("Occ T1", "Occ T2", "Ind T1", "Ind T2", "Qual T1", "RD T1")
    for name, sheets in keep.items():
        given = openpyxl.load_workbook(sources / name, read_only=True, data_only=True)
        book = openpyxl.Workbook(write_only=True)
        for sheet in sheets:
            into = book.create_sheet(sheet)
            for row in given[sheet].iter_rows(
                values_only=True, max_row=700 if "soc" in name else 80, max_col=8
            ):
                into.append([cell[:150] if isinstance(cell, str) else cell for cell in row])
        (CUTS / name).parent.mkdir(parents=True, exist_ok=True)
        book.save(CUTS / name)


def _parquet(frame: pd.DataFrame, name: str) -> None:
    (CUTS / name).parent.mkdir(parents=True, exist_ok=True)
    frame.to_parquet(CUTS / name, index=False)


def _json(name: str, content: dict) -> None:
    _write(name, json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode())


def _write(name: str, raw: bytes) -> None:
    path = CUTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/sources"))
