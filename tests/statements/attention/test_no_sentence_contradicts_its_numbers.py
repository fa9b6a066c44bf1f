"""Every statement of every region against the second implementation of the rules (tests/oracle).

Here the figures are the product’s, so every indicator is held to the rules; tests/oracle reckons them too.
"""

import re
from dataclasses import replace

import pytest

from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.tiers import TIERS
from tests.oracle.change import sign
from tests.oracle.place import WIDER, against_neighbours, enough, gap, side, wider
from tests.oracle.restless import more_than_chance
from tests.oracle.verdict import UNTOLD, verdict

pytestmark = pytest.mark.core

BENCHMARKS = {"E92000001": "England", "K02000001": "the United Kingdom", "K99000002": "the UK less offshore"}
BEYOND = "by more than chance explains"
PERHAPS = "Worse than England, chance or one year’s luck not ruled out"
GOOD = {"higher": 1, "lower": -1, "neither": 0}


def figures(site, indicator, code):
    seen = site.observations(indicator).series(code)
    return [(row.period, row.value, row.lower, row.upper) for row in seen if row.value is not None]


class Expected:
    """What the figures of one area allow to be said."""

    def __init__(self, site, indicator, code):
        self.rows = figures(site, indicator, code)
        self.good = GOOD[indicator.better]
        self.period, *self.figure = self.rows[-1]
        self.indicator = indicator
        self.there = self._there(site, code)
        self.overdispersion = restless(site, indicator, site.geography[code].level)
        self.money = indicator.prefix == "£"
        found = self._change(self.rows)
        self.method, self.scope, self.start, self.here = found.rule, found.scope, found.start, found.here
        self.direction = found.direction if found.scope == "beyond chance" else 0
        self.lately = found.direction if found.scope else self._newest_move()
        self.judged = self.method not in UNTOLD and not (self.method == "rare moves" and not self.there)
        self.benchmark, self.side, self.chance = None, None, None
        if indicator.statistic != "count":
            self._hold(site, code)
        self.known = self._seen_before()

    def _there(self, site, code):
        """{period: figure} of the first benchmark that has one of the newest period."""
        for other in BENCHMARKS:
            there = {row[0]: row[1] for row in figures(site, self.indicator, other)}
            if other != code and self.period in there:
                return there
        return {}

    def _change(self, rows):
        wide = self.overdispersion**0.5
        if wide > 1:
            rows = [row if None in row else (*row[:2], *wider(row, wide)) for row in rows]
        indicator = self.indicator
        return verdict(
            indicator.period,
            rows,
            list(self.there.items()),
            [item.since for item in indicator.breaks],
            relative=indicator.statistic == "count",
            money=self.money,
            unit=10.0**-indicator.decimals,
            seasonal=indicator.seasonal,
        )

    def _newest_move(self):
        return sign(self.rows[-1][1] - self.rows[-2][1]) if len(self.rows) > 1 else 0

    def _seen_before(self):
        """Whether the figures of three years before showed the same change by the same rule."""
        rows = [row for row in self.rows if row[0].year <= self.period.year - 3]
        if not rows or not self.direction or self.method == "rare moves":
            return False
        found = self._change(rows)
        return (found.rule, found.direction, found.scope) == (self.method, self.direction, self.scope)

    def _hold(self, site, code):
        for other in BENCHMARKS:
            there = [row for row in figures(site, self.indicator, other) if row[0] == self.period]
            if other != code and there:
                self.benchmark, self.value = BENCHMARKS[other], there[0][1]
                if figures(site, self.indicator, other)[-1][0] > self.period:
                    self.benchmark += f" {self.indicator.period_phrase(self.period)}"
                figure, decimals = self.rows[-1], self.indicator.decimals
                self.side, self.chance, _ = gap({"kind": "estimate"}, figure, None, self.value, decimals)
                if self.chance == "beyond":
                    wide = self.overdispersion**0.5
                    self.lasts = side(wider(figure, wide), self.value) != 0
                    self.sure = side(wider(figure, wide * WIDER), self.value) != 0
                return

    def moved(self, indicator):
        """The last figure against the first that is told, as shown; money by its share; in a season, the
        year before (None where that is not held)."""
        if indicator.seasonal:
            year = self.period.replace(year=self.period.year - 1)
            then = next((row[1] for row in self.rows if row[0] == year), None)
            same = then is None or indicator.format(then) == indicator.format(self.figure[0])
            return None if then is None else 0 if same else sign(self.figure[0] - then)
        if self.money and self.there:
            first = 100 * {row[0]: row[1] for row in self.rows}[self.start] / self.there[self.start]
            now = 100 * self.figure[0] / self.there[self.period]
            return 0 if f"{first:.1f}" == f"{now:.1f}" else sign(now - first)
        first = next(row[1] for row in self.rows if row[0] == self.start)
        same = indicator.format(first) == indicator.format(self.figure[0])
        return 0 if same else sign(self.figure[0] - first)

    @property
    def worse(self):
        return self.side is not None and self.side * self.good < 0

    @property
    def worsening(self):
        return self.judged and self.direction * self.good < 0

    @property
    def improving(self):
        return self.judged and self.direction * self.good > 0


def restless(site, indicator, level):
    """How much more yearly moves of the gap vary, in all places of a level, than counts explain."""
    if indicator.statistic not in ("proportion", "rate"):
        return 1.0
    breaks = [item.since for item in indicator.breaks]
    key = ("reckoned again", indicator.id, level)
    return site.remember(key, lambda: more_than_chance(counted(site, indicator, level), breaks))


def counted(site, indicator, level):
    """(figures with limits, {period: England's value}) of every place of a level with counts."""
    seen = site.observations(indicator)
    for code in seen.areas():
        rows = [row for row in seen.series(code) if row.value is not None and row.lower is not None]
        if code not in site.geography.areas or site.geography[code].level != level:
            continue
        if any(row.numerator is not None for row in rows):
            last = rows[-1].period
            found = (
                {row[0]: row[1] for row in figures(site, indicator, other)}
                for other in BENCHMARKS
                if other != code
            )
            yield (
                [(row.period, row.value, row.lower, row.upper) for row in rows],
                next((there for there in found if last in there), {}),
            )


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
    half = [one for one in found if 2 * sum(it.period == one.period for it in found) >= len(found)]
    shared = max(one.period for one in half or found)
    found = [one for one in found if one.period == shared]
    if len(found) == 1:
        assert ", the only" in item.text
        return
    said = item.text.removeprefix(f"{indicator.title}: ")
    check_count_of_gaps(found, said)
    judged = [one for one in found if one.judged]
    if judged:
        moves = [one.direction * (one.good or 1) for one in judged]
        words = {1: "getting better|better than [^(;]*?|rising|higher than usual|the gap is narrow[^(;]*?"}
        words[-1] = "getting worse|worse than [^(;]*?|falling|lower than usual|the gap is wide?[^(;]*?"
        methods = [one.method for one in judged]
        if 2 * methods.count("rare moves") > len(methods):
            moves = [one.direction for one in judged]
            words = {1: "largest rise [^(;]*?", -1: "largest fall [^(;]*?"}
    else:
        moves = [one.moved(indicator) for one in found if one.method == "direction only"]
        words = {1: "up", -1: "down"}
    change = said.partition("; ")[2] or said
    if not any(one.scope == "watch" for one in found):
        check_counts(change, words, moves, len(found))
    check_sure(found, said, change)
    many = len(found)
    bad = [one for one in found if one.worsening]
    if bad and indicator.better != "neither":
        of_region = enough(len(bad), many, bad[0].method)
        assert (item.change == "worsening") == of_region, item.text
    check_shared(found, item, change)
    if item.change == "worsening":
        assert TIERS[item.tier].startswith(("Worse here", "Watch")), item.text


def check_shared(found, item, change):
    """England made it too where the gap changed in too few of those that moved."""
    way = {"worsening": -1, "improving": 1}.get(item.change, 0) * found[0].good
    moved = [
        one for one in found if one.judged and one.scope == "beyond chance" and one.direction == way != 0
    ]
    known = [one.here for one in moved if one.here is not None]
    shared = bool(known) and not enough(sum(known), len(found), moved[0].method)
    assert (", as in " in change or "did not clearly change" in change) == shared, item.text


def check_sure(found, said, change):
    """Chance is named where margins of error were used; the start is the one that most of them share."""
    margins = [one for one in found if one.judged and one.method not in ("rare moves", "chart")]
    moved = any(one.direction for one in margins)
    gap = all(one.chance in ("beyond", "within") for one in found) and "; " in said
    told = said.count(BEYOND) + ("both" in said and BEYOND in said and not said.startswith("both"))
    assert told >= gap + moved, said
    assert (BEYOND in said) == (gap or moved), said
    if "since" in change:
        starts = [one.start.year for one in found if one.method == "direction only"]
        assert starts
        assert str(max(sorted(starts), key=starts.count)) in change
    if "any of them" in change:
        assert "no clear change" in change or "nothing unusual" in change or "no rare move" in change


def check_counts(said, words, moves, total):
    for way, pattern in words.items():
        number = re.search(f"(?:{pattern}) in (all of them|\\d+)", said)
        told = 0 if number is None else int(number[1]) if number[1].isdigit() else total
        assert told == moves.count(way), (said, moves)


def check_count_of_gaps(found, said):
    compared = [one for one in found if one.benchmark]
    named = r"(?:England|the UK less offshore|the United Kingdom)(?: (?:in|on|from) [^,;]*?\d)?"
    where = rf"{named}(?: by more than chance explains)? in "
    match = re.match(rf"(not )?(higher|lower) than {where}(both|all (\d+)|any|either|(\d+))", said)
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
    if indicator.prefix == "£" and item.change not in ("unknown", "none"):
        assert "as a share of " in item.text, item.text
    assert "real change" not in item.text
    if "no clear change" in item.text and item.change == "none":
        assert "Sure of the change" not in item.sure
    for text in (item.text, item.reason, item.sure):
        assert not re.search(r"significan|p-value|p =|\bnan\b|None|  |\.\.| ;| ,", text), text


@pytest.mark.parametrize("number", range(20))
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
        ("no clear change", "getting worse"),
        (f", {BEYOND}", ""),
        ("worse than in", "better than in"),
        ("of ordinary size", "larger than all"),
        (", as in England", ""),
        (", though it", ", and it"),
        (" since 20", " since 19"),
        ("in 2 of the", "in 3 of the"),
        ("up in", "falling in"),
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
