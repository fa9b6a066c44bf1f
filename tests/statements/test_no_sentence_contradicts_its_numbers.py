"""Every statement of every region against a second, naive implementation of the rules (naive.py)."""

import re
from dataclasses import replace

import pytest

from dashboard.statements.attention import attention_list

from . import naive

BENCHMARKS = {"E92000001": "England", "K02000001": "the United Kingdom", "K99000002": "the UK less offshore"}
BEYOND = "by more than chance explains"
GOOD = {"higher": 1, "lower": -1, "neither": 0}


def figures(site, indicator, code):
    seen = site.observations(indicator).series(code)
    return [(row.period, row.value, row.lower, row.upper) for row in seen if row.value is not None]


class Expected:
    """What the figures of one area allow to be said."""

    def __init__(self, site, indicator, code):
        self.rows = figures(site, indicator, code)
        self.good = GOOD[indicator.better]
        self.money = indicator.prefix == "£"
        self.breaks = [item.since for item in indicator.breaks]
        found = naive.change(indicator.period, self.rows, self.breaks, indicator.seasonal)
        self.method, self.direction, self.signal, self.start = found
        self.judged = self.method not in ("no trend", "direction only") and self.direction is not None
        self.period, *self.figure = self.rows[-1]
        self.benchmark, self.side, self.chance = None, None, None
        if indicator.statistic != "count":
            self._hold(site, indicator, code)
        self.known = self._seen_before(indicator)

    def _seen_before(self, indicator):
        """Whether the figures of three years before showed the same change."""
        year, month = self.period.year - 3, self.period.month
        frequency = naive.grid(indicator.period, self.rows)[0]
        months = {"month": 1, "quarter": 3, "term": 4}.get(frequency, 12)
        last = (year * 12 + month - 1) // months
        rows = [row for row in self.rows if (row[0].year * 12 + row[0].month - 1) // months <= last]
        if not rows or not self.judged:
            return False
        method, direction, *_ = naive.change(indicator.period, rows, self.breaks, indicator.seasonal)
        judged = method not in ("no trend", "direction only") and direction is not None
        return judged and direction == self.direction != 0

    def _hold(self, site, indicator, code):
        for other in BENCHMARKS:
            there = [row for row in figures(site, indicator, other) if row[0] == self.period]
            if other != code and there:
                self.benchmark, self.value = BENCHMARKS[other], there[0][1]
                self.side, self.chance = naive.against(self.figure, self.value, indicator.format)
                return

    def moved(self, indicator):
        """The last figure against the first that is judged, as shown."""
        first = next(row[1] for row in self.rows if row[0] == self.start)
        same = indicator.format(first) == indicator.format(self.figure[0])
        return 0 if same else naive.sign(self.figure[0] - first)

    @property
    def change_is_good(self):
        """+1, -1 or 0: money that rises is not better for it."""
        good = self.direction * self.good
        return 0 if self.money and good > 0 else good

    @property
    def worse(self):
        return self.side is not None and self.side * self.good < 0

    @property
    def worsening(self):
        return self.judged and self.change_is_good < 0

    @property
    def improving(self):
        return self.judged and self.change_is_good > 0


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
        return ("too few", "cannot be judged"), ("usual", "getting", "chance explains, ")
    if expected.direction is None:
        return ("cannot be judged",), ("getting",)
    good = expected.change_is_good
    if expected.direction == 0:
        return ("no real change", "nothing unusual"), ("getting", "rising", "falling", "usual range")
    if expected.method == "recent trend" or expected.signal == "trend":
        word = {1: "getting better", -1: "getting worse"}.get(good)
        return (word or ("rising" if expected.direction > 0 else "falling"),), ("no real", "unusual")
    word = {1: "better than", -1: "worse than"}.get(good)
    return (word or ("higher than" if expected.direction > 0 else "lower than"),), ("no real", "unusual")


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
    if expected.method != "xmr after STL":
        must, never = change_words(expected, indicator)
        assert any(words in change for words in must), (must, change)
        assert not any(words in change for words in never), (never, change)
    trend = expected.method == "recent trend" and expected.direction != 0
    assert (BEYOND in change) == (trend or "both" in change)
    if "since" in change:
        assert str(expected.start.year) in change.split("since", 1)[1]
    if expected.method == "direction only":
        starts = {1: ("up ", "higher "), -1: ("down ", "lower "), 0: ("the same as",)}
        assert change.startswith(starts[expected.moved(indicator)])
    assert item.tier == tier(expected.worsening, expected.improving, expected.worse, expected)
    check_peers(site, indicator, item, expected)


def tier(worsening, improving, worse, expected):
    if worsening:
        return worsening_tier(worse, expected.known)
    if worse:
        return 4 if expected.chance == "beyond" else 6
    if improving:
        return 7
    return 8 if expected.judged or expected.benchmark else 9


def worsening_tier(worse, known):
    if known:
        return 3 if worse else 5
    return 0 if worse else 1


def check_peers(site, indicator, item, expected):
    counts = {"better": 0, "worse": 0, "similar": 0}
    for peer in site.geography.peers(item.area_code, "global"):
        there = [row for row in figures(site, indicator, peer.code) if row[0] == expected.period]
        if there:
            side = naive.apart(expected.figure, there[0][1:], indicator.format) * expected.good
            counts["better" if side > 0 else "worse" if side < 0 else "similar"] += 1
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


def check_districts(site, indicator, item):
    region = site.geography[item.area_code]
    places = [area for area in site.geography.members(region.code) if figures(site, indicator, area.code)]
    covered = {code for area in places for code in site.geography.within.get(area.code, ())}
    places += [
        area
        for area in site.geography.members(region.code, "county")
        if area.code not in covered and figures(site, indicator, area.code)
    ]
    found = [Expected(site, indicator, place.code) for place in places]
    if len(found) == 1:
        assert f"{places[0].name}, the only" in item.text
        return
    said = item.text.removeprefix(f"{indicator.title}: ")
    check_count_of_gaps(found, said)
    judged = [one for one in found if one.judged]
    if judged:
        moves = [one.direction * (one.good or 1) for one in judged]
        words = {1: "getting better|better than usual|rising|higher than usual"}
        words[-1] = "getting worse|worse than usual|falling|lower than usual"
    else:
        moves = [one.moved(indicator) for one in found if one.method == "direction only"]
        words = {1: "up", -1: "down"}
    change = said.partition("; ")[2] or said
    check_counts(change, words, moves, len(found))
    check_sure(found, judged, said, change)
    worse = sum(one.worse for one in found) > len(found) / 2
    worsening = sum(one.worsening for one in found) > len(found) / 2
    tested = all(one.chance != "unknown" for one in found if one.benchmark)
    known = sum(one.worsening and one.known for one in found) > len(found) / 2
    if worsening or worse:
        assert item.tier == (worsening_tier(worse, known) if worsening else (4 if tested else 6))
    else:
        assert item.tier >= 7


def check_sure(found, judged, said, change):
    """Chance is named where margins of error were used; the start is the one that most of them share."""
    trends = [one for one in judged if one.method == "recent trend"]
    moved = len(trends) > len(judged) / 2 and any(one.direction for one in judged)
    gap = all(one.chance in ("beyond", "within") for one in found) and "; " in said
    told = said.count(BEYOND) + ("both" in said and BEYOND in said and not said.startswith("both"))
    assert told >= gap + moved, said
    assert (BEYOND in said) == (gap or moved), said
    if "since" in change:
        starts = [one.start.year for one in found if one.method == "direction only"]
        assert starts
        assert str(max(sorted(starts), key=starts.count)) in change
    if "any of them" in change:
        assert len(judged) == len(found)
        assert change.startswith(("no real change", "nothing unusual"))


def check_counts(said, words, moves, total):
    for sign, pattern in words.items():
        number = re.search(f"(?:{pattern}) in (all of them|\\d+)", said)
        told = 0 if number is None else int(number[1]) if number[1].isdigit() else total
        assert told == moves.count(sign), (said, moves)


def check_count_of_gaps(found, said):
    compared = [one for one in found if one.benchmark]
    where = r"(?:England|the UK less offshore|the United Kingdom)(?: by more than chance explains)? in "
    match = re.match(rf"(not )?(higher|lower) than {where}(both|all (\d+)|any|(\d+))", said)
    assert (match is not None) == bool(compared), said
    if match:
        side = 1 if match[2] == "higher" else -1
        assert not found[0].good or side == -found[0].good
        count = sum(one.side == side for one in compared)
        told = 0 if match[1] else len(compared) if match[3] == "both" else int(match[4] or match[5])
        assert told == count, said


def check(site, item, region):
    indicator = site.indicators[item.indicator]
    own = check_region if figures(site, indicator, region.code) else check_districts
    own(site, indicator, item)
    money = indicator.prefix == "£"
    assert not (money and item.change == "improving")
    unjudged = re.search(r"no trend|only one period|cannot be judged", item.text)
    assert ("in cash terms" in item.text) == (money and not unjudged), item.text
    assert ("partly inflation" in item.reason) == money
    for text in (item.text, item.reason, item.sure):
        assert not re.search(r"significan|p-value|p =|\bnan\b|None|  |\.\.| ;| ,", text), text


@pytest.mark.parametrize("number", range(15))
def test_no_sentence_contradicts_its_numbers(site, number):
    region = site.geography.regions[number]
    statements = attention_list(site, region)
    assert len(statements) > 50
    for item in statements:
        check(site, item, region)


def test_there_are_twenty_regions(site):
    assert len(site.geography.regions) == 20


@pytest.mark.parametrize(
    ("said", "contradiction"),
    [
        ("lower than", "higher than"),
        ("no real change", "getting worse"),
        (f", {BEYOND}", ""),
        ("worse than the usual", "better than the usual"),
        (" since 20", " since 19"),
        ("in 2 of the", "in 3 of the"),
        ("up in", "falling in"),
        (" in cash terms", ""),
        ("only one period", "up since 2010, but 3 figures are too few"),
    ],
)
def test_a_contradiction_is_found(site, said, contradiction):
    region = site.geography["E47000001"]
    twisted = [
        replace(item, text=item.text.replace(said, contradiction))
        for item in attention_list(site, region)
        if said in item.text
    ]
    assert twisted
    assert not [item.text for item in twisted if passes(site, item, region)]


def passes(site, item, region):
    try:
        check(site, item, region)
    except AssertionError:
        return False
    return True
