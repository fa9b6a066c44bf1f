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
