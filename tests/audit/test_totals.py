"""Parts against totals: every planted error is found, at its place, and rounding is none."""

import random

import pytest

from dashboard.audit.quality import dimensions
from dashboard.audit.totals import Sum, sums
from dashboard.catalogue.register_view import Registered
from dashboard.catalogue.totals import InvalidTotals, Totals, read_totals
from tests.audit.test_quality import TODAY
from tests.tables import read_table

DISTRICTS = ("E08000003", "E08000006", "E08000038")
JOBS = Totals(areas=({"series": "Jobs"},))


def table(values: dict[tuple[str, int], float]):
    """Jobs of (area, year), tidy."""
    rows = [f"{code} | Jobs | {year}-01-01 | P1Y | {n} | " for (code, year), n in values.items()]
    return read_table("area_code | series | period | duration | value | status\n" + "\n".join(rows))


def counts(years) -> dict[tuple[str, int], float]:
    """Three districts, and the combined authority and the country that are sums of them."""
    values = {(code, year): 10 * i + year % 7 for year in years for i, code in enumerate(DISTRICTS, 1)}
    for year in years:
        values["E47000001", year] = sum(values[code, year] for code in DISTRICTS[:2])
        values["E92000001", year] = sum(values[code, year] for code in DISTRICTS)
    return values


def found(audited, jobs, totals) -> list[Sum]:
    site, _ = audited(jobs)
    return list(sums(site, "jobs", totals))


def apart(audited, jobs, totals) -> list[str]:
    return [item.what for item in found(audited, jobs, totals) if not item.agrees(totals.rounding)]


def test_a_good_table_adds_up_everywhere(audited):
    site, item = audited(table(counts(range(2004, 2024))))
    score = dimensions(site, item, TODAY, Registered(totals=JOBS))["consistency"]
    assert (score.share, score.checked, score.reason) == (1, 40, "40 of 40 comparisons agree")


@pytest.mark.parametrize("planted", [1, 2, 7, 20])
def test_as_many_errors_are_found_as_were_planted_and_where_they_were(audited, planted):
    values = counts(range(2004, 2024))
    chance = random.Random(planted)  # noqa: S311 - a seed, not a secret
    wrong = chance.sample([key for key in values if key[0] in ("E47000001", "E92000001")], planted)
    for key in wrong:
        values[key] += chance.choice([-1, 1, 100])
    names = {"E47000001": "Greater Manchester", "E92000001": "England"}
    said = {f"Jobs, {names[code]}, {year}-01-01" for code, year in wrong}
    assert set(apart(audited, table(values), JOBS)) == said


def test_a_wrong_district_is_found_in_every_total_above_it(audited):
    values = counts([2022, 2023])
    values["E08000003", 2023] += 1
    assert apart(audited, table(values), JOBS) == [
        "Jobs, Greater Manchester, 2023-01-01",
        "Jobs, England, 2023-01-01",
    ]


def test_the_sentence_names_what_is_furthest_apart(audited):
    values = counts([2022, 2023])
    values["E92000001", 2022] += 1000
    site, item = audited(table(values))
    score = dimensions(site, item, TODAY, Registered(totals=JOBS))["consistency"]
    assert (score.share, score.checked) == (3 / 4, 4)
    assert score.reason == (
        "3 of 4 comparisons agree; furthest apart: Jobs, England, 2022-01-01: 78 against 1,078"
    )


def test_a_total_with_a_part_missing_is_not_judged(audited):
    values = counts([2023])
    del values["E08000006", 2023]
    assert found(audited, table(values), JOBS) == []


@pytest.mark.parametrize(("off", "agrees"), [(0, True), (20, True), (20.5, False), (21, False)])
def test_each_figure_may_be_half_of_its_rounding_off(off, agrees):
    # Three parts and a total, each to the nearest 10: 4 times 5.
    assert Sum("Jobs", 3, 100 + off, 100).agrees(10) is agrees


def test_a_rule_may_have_a_rounding_of_its_own_and_count_some_rows_only(audited):
    values = counts([2022, 2023])
    values["E92000001", 2023] += 15
    rule = {"column": "area_code", "total": "E92000001", "parts": list(DISTRICTS), "by": ["series", "period"]}
    site, _ = audited(table(values))
    for only, rounding, said in (("Jobs", 1, 1), ("Jobs", 10, 0), ("Homes", 1, 0)):
        totals = Totals(sums=(rule | {"only": {"series": [only]}, "rounding": rounding},))
        made = list(sums(site, "jobs", totals))
        assert len(made) == (2 if only == "Jobs" else 0)
        assert sum(not item.agrees(0) for item in made) == said


def test_unrounded_figures_must_agree_to_the_last():
    assert Sum("Rates", 2, 0.1 + 0.2, 0.3).agrees(0)
    assert not Sum("Jobs", 296, 58_620_102, 58_620_101).agrees(0)


SEXES = """
    area_code | series | period | duration | value | status
    E08000003 | All | 2023-01-01 | P1Y | 10 |
    E08000003 | Men | 2023-01-01 | P1Y | 4 |
    E08000003 | Women | 2023-01-01 | P1Y | 6 |
    E08000006 | All | 2023-01-01 | P1Y | 10 |
    E08000006 | Men | 2023-01-01 | P1Y | 4 |
    E08000006 | Women | 2023-01-01 | P1Y | 7 |
    E08000038 | All | 2023-01-01 | P1Y | 10 |
    E08000038 | Men | 2023-01-01 | P1Y | 4 |
    E08000038 | Women | 2023-01-01 | P1Y | | c
"""


@pytest.mark.parametrize("parts", [{}, {"parts": ["Men", "Women"]}])
def test_series_that_are_parts_of_another_must_add_up_to_it(audited, parts):
    rule = {"total": "All", "by": ["area_code", "period"]} | parts
    jobs = read_table(SEXES.replace("|\n", "| \n"))
    totals = Totals(sums=(rule,))
    assert [item.what for item in found(audited, jobs, totals)] == [
        "All, E08000003, 2023-01-01",
        "All, E08000006, 2023-01-01",
    ]  # a hidden part leaves the third unjudged
    assert apart(audited, jobs, totals) == ["All, E08000006, 2023-01-01"]


def test_rows_add_up_to_the_total_that_each_of_them_repeats(audited):
    jobs = "lsoa21_code | kind | n | homes\nE1 | a | 3 | 5\nE1 | b | 2 | 5\nE2 | a | 3 | 5\nE2 | b | 3 | 5"
    totals = Totals(groups=({"by": ["lsoa21_code"], "value": "n", "total": "homes"},))
    assert apart(audited, jobs, totals) == ["E2"]


def test_rows_are_as_many_as_each_of_them_says(audited):
    jobs = "collision | sex | casualties\nA | F | 2\nA | M | 2\nB | F | 2"
    totals = Totals(groups=({"by": ["collision"], "total": "casualties"},))
    assert apart(audited, jobs, totals) == ["B"]


def test_columns_add_up_within_their_row(audited):
    jobs = "lsoa21_code | everybody | young | old\nE1 | 5 | 3 | 2\nE2 | 5 | 3 | 3"
    totals = Totals(columns=({"by": ["lsoa21_code"], "total": "everybody", "parts": ["young", "old"]},))
    assert apart(audited, jobs, totals) == ["E2"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"area": []}, "totals.area is unknown, use rounding, areas"),
        ({"rounding": -1}, "totals.rounding must not be below zero"),
        ({"rounding": "ten"}, "totals.rounding cannot be 'ten'"),
        ({"areas": ["Jobs"]}, "totals.areas must be a list of tables, not 'Jobs'"),
        ({"areas": [{}]}, "totals.areas lacks series, add it"),
        ({"sums": [{"total": "All"}]}, "totals.sums lacks by, add it"),
        ({"groups": [{"by": "collision", "total": "n"}]}, "totals.groups.by cannot be 'collision'"),
    ],
)
def test_a_bad_rule_is_refused_in_a_sentence(given, sentence):
    with pytest.raises(InvalidTotals, match=sentence.replace("(", r"\(")):
        read_totals(given)
