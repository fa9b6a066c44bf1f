"""A line of the attention list on a region's own figure, held against what its figures allow."""

import re

from dashboard.statements.attention.tiers import TIERS
from tests.oracle.reckoning.change import sign
from tests.oracle.reckoning.place import against_neighbours
from tests.statements.attention.allowed_by_figures import Expected, figures

BEYOND = "by more than chance explains"
PERHAPS = "Worse than England, chance or one year’s luck not ruled out"


def check_region(site, indicator, item):
    expected = Expected(site, indicator, item.area_code)
    said = item.text.removeprefix(f"{indicator.title}: ").removesuffix(".")
    gap, _, change = said.partition("; ") if expected.benchmark else ("", "", said)
    if expected.benchmark:
        assert gap.removesuffix(f", {BEYOND}") == gap_words(expected)
        tested = expected.chance == "beyond"
        assert (gap.endswith(BEYOND) or change.endswith(f"both {BEYOND}")) == tested
        assert indicator.format(expected.value) in item.reason
    assert indicator.format(expected.figure[0]) in item.reason
    must, never = change_words(expected, indicator)
    assert any(words in change for words in must), (must, change)
    assert not any(words in change for words in never), (never, change)
    margins = expected.method in ("recent trend", "difference", "periods apart") and expected.direction != 0
    assert (BEYOND in change) == (margins or "both" in change)
    if "since" in change and expected.method not in ("rare moves", "chart"):
        assert str(expected.start.year) in change.split("since", 1)[1]
    if margins:
        assert (", as in " in change or "did not clearly change" in change) == (expected.here is False), (
            change
        )
    if expected.method == "direction only":
        starts = {1: ("up ", "higher "), -1: ("down ", "lower "), 0: ("the same as",), None: ("no figure",)}
        told = re.sub(r"^as a share of [^,]*, ", "", change)
        assert told.startswith(starts[expected.moved(indicator)]), change
    check_turn(expected, indicator, change)
    assert TIERS[item.tier] == tier(expected), (TIERS[item.tier], item.text)
    check_peers(site, indicator, item, expected)


def gap_words(expected):
    if expected.benchmark is None:
        return None
    if expected.side == 0:
        return f"{'the same as' if expected.chance == 'unknown' else 'similar to'} {expected.benchmark}"
    return f"{'higher' if expected.side > 0 else 'lower'} than {expected.benchmark}"


def change_words(expected, indicator):
    """The words that must stand in the sentence, and those that must not."""
    if expected.method == "no trend":
        return ("only one period", "no trend can be judged"), ("since", "usual", "getting")
    if expected.method == "direction only":
        return ("too few", "cannot be judged", "is missing", "is zero", "no figure of a year"), (
            "usual",
            "getting",
            "chance explains, ",
        )
    way, good = expected.direction, (expected.direction or 0) * expected.good
    if expected.method == "rare moves":
        if expected.scope or way:
            return (f"the largest {'rise' if expected.lately > 0 else 'fall'}", "the first"), ("ordinary",)
        ordinary = ("of ordinary size", "than rounding can make", "the same as", "the largest", "the first")
        return ordinary, ("getting", "worse", "better")
    if expected.scope == "chart alone":
        return ("a chart alone is not enough",), ("better", "worse")
    if not way:
        return ("no clear change", "nothing unusual"), ("getting", "rising", "usual range")
    if expected.method == "recent trend":
        word = {1: "getting better", -1: "getting worse"}.get(good)
        return (word or ("rising" if way > 0 else "falling"),), ("no clear", "unusual")
    word = {1: "better than", -1: "worse than"}.get(good)
    return (word or ("higher than" if way > 0 else "lower than"),), ("unusual",)


def check_turn(expected, indicator, change):
    """A line whose figure moved the other way in its last two periods says so."""
    if len(expected.rows) < 2 or expected.method in ("rare moves", "no trend", "chart") or indicator.seasonal:
        return
    told = expected.direction if expected.judged else expected.moved(indicator)
    say, rows = indicator.format, [row[:2] for row in expected.rows]
    if expected.money and expected.there:
        rows = [(day, 100 * value / expected.there[day]) for day, value in rows if day in expected.there]
        say = "{:.1f}".format
    before, now = (value for _, value in rows[-2:])
    turned = say(before) != say(now) and sign(now - before) == -(told or 0)
    assert ("though it" in change) == bool(told and turned), change


def tier(expected):
    """The tier of a region's own figure, from what is expected of it."""
    if expected.worsening and expected.here is not False:
        if expected.known:
            return "Worse here, and for three years or more"
        return f"Worse here: worsening{', and worse than England' if expected.worse else ''}"
    if expected.worse and expected.chance == "beyond" and not expected.lasts:
        return "Watch: worsening, the gap to England with no clear change" if expected.worsening else PERHAPS
    if expected.worse and expected.chance == "beyond":
        if not expected.sure or expected.improving or len(expected.rows) < 2:
            return "Watch: worse than England, surer than 95%"
        shared = ", and worsening, the gap with no clear change" if expected.worsening else ""
        return f"Worse here: worse than England, surer than 99.8%{shared}"
    if expected.worsening:
        return "Watch: worsening, the gap to England with no clear change"
    if expected.scope == "watch" and expected.lately * expected.good < 0:
        return "Watch: a rare move for the worse, which is not sure"
    if expected.worse:
        return PERHAPS
    if expected.improving:
        return "Good news: better than before"
    if expected.scope == "chart alone" and expected.lately * expected.good < 0:
        return "Unusual on a chart, which alone is not enough"
    return "No sign of a problem" if expected.judged or expected.benchmark else "Cannot be judged"


def check_peers(site, indicator, item, expected):
    others = [figures(site, indicator, peer.code) for peer in site.geography.peers(item.area_code, "global")]
    others = [row for rows in others for row in rows if row[0] == expected.period]
    found = against_neighbours(expected.rows[-1], others, indicator.better, indicator.decimals)
    counts = dict(zip(("better", "worse", "similar"), found or (0, 0, 0), strict=False))
    total = sum(counts.values())
    told = item.reason.partition("ONS statistical neighbours): ")[2]
    if not expected.good or indicator.statistic == "count" or not total:
        assert told == ""
        return
    words = {"better": "better than", "worse": "worse than", "similar": "(?:similar to|the same as)"}
    for name, count in counts.items():
        found = re.search(f"{words[name]} (all of them|it|\\d+)", told)
        number = 0 if found is None else int(found[1]) if found[1].isdigit() else total
        assert number == count, (told, counts)
    most = [name for name in ("worse", "better") if counts[name] > total / 2]
    assert item.peers == (most[0] if most else "mixed")
