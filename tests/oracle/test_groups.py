"""Which indicators of groups are worked out a second time: all (their figures: test_observations.py)."""

from tests.oracle.reckoning.groups import entries


def test_every_inequality_indicator_is_worked_out_a_second_time(indicators):
    assert {name for name in indicators if name.startswith("inequality/")} == set(entries())
