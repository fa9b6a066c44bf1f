"""How big a gap is in people, homes and pounds, against numbers worked out by hand."""

import pytest

from dashboard.methods.size_of_gap import Best, Size, at_best, leading_step, rounded, size_of_gap


def test_the_example_of_the_method_employment_in_greater_manchester():
    # 71.9% (70.3 to 73.5) against 76.0% among 1.84 million: 4.1% is 75,440; 2.5% 46,000; 5.7% 104,880.
    found = size_of_gap(71.9, 70.3, 73.5, 76.0, 1_840_000, 100)
    assert found == Size(75_000, 45_000, 105_000, 5_000)


def test_fewer_where_the_place_has_more():
    # 24.7% (23.1 to 26.3) out of the labour market against 21.0% among 1.9 million: 70,300; 39,900; 100,700.
    found = size_of_gap(24.7, 23.1, 26.3, 21.0, 1_900_000, 100)
    assert found == Size(-70_000, -100_000, -40_000, 5_000)


@pytest.mark.parametrize(("lower", "upper"), [(74.0, 78.0), (74.0, 76.0), (76.0, 78.0)])
def test_nothing_is_said_of_a_gap_within_chance_and_touching_is_within(lower, upper):
    assert size_of_gap(75.0, lower, upper, 76.0, 1_000_000, 100) is None


def test_without_a_margin_two_digits_are_kept_and_no_interval_is_given():
    # 4.53 of 1,000 against 5.31, among 1,234,567 households: 962.96.
    assert size_of_gap(4.53, None, None, 5.31, 1_234_567, 1000) == Size(960, None, None, 10)
    assert size_of_gap(7.0, None, None, 5.0, 3_000, 1000) == Size(-6, None, None, 1)


@pytest.mark.parametrize("missing", [(None, 5, 10), (5, None, 10), (5, 6, None), (float("nan"), 5, 10)])
def test_nothing_is_said_where_a_figure_is_missing(missing):
    value, benchmark, base = missing
    assert size_of_gap(value, None, None, benchmark, base, 100) is None


def test_nothing_is_said_where_it_comes_to_nobody():
    assert size_of_gap(5.0, None, None, 5.01, 100, 100) is None


def test_an_interval_that_ends_near_nothing_is_not_rounded_to_nothing():
    # 10.0 (9.0 to 10.98) against 11.0 among 100,000: 1,000; 2,000; 20: a tenth of the width is 198.
    assert size_of_gap(10.0, 9.0, 10.98, 11.0, 100_000, 100) == Size(1_000, 20, 2_000, 20)


def test_people_are_counted_whole_though_an_end_comes_to_nobody():
    # 4.3 people, 0.3 to 8.3: a tenth of that is less than one person.
    assert size_of_gap(10.0, 6.0, 14.0, 14.3, 100, 100) == Size(4, 0, 8, 1)


def test_a_table_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="counts nobody"):
        size_of_gap(1, None, None, 2, -5, 100)
    with pytest.raises(ValueError, match="above the upper"):
        size_of_gap(1, 3, 2, 5, 5, 100)


def test_every_district_at_the_best_of_its_region():
    # (30 - 20) x 100 + (30 - 25) x 200 + 0 = 2,000.
    assert at_best([(20, 100), (25, 200), (30, 50)]) == Best(2_000, 2, 30, 8_500)
    assert at_best([(20, 100)]) is None
    # The third has 1 of 301 people: (25 - 20) x 100.
    assert at_best([(20, 100), (25, 200), (90, 1)]) == Best(500, 1, 25, 7_090)
    assert at_best([(20, 100), (20, 50)]) is None


def test_a_best_for_which_all_would_more_than_double_is_far_off():
    # 40 x 100 more of 20 x 100 + 60 x 50: 4,000 of 5,000. At 81 it is 6,100 of 6,050.
    assert not at_best([(20, 100), (60, 50)]).far_off
    assert at_best([(20, 100), (81, 50)]).far_off


@pytest.mark.parametrize(("count", "step"), [(962.96, 10), (77, 1), (5.4, 1), (0, 1), (1_234_567, 100_000)])
def test_two_leading_digits(count, step):
    assert leading_step(count) == step


def test_halves_are_rounded_away_from_nothing():
    assert [rounded(2_500, 5_000), rounded(-2_500, 5_000), rounded(-2_499, 5_000)] == [5_000, -5_000, 0]


@pytest.mark.parametrize(
    ("lower", "upper", "found"),
    [
        (71, None, Size(-6, None, None, 1)),
        (None, 9, Size(-6, None, None, 1)),
        (float("nan"), 9, Size(-6, None, None, 1)),
    ],
)
def test_one_limit_is_no_interval(lower, upper, found):
    assert size_of_gap(7.0, lower, upper, 5.0, 3_000, 1000) == found


def test_nobody_may_be_counted_and_per_nobody_is_refused():
    assert size_of_gap(5.0, 4.0, 6.0, 7.0, 0, 100) is None
    with pytest.raises(ValueError, match="counts nobody"):
        size_of_gap(5.0, 4.0, 6.0, 7.0, 10, 0)


@pytest.mark.parametrize(
    ("interval", "step"),
    [
        (9, 1),
        (10, 1),
        (19.9, 1),
        (20, 2),
        (49.9, 2),
        (50, 5),
        (99.9, 5),
        (100, 10),
        (2_000, 200),
        (4_999, 200),
    ],
)
def test_the_step_is_1_2_or_5_times_a_power_of_ten_and_at_most_a_tenth_of_the_interval(interval, step):
    """Among a hundred thousand, per hundred thousand, each one is one: 1,000,000 more, give or take."""
    found = size_of_gap(1.0, 1.0 - interval / 2, 1.0 + interval / 2, 1_000_001.0, 100_000, 100_000)
    assert (found.step, found.count) == (step, 1_000_000)


def test_a_hundredth_of_all_ones_is_the_least_a_best_place_has():
    """One of 100 people is a hundredth, and one of 101 less."""
    assert at_best([(20, 99), (90, 1)]).best == 90
    assert at_best([(20, 100), (90, 1)]) is None  # the other is the best, and stands there
    assert at_best([(0.5, 1), (1.0, 1)]).total == 0.5  # half of one is something
    twice = at_best([(30, 10), (30, 10), (20, 10)])
    assert (twice.place, twice.total) == (0, 100)  # of two bests the first
