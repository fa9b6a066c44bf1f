from datetime import date, timedelta

import pytest

from dashboard.methods.quality import (
    DAYS,
    Score,
    accuracy,
    completeness,
    consistency,
    releases_missed,
    timeliness,
    uniqueness,
    validity,
)

NAN = float("nan")


def test_completeness_is_what_is_there_of_areas_times_periods():
    got = completeness(90, areas=10, periods=10)
    assert (got.share, got.reason) == (0.9, "90 of 100 figures are there")


def test_a_repeated_key_counts_against_uniqueness():
    got = uniqueness([("E1", 2023), ("E1", 2024), ("E1", 2024), ("E2", 2024)])
    assert (got.share, got.reason) == (0.75, "1 of 4 rows repeat another")


def test_parts_agree_with_totals_within_their_rounding():
    pairs = [(10, 10), (10.4, 10), (12, 10), (None, 10), (10, NAN)]
    assert consistency(pairs, tolerance=0.5).share == pytest.approx(2 / 3)
    assert consistency([(0.1 + 0.2, 0.3)]).share == 1


def test_a_missing_value_counts_against_completeness_only():
    assert validity({"0 to 100": [True, None, True, False]}).share == pytest.approx(2 / 3)
    assert uniqueness([("E1", 2024), ("E2", 2024)]).share == 1


def test_the_rule_that_fails_most_is_named():
    got = validity({"0 to 100": [True, False], "known area": [False, False]})
    assert (got.share, got.reason) == (0.25, "most often broken: known area (2 times)")


@pytest.mark.parametrize(
    ("today", "share", "said"),
    [
        (date(2024, 12, 31), 1, "up to date"),
        (date(2025, 12, 31), 1, "up to date"),
        (date(2026, 1, 2), 0.5, "1 release behind"),
        (date(2027, 6, 1), 1 / 3, "2 releases behind"),
    ],
)
def test_timeliness_falls_with_every_release_missed(today, share, said):
    got = timeliness(date(2023, 12, 31), "year", today, lag=366)
    assert got.share == pytest.approx(share)
    assert got.reason.endswith(said)


def test_accuracy_is_not_assessed_unless_compared():
    assert (accuracy().share, accuracy().reason) == (None, "not assessed: not compared with another source")
    assert accuracy([(1, 1), (1, 2)]).share == 0.5


def test_what_cannot_be_assessed_says_so():
    assert uniqueness([]).share is None
    assert consistency([]).share is None
    assert validity({}).share is None


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: completeness(5, 2, 2), "count non-null values"),
        (lambda: completeness(0, 0, 2), "count non-null values"),
        (lambda: timeliness(date(2024, 1, 1), "decade", date(2025, 1, 1)), "say one of month"),
        (lambda: timeliness(date(2026, 1, 1), "year", date(2025, 1, 1)), "check the dates"),
    ],
)
def test_impossible_inputs_are_refused(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


def test_each_score_names_its_dimension_and_how_many_things_it_is_of():
    assert completeness(4, 2, 2) == Score("completeness", 1, 4, "4 of 4 figures are there")
    assert completeness(0, 2, 2).share == 0
    assert uniqueness(["a", "a", "a"]) == Score("uniqueness", 1 / 3, 3, "2 of 3 rows repeat another")
    assert uniqueness([]) == Score("uniqueness", None, 0, "not assessed: there are no rows")
    assert consistency([(1, 1), (1, 3)]) == Score("consistency", 0.5, 2, "1 of 2 comparisons agree")
    assert consistency([(1, None)]) == Score("consistency", None, 0, "not assessed: nothing to compare with")
    assert accuracy([(1, 1), (1, 3)]) == Score("accuracy", 0.5, 2, "1 of 2 comparisons agree")
    assert accuracy([(1, 3)], tolerance=2).share == 1
    with pytest.raises(ValueError, match="count non-null values"):
        completeness(-1, 2, 2)


def test_a_difference_of_exactly_the_rounding_agrees_either_way():
    assert consistency([(10.5, 10), (10, 10.5), (-10.5, -10)], tolerance=0.5).share == 1
    assert consistency([(10.6, 10), (10, 10.6)], tolerance=0.5).share == 0
    assert consistency([(1e9 + 0.5, 1e9), (1e9 + 2, 1e9)]).share == 0.5  # a billionth of them is noise


def test_the_rule_that_fails_most_is_named_wherever_it_stands():
    got = validity({"a": [False, False], "b": [True, False], "c": [True, None]})
    assert (got.share, got.checked, got.reason) == (0.4, 5, "most often broken: a (2 times)")


@pytest.mark.parametrize(
    ("age", "every", "lag", "missed"),
    [
        (0, 31, 0, 0),
        (31, 31, 0, 0),
        (32, 31, 0, 1),
        (62, 31, 0, 1),
        (63, 31, 0, 2),
        (42, 31, 10, 1),
        (41, 31, 10, 0),
    ],
)
def test_a_release_is_missed_the_day_after_it_should_have_come(age, every, lag, missed):
    assert releases_missed(age, every, lag) == missed


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        ("month", 31),
        ("quarter", 92),
        ("term", 122),
        ("six months", 183),
        ("year", 366),
        ("few years", 5 * 365 + 2),
        ("ten years", 10 * 365 + 3),
    ],
)
def test_each_cadence_is_up_to_date_for_its_longest_span(cadence, days):
    latest = date(2024, 1, 1)
    assert DAYS[cadence] == days
    told = timeliness(latest, cadence, latest + timedelta(days))
    assert told == Score("timeliness", 1, 1, f"{days} days old, published every {cadence}: up to date")
    assert timeliness(latest, cadence, latest + timedelta(days + 1)).share == 0.5
    assert timeliness(latest, cadence, latest).reason.startswith("0 days old")
