"""The sources that are damaged: of each adapter one real entry or more over small cuts of its real files."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.ingest import damage
from tests.ingest.damage_books import CLASSIFICATION, PROJECTIONS, R_TABLE, TABLES
from tests.ingest.damage_json import COLUMNS, FEATURES, TOPOLOGY
from tests.ingest.damage_tables import CELLS, PARQUET, PLACED, ROWS

ONS = {
    "needed": ["areacd", "period", "observation"],
    "numbers": ["observation"],
    "area": "areacd",
    "period": "period",
}
LONG = {
    "needed": ["geography_code", "date", "value"],
    "numbers": ["value"],
    "area": "geography_code",
    "period": "date",
}
STATS19 = {
    "needed": ["date", "casualty_severity", "lon"],
    "numbers": ["hour", "speed_limit", "lat"],
    "area": "area_name",
    "period": "date",
}
HUB = ["Area", "metric", "Breakdown", "Subgroup", "Period"]
LAIT = ["Short Desc", "Years", "LA and Regions"]
SOC = ["SOC2020 descriptions"]
PAYROLLS = ["7. Employees (NUTS1)", "8. Median pay (NUTS1)", "19. Employees (LA)", "20. Median pay (LA)"]
SHEETS = ["Occ T1", "Occ T2", "Ind T1", "Ind T2", "Qual T1", "RD T1"]


@dataclass(frozen=True)
class Damaged:
    """`dataset` of the register; `file` (in tests/ingest/cuts) that is damaged, in any of these `ways`."""

    dataset: str
    file: str
    ways: tuple[Callable, ...]
    about: dict = field(default_factory=dict)


def _table(*key: str, **about) -> dict:
    return {"key": list(key), "codes": list(key), "needed": list(key), **about}


GIGABIT = "ons-local-statistics-history/gigabit-capable-broadband"
HISTORY = f"{GIGABIT}/2025-10-01_7e9b0266_gigabit-capable-broadband.csv"
WORKBOOK = "skills/skills-imperative-2035/GM_MCA_MainTables.Main.xlsm"
RELEASE = (*damage.LINES, damage.unknown_area, damage.words_among_numbers, damage.unknown_period)
CASUALTIES = (*damage.LINES, damage.words_among_numbers, damage.unknown_period, damage.unknown_area)
SOURCES = (
    Damaged("areas", "ons-geography/areas.topo.json", TOPOLOGY),
    Damaged("shapes", "ons-geography/lsoa21.geojson", FEATURES, {"needed": ["code", "name"]}),
    Damaged("peers", "ons-peer-groups/economic-neighbours.csv", damage.AREAS,
            {"needed": ["areacd", "1"], "area": "areacd"}),
    Damaged("clusters", "ons-peer-groups/cluster-allocation.csv", damage.AREAS,
            {"needed": ["areacd", "global"], "area": "areacd"}),
    Damaged("occupations", "skills/soc2020-structure.xlsx", CLASSIFICATION, {"sheets": SOC}),
    Damaged("skills_imperative_detail", WORKBOOK, PROJECTIONS,
            {"sheets": SHEETS}),
    Damaged("lait", "skills/dfe-local-authority-interactive-tool.parquet", PLACED,
            _table(*LAIT, area="LA and Regions", numbers=["Values"], left_out={"Years": ["0"]})),
    Damaged("local_skills", "skills/C_datahub.rds", R_TABLE,
            _table(*HUB, area="Area", numbers=["valueText"], left_out={"Area": ["Greater Manchester LSIP"],
                                                                      "metric": ["employmentProjection"]})),
    Damaged("gigabit_capable_broadband_history", HISTORY, RELEASE, ONS),
    Damaged("business_counts", "ons-local-statistics/business-demography.csv", damage.FIGURES, ONS),
    Damaged("employment_rate", "ons-local-statistics/employment-rate.csv", damage.FIGURES, ONS),
    Damaged("road_casualties", "transport/stats19-casualties-gm-2019-2024h1.csv", CASUALTIES, STATS19),
    Damaged("population_count", "ons-local-statistics-json/population-count.json", COLUMNS,
            {"needed": ["areacd", "value", "xDomainNumb"]}),
    Damaged("vacant_homes", "housing/vacant-homes.csv", damage.FIGURES, LONG),
    Damaged("median_house_prices", "housing/median-house-prices.csv", damage.FIGURES, LONG),
    Damaged("census_household_tenure", "census-2021/household_tenure21_lsoa21.parquet", PLACED,
            _table("lsoa21_code", "tenure", area="lsoa21_code", numbers=["n", "total_households"])),
    Damaged("imd_2025", "deprivation/imd2025_england_lsoa21.parquet", PLACED,
            _table("lsoa21_code", area="lsoa21_code", numbers=["IMD_decile", "IMD_score"])),
    Damaged("deri", "digital-exclusion/deri-v1.6-lsoa11.parquet", PLACED,
            _table("lsoa11_code", area="lsoa11_code", numbers=["deri_score_national"])),
    Damaged("brownfield_sites", "housing/brownfield-sites-gm.parquet", PLACED,
            _table("name", "site", area="lsoa21cd", numbers=["hectares", "minimum-net-dwellings"])),
    Damaged("bus_and_tram_stops", "transport/tfgm_stops.parquet", PLACED,
            _table("AtcoCode", area="lsoa21cd", numbers=["Easting", "Northing"])),
    Damaged("commuting_msoa", "commuting/odwp01ew_msoa_flows.parquet", PARQUET,
            _table("from", "to", numbers=["value"])),
    Damaged("rail_stations", "transport/orr-station-usage-1997-2021.parquet", PARQUET,
            _table("NLC", "year", "metric", numbers=["value"], codes=["NLC"])),
    Damaged("population_single_year", "population/population_sya_2017_19_20.parquet", PLACED,
            _table("lsoa11_code", "year", "age", area="lsoa11_code", numbers=["n", "age"],
                  codes=["lsoa11_code"])),
    Damaged("schools", "skills/schools-gm.parquet", PLACED,
            _table("urn", area="lsoa21cd", numbers=["number_of_pupils", "easting"], codes=["lsoa21cd"])),
    Damaged("lsoa11_lsoa21", "ons-geography/lookup_lsoa11_lsoa21_ltla22.parquet", ROWS,
            _table("lsoa11_code", "lsoa21_code")),
    Damaged("homelessness", "homelessness/hclic_a1_ta1_2018q2_2025q4.parquet", CELLS,
            {"needed": ["quarter", "table", "code", "header", "value"], "area": "code",
             "numbers": ["value"]}),
    Damaged("payrolled_employees", "labour/ons-rtisa-2023-03.xlsx", TABLES, {"sheets": PAYROLLS}),
    Damaged("universal_credit", "labour/dwp-uc-households-la-2025-05.xlsx", TABLES,
            {"sheets": ["Data Sheet 0"]}),
    Damaged("gdp_per_head", "ons-local-statistics-vintages/els_vintages.parquet", PARQUET,
            _table("indicator", "areacd", "period", "seen", numbers=["value"], codes=["areacd"])
            | {"key": ["areacd", "period", "seen"]}),  # a row without a name belongs to another dataset
    Damaged("private_rents", "rents/pipr_average_rent_2026-07.csv", damage.FIGURES,
            {"needed": ["areacd", "period", "monthly_rent_gbp"], "numbers": ["monthly_rent_gbp"],
            "area": "areacd", "period": "period"}),
)  # fmt: skip
