"""One cache for all: within a number and within a weight, what was used last stays."""

from dashboard.runtime.lru_cache import LruCache


def kept(cache: LruCache, keys: str) -> str:
    return "".join(key for key in keys if cache.get(key) is not None)


def test_of_more_than_its_number_the_one_used_least_lately_goes():
    cache = LruCache(count=2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.get("a")
    cache.put("c", 3)
    assert (len(cache), kept(cache, "abc")) == (2, "ac")


def test_of_more_than_its_weight_as_many_go_as_are_too_heavy():
    cache = LruCache(weight=10)
    for key, weight in (("a", 4), ("b", 4), ("c", 9)):
        cache.put(key, key, weight)
    assert (cache.weight, kept(cache, "abc")) == (9, "c")


def test_what_is_put_again_weighs_once():
    cache = LruCache(weight=10)
    cache.put("a", "old", 6)
    cache.put("a", "new", 7)
    assert (cache.weight, cache.get("a")) == (7, "new")


def test_one_that_is_too_large_pushes_nothing_out():
    cache = LruCache(weight=10, largest=5)
    cache.put("a", 1, 5)
    cache.put("b", 2, 6)
    assert (cache.weight, kept(cache, "ab")) == (5, "a")
