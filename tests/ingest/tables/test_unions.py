"""Districts made of abolished ones: counts add up, everything else stays blank before they existed."""

import pytest

OPTIONS = (
    '[options]\narea = "code"\ndate = "year"\nvalue = "n"\nseries = "Homes"\nperiods = "calendar year"\n'
)
COUNTS = '[totals]\nareas = [{ series = "Homes" }]\n'
HOMES = """
    code,year,n
    E07000026,2021,100
    E07000028,2021,20
    E07000026,2022,110
    E06000063,2023,140
    E08000003,2021,7
"""
ALLERDALE, CARLISLE, CUMBERLAND = "E07000026", "E07000028", "E06000063"


@pytest.fixture
def homes(workshop):
    """homes(csv, toml) -> area and year -> (figure, mark)."""

    def homes(csv=HOMES, totals=COUNTS):
        workshop.source("homes.csv", csv)
        workshop.entry("homes", "homes.csv", "long_csv", OPTIONS + totals)
        outcome = workshop.run()
        assert outcome.refused == {}
        rows = workshop.table("homes").itertuples()
        return {(row.area_code, row.period.year): (row.value, row.status) for row in rows}, outcome

    return homes


def test_the_counts_of_abolished_districts_add_up_to_the_one_made_of_them(homes):
    found, outcome = homes()
    assert found[CUMBERLAND, 2021] == (120, "derived")
    assert found[CUMBERLAND, 2023] == (140, "")
    said = "1 count of districts added up from the abolished ones they were made of"
    assert outcome.notes["homes"] == [said]


def test_where_one_of_them_has_no_figure_nothing_is_made_up(homes):
    found, _ = homes()
    assert (CUMBERLAND, 2022) not in found


def test_what_is_published_for_the_new_district_stands(homes):
    found, _ = homes(HOMES + "    E06000063,2021,125\n")
    assert found[CUMBERLAND, 2021] == (125, "")


def test_a_blank_for_the_new_district_gives_way_to_the_sum(homes):
    found, _ = homes(HOMES + "    E06000063,2021,\n")
    assert found[CUMBERLAND, 2021] == (120, "derived")


def test_figures_that_are_no_counts_are_never_added_up(homes):
    found, _ = homes(totals="")
    assert (CUMBERLAND, 2021) not in found


def test_an_area_known_to_lack_others_gets_them_added_and_is_marked(homes):
    short = f'short = [{{ series = "Homes", area_code = "E08000003", lacks = ["{ALLERDALE}"], to = 2021 }}]\n'
    found, outcome = homes(totals=COUNTS + short)
    assert found["E08000003", 2021] == (107, "derived")
    assert "1 figure up to 2021 without Allerdale, which are added" in outcome.notes["homes"][0]


@pytest.mark.parametrize(
    ("totals", "sentence"),
    [
        ('[totals]\nareas = [{ series = "Flats" }]\n', "homes: [totals] names 'Flats'"),
        ('[totals]\ngroups = [{ by = ["area_code"], total = "a" }]\n', "homes: [totals] names a"),
        ('[totals]\narea = []\n', "homes.toml: totals.area is unknown"),
    ],
)  # fmt: skip
def test_totals_that_the_table_does_not_have_are_refused(workshop, totals, sentence):
    workshop.source("homes.csv", HOMES)
    workshop.entry("homes", "homes.csv", "long_csv", OPTIONS + totals)
    assert workshop.only_refusal().startswith(sentence)
