import pytest

from dashboard.methods.parts import at_least, holds


@pytest.mark.parametrize(
    ("count", "total", "rule", "said"),
    [
        (4, 10, "recent trend", True),  # anxiety in Greater Manchester
        (3, 10, "recent trend", False),  # fewer than a third
        (3, 9, "difference", True),
        (1, 3, "recent trend", True),  # 4 in 1,000 each: 12 in 1,000 for one of three
        (1, 3, "difference", False),  # 1 - 0.975 ** 3 is 7 in 100
        (1, 2, "difference", True),  # 1 - 0.975 ** 2 is 4.9 in 100
        (1, 2, "rare moves", False),  # 1 - 0.95 ** 2 is 9.75 in 100
        (2, 2, "rare moves", True),
        (1, 1, "rare moves", True),
        (1, 2, "xmr", False),
        (0, 0, "xmr", False),
    ],
)
def test_a_third_of_the_districts_are_enough_where_chance_does_not_make_as_many(count, total, rule, said):
    assert holds(count, total, rule) is said


def test_the_chance_of_two_or_more_of_three_by_hand():
    assert at_least(2, 3, 0.1) == pytest.approx(3 * 0.01 * 0.9 + 0.001)


def test_more_than_all_is_refused():
    with pytest.raises(ValueError, match="4 of 3 districts"):
        holds(4, 3, "gap")


@pytest.mark.parametrize(
    ("rule", "one_of", "not_of"),
    [
        ("recent trend", 3, 4),
        ("difference", 2, 3),
        ("gap", 2, 3),
        ("periods apart", 1, 2),
        ("rare moves", 1, 2),
        ("xmr", 1, 2),
    ],
)
def test_one_district_is_enough_of_so_many_and_not_of_one_more(rule, one_of, not_of):
    assert holds(1, one_of, rule)
    assert not holds(1, not_of, rule)
    assert not holds(0, one_of, rule)


def test_a_negative_number_of_districts_is_refused_and_none_or_more_is_certain():
    with pytest.raises(ValueError, match="-1 of 3 districts"):
        holds(-1, 3, "gap")
    assert at_least(0, 3, 0.1) == pytest.approx(1)
    assert at_least(3, 3, 0.1) == pytest.approx(0.001)
