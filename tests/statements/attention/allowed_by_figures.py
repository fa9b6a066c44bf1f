"""What the figures of an area allow to be said, by the second implementation of the rules (tests/oracle)."""

from tests.oracle.reckoning.change import sign
from tests.oracle.reckoning.overdispersion import more_than_chance
from tests.oracle.reckoning.place import WIDER, gap, side, wider
from tests.oracle.reckoning.verdict import UNTOLD, verdict

BENCHMARKS = {"E92000001": "England", "K02000001": "the United Kingdom", "K99000002": "the UK less offshore"}
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
        self.overdispersion = overdispersion(site, indicator, site.geography[code].level)
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


def overdispersion(site, indicator, level):
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
