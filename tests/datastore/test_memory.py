"""What is remembered has a bound, and what was used last stays within it."""

from datetime import date, timedelta

from dashboard.datastore.memory import PAST, TODAY, Memory

FIRST = date(2000, 1, 1)


def counted(memory, key, made):
    return memory.remember(key, lambda: made.append(key) or len(made))


def test_a_thing_is_made_once():
    memory, made = Memory(), []
    assert counted(memory, "figures", made) == counted(memory, "figures", made) == 1


def test_nothing_is_as_good_as_something():
    memory, made = Memory(), []
    for _ in range(2):
        memory.remember("none", lambda: made.append(1))
    assert made == [1]


def test_what_was_not_used_for_longest_is_made_again():
    memory, made = Memory(), []
    counted(memory, ("region", "a"), made)
    for number in range(TODAY):
        counted(memory, ("region", number), made)
        counted(memory, ("region", 0), made)
    made.clear()
    counted(memory, ("region", 0), made)
    counted(memory, ("region", "a"), made)
    assert made == [("region", "a")]


def test_past_days_are_forgotten_and_push_nothing_of_today_out():
    memory, made = Memory(), []
    counted(memory, "figures", made)
    for number in range(1000):
        counted(memory, ("figures", FIRST + timedelta(days=number)), made)
    counted(memory, "figures", made)
    assert len(made) == 1001
    counted(memory, ("figures", FIRST + timedelta(days=1000 - PAST)), made)
    assert len(made) == 1001
    counted(memory, ("figures", FIRST + timedelta(days=999 - PAST)), made)
    assert len(made) == 1002
