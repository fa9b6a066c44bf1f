"""What the register says of a dataset is a claim too: the data are asked whether it is true."""

import pytest

from tests.conftest import ROOT

SOURCES = [
    ("brownfield_sites", "one in eight has no planning status and 130 have no coordinates",
     "SELECT round(count(*) / sum((planning_permission_status IS NULL)::INT)), "
     "sum((longitude IS NULL)::INT) FROM brownfield_sites", (8, 130)),
    ("commuting_msoa", "58%", "SELECT round(100 * avg((people <= 2)::INT)) FROM commuting_msoa", (58,)),
    ("lait", "434 series", "SELECT count(DISTINCT series) FROM lait", (434,)),
    ("lait", "153 local authorities",
     "SELECT count(DISTINCT area_code) FROM lait JOIN areas USING (area_code) "
     "WHERE current AND level IN ('district', 'county')", (153,)),
    ("net_additional_dwellings", "the Isles of Scilly up to 2008-09",
     "SELECT min(area_code), max(area_code), max(year(period)) FROM net_additional_dwellings "
     "JOIN areas USING (area_code) WHERE value IS NULL AND current", ("E06000053", "E06000053", 2008)),
    ("average_house_price", "No figure is published for combined authorities",
     "SELECT count(*) FROM average_house_price WHERE area_code LIKE 'E47%'", (0,)),
    ("brownfield_capacity", "Five districts have no register",
     "SELECT count(*) FROM areas WHERE current AND level = 'district' "
     "AND area_code NOT IN (SELECT area_code FROM brownfield_capacity)", (5,)),
    ("dwellings", "rounded to ten", "SELECT max(value % 10) FROM dwellings WHERE status <> 'derived'", (0,)),
    ("rail_and_tram_stations", "184 rail stations",
     "SELECT count(*) FROM rail_and_tram_stations", (184,)),
    ("population_single_year", "Age 90 is 90 and over", "SELECT max(age) FROM population_single_year", (90,)),
    ("deri", "from 0 to 10", "SELECT (min(deri_score_national) >= 0 AND max(deri_score_national) <= 10) "
     "FROM deri", (True,)),
    ("imd_2025_indicators", "28 indicators", 
     "SELECT count(*) - 1 FROM (DESCRIBE imd_2025_indicators)", (28,)),
    ("census_lsoa_percentages", "99 percentages",
     "SELECT count(*) - 1 FROM (DESCRIBE census_lsoa_percentages)", (99,)),
    ("gigabit_capable_broadband_history", "Early releases have no combined authorities and no England",
     "SELECT year(min(released)) > 2022 FROM gigabit_capable_broadband_history "
     "WHERE area_code LIKE 'E47%' OR area_code = 'E92000001'", (True,)),
]  # fmt: skip


@pytest.mark.parametrize(("dataset", "words", "question", "answer"), SOURCES)
def test_what_the_register_says_of_a_dataset_is_so(store, dataset, words, question, answer):
    text = (ROOT / "data" / "sources" / f"{dataset}.toml").read_text("utf-8")
    assert words in text
    assert store.rows(question) == [answer]
