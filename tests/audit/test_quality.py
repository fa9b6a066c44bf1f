"""The audit finds planted errors, exactly as many as were planted."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.audit.freshness import freshness
from dashboard.audit.quality import dimensions
from dashboard.catalogue.cadences import CADENCES
from dashboard.catalogue.register_view import Registered
from dashboard.datastore.store import connect
from tests.audit.conftest import opened, tables
from tests.datastores import assemble
from tests.tables import publish

TODAY = date(2024, 12, 1)
GOOD = """
    area_code | series | period | duration | value | lower | upper | status
    E08000003 | Jobs | 2022-01-01 | P1Y | 10 | 9 | 11 |
    E08000003 | Jobs | 2023-01-01 | P1Y | 12 | 11 | 13 |
    E08000006 | Jobs | 2022-01-01 | P1Y | 20 | 19 | 21 |
    E08000006 | Jobs | 2023-01-01 | P1Y | 22 | 21 | 23 |
"""


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """(site, dataset) of GOOD jobs, for what looks at the dataset and not at its figures."""
    home = tmp_path_factory.mktemp("jobs")
    folder = publish(home / "public", **tables(GOOD.replace("|\n", "| p\n")))
    assemble(folder, home / "datastore.duckdb")
    store = connect(home / "datastore.duckdb")
    yield opened(store, home)
    store.close()


def shares(audited, table, **given):
    site, item = audited(table.replace("|\n", "| p\n"), **given)
    return {name: score.share for name, score in dimensions(site, item, TODAY).items()}


def scored(audited, table, dimension, **given):
    site, item = audited(table.replace("|\n", "| p\n"), **given)
    return dimensions(site, item, TODAY)[dimension]


def test_a_good_table_is_complete_unique_valid_and_fresh(audited):
    found = shares(audited, GOOD)
    full = dict.fromkeys(("completeness", "uniqueness", "validity", "timeliness"), 1)
    assert found == full | dict.fromkeys(("consistency", "accuracy"))


def test_a_missing_row_and_an_empty_value_count_against_completeness_only(audited):
    table = GOOD.replace("    E08000006 | Jobs | 2023-01-01 | P1Y | 22 | 21 | 23 |\n", "").replace(
        "| 20 | 19 | 21 |", "| | | |"
    )
    found = shares(audited, table)
    assert found["completeness"] == 2 / 4
    assert (found["uniqueness"], found["validity"]) == (1, 1)


def test_a_place_is_not_expected_to_have_figures_before_it_existed(audited):
    found = scored(
        audited, GOOD + "    E08000038 | Jobs | 2023-01-01 | P1Y | 10 | 9 | 11 |\n", "completeness"
    )
    said = "5 of 5 figures are there; 1 of places before they existed are not expected"
    assert (found.share, found.reason) == (1, said)


def test_a_repeated_key_counts_against_uniqueness_once(audited):
    found = scored(audited, GOOD + "    E08000003 | Jobs | 2022-01-01 | P1Y | 10 | 9 | 11 |\n", "uniqueness")
    assert (found.share, found.reason) == (4 / 5, "1 of 5 rows repeat another")


def test_a_place_with_two_figures_under_its_old_and_new_code_is_inconsistent(audited):
    table = GOOD + (
        "    E08000016 | Jobs | 2022-01-01 | P1Y | 5 | 4 | 6 |\n"
        "    E08000038 | Jobs | 2022-01-01 | P1Y | 5 | 4 | 6 |\n"
        "    E08000016 | Jobs | 2023-01-01 | P1Y | 5 | 4 | 6 |\n"
        "    E08000038 | Jobs | 2023-01-01 | P1Y | 7 | 6 | 8 |\n"
    )
    assert scored(audited, table, "consistency").share == 1 / 2


@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ("E08000006 | Jobs | 2022", "E08999999 | Jobs | 2022", "the area is a known one"),
        ("| 10 | 9 | 11 |", "| 10 | 11 | 12 |", "the figure lies within its interval"),
        ("P1Y | 12", "P2Y | 12", "the length of the period is a known one"),
        ("2023-01-01 | P1Y | 22", "2199-01-01 | P1Y | 22", "the period begins in the past"),
    ],
)
def test_a_planted_error_breaks_its_rule_once(audited, good, bad, rule):
    found = scored(audited, GOOD.replace(good, bad), "validity")
    assert (found.share, found.reason) == (19 / 20, f"most often broken: {rule} (1 times)")


@pytest.mark.parametrize(
    ("released", "cadence", "share"),
    [
        ("2024-06-01", "yearly", 1),
        ("2023-06-01", "yearly", 1 / 2),
        ("2022-06-01", "yearly", 1 / 3),
        ("2024-06-01", "quarterly", 1 / 2),
        ("2024-06-01", "every six months", 1),
        ("2024-02-01", "every six months", 1 / 2),
        ("2019-06-01", "every few years", 1 / 2),
        ("2015-06-01", "every ten years", 1),
        ("2022-06-01", "irregular", None),
    ],
)
def test_each_missed_release_lowers_timeliness(jobs, released, cadence, share):
    site, item = jobs
    assert freshness(site, replace(item, source_date=released, cadence=cadence), TODAY).share == share


@pytest.mark.parametrize("cadence", [word for word, days in CADENCES.items() if days])
def test_every_cadence_of_the_register_that_has_a_length_is_assessed(jobs, cadence):
    site, item = jobs
    assert freshness(site, replace(item, cadence=cadence), TODAY).share is not None


def test_a_cadence_that_nobody_knows_is_said(jobs):
    site, item = jobs
    found = freshness(site, replace(item, cadence="fortnightly"), TODAY)
    assert found.reason.startswith("not assessed: the cadence 'fortnightly' is unknown; say one of monthly, ")
    assert found.reason.endswith(" in data/sources/jobs.toml")


def test_a_table_without_periods_is_as_old_as_the_last_year_it_covers(audited):
    site, item = audited("name | lsoa21_code\nA | E01000001", released="", cadence="yearly")
    found = dimensions(site, item, TODAY, Registered(to=2022))["timeliness"]
    assert (found.share, found.reason.endswith("1 release behind, counted from the end of 2022")) == (
        0.5,
        True,
    )


def test_rows_of_things_without_a_key_are_not_called_duplicates(audited):
    found = scored(audited, "name | lsoa21_code\nA | E01000001\nA | E01000001", "uniqueness")
    assert found.share is None
