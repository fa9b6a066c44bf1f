from datetime import date

import pytest

from dashboard.methods.quality import accuracy, completeness, consistency, timeliness, uniqueness, validity

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
