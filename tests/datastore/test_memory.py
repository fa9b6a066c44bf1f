"""What is remembered has a bound, and what was used last stays within it."""

import threading
from datetime import date, timedelta

import pytest

from dashboard.datastore.memory import PAST_WEIGHT, TODAY_WEIGHT, Memory
from dashboard.datastore.store import Store
from dashboard.runtime.lru_cache import weight_of
from dashboard.runtime.query_priority import QUERY_PRIORITY
from dashboard.settings import Settings
from dashboard.site import open_site
from dashboard.statements.attention.attention import attention_list

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


def test_a_quick_request_does_not_wait_for_what_costly_work_makes():
    memory, begun, end, made = Memory(), threading.Event(), threading.Event(), []

    def slowly():
        begun.set()
        assert end.wait(10)
        return made.append("costly") or "figures"

    def work():
        QUERY_PRIORITY.begin(costly=True)
        memory.remember("key", slowly)
        QUERY_PRIORITY.end()

    working = threading.Thread(target=work)
    working.start()
    assert begun.wait(10)
    QUERY_PRIORITY.begin(costly=False)
    assert memory.remember("key", lambda: made.append("quick") or "figures") == "figures"
    QUERY_PRIORITY.end()
    assert made == ["quick"]
    end.set()
    working.join(10)
    assert made == ["quick", "costly"]


def of_bytes(memory, key, made, size):
    return memory.remember(key, lambda: made.append(key) or bytes(size))


def test_what_was_not_used_for_longest_is_made_again():
    memory, made, third = Memory(), [], TODAY_WEIGHT // 3
    for name in ("a", "b", "a", "c", "a", "b"):
        of_bytes(memory, ("region", name), made, third)
    assert [name for _, name in made] == ["a", "b", "c", "b"]


def test_many_small_things_push_nothing_large_out():
    memory, made = Memory(), []
    of_bytes(memory, "figures", made, TODAY_WEIGHT // 2)
    for number in range(5000):
        counted(memory, ("region", number), made)
    made.clear()
    of_bytes(memory, "figures", made, TODAY_WEIGHT // 2)
    assert made == []


def test_past_days_are_forgotten_and_push_nothing_of_today_out():
    memory, made = Memory(), []
    of_bytes(memory, "figures", made, TODAY_WEIGHT // 2)
    for number in range(10):
        of_bytes(memory, ("figures", FIRST + timedelta(days=number)), made, PAST_WEIGHT // 4)
    assert len(made) == 11
    of_bytes(memory, "figures", made, TODAY_WEIGHT // 2)
    of_bytes(memory, ("figures", FIRST + timedelta(days=9)), made, PAST_WEIGHT // 4)
    assert len(made) == 11
    of_bytes(memory, ("figures", FIRST), made, PAST_WEIGHT // 4)
    assert len(made) == 12


def test_figures_weigh_what_they_hold_and_what_all_share_weighs_nothing():
    from dashboard.datastore.areas import Area

    alone = weight_of([bytes(1000)])
    assert 1000 < alone < 1300
    assert weight_of([Area("E47000001", "Greater Manchester", "city_region"), bytes(1000)]) - alone < 20
    one = bytes(1000)
    assert weight_of([one, one]) - alone < 20


@pytest.mark.full
def test_a_past_day_is_read_once_for_the_pages_of_all_regions(built_in, monkeypatch):
    """It took ten times as long, for every page of it, while one day weighed more than there was room for."""
    site = open_site(Settings(data=built_in, audience="office")).at(date(2025, 6, 1))
    first, second, *_ = site.geography.regions
    attention_list(site, first)
    read = []
    monkeypatch.setattr(Store, "arrays", lambda *given: read.append(given))
    assert attention_list(site, second)
    assert read == []
