"""Counted: what can be said of a region that has no figure of its own, from its local authorities."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from dashboard.methods.change.verdict import BEYOND, CHART_ALONE, WATCHED
from dashboard.methods.parts import holds
from dashboard.methods.polarity import goodness, word
from dashboard.statements.judgement.judgement import Judgement


@dataclass(frozen=True)
class Counted:
    """How many local authorities lie above and below the benchmark, and how many move. Never an average.

    `found` is by figure, lowest first, all of one period: the newest that half of them have; `others` are
    those whose newest is of another. `many` is what they are called together. `above` and `below` count those
    on each side of the benchmark: by their margins of error where `tested` (all of them have one), else by
    the figures as shown. `judged` of them have a change that can be judged; `up` and `down` of those moved
    beyond chance; `watched_up` and `watched_down` too, with rare moves that are only to be watched; `charted`
    are those of which a chart alone finds something, which is not enough.
    """

    found: tuple[Judgement, ...]
    many: str
    compared: int
    above: int
    below: int
    tested: bool
    judged: int
    up: int
    down: int
    watched_up: int
    watched_down: int
    others: tuple[Judgement, ...] = ()
    charted: tuple[Judgement, ...] = ()

    @classmethod
    def of(cls, given: list[Judgement], many: str) -> "Counted":
        """Count over the judgements of a region's local authorities, at least one."""
        period = _shared_period(given)
        found = [item for item in given if item.latest.period == period]
        moves = [item.change for item in found if item.change.verdict != "cannot tell"]
        clear = [move.direction for move in moves if move.scope == BEYOND]
        rare = [move.direction for move in moves if move.scope in (BEYOND, WATCHED)]
        against = [item.against for item in found if item.against]
        sides = [item.direction for item in against]
        return cls(
            found=tuple(sorted(found, key=lambda item: item.latest.figure)),
            many=many,
            compared=len(against),
            above=sides.count(1),
            below=sides.count(-1),
            tested=bool(against) and all(item.chance != "unknown" for item in against),
            judged=len(moves),
            up=clear.count(1),
            down=clear.count(-1),
            watched_up=rare.count(1),
            watched_down=rare.count(-1),
            others=tuple(item for item in given if item.latest.period != period),
            charted=tuple(item for item in found if item.change.scope == CHART_ALONE),
        )

    @property
    def better(self) -> str:
        """Which direction is good: higher, lower or neither."""
        return self.found[0].indicator.better

    @property
    def bad(self) -> int:
        """The bad direction: +1 or -1; 0 where neither is better."""
        return -goodness(1, self.better)

    @property
    def method(self) -> str:
        """The method that judged most of them; where none is judged, direction only if it holds for any."""
        real = [item.change.method for item in self.found if item.change.verdict != "cannot tell"]
        methods = real or [item.change.method for item in self.found]
        return "direction only" if "direction only" in methods else Counter(methods).most_common(1)[0][0]

    @property
    def typical(self) -> Judgement:
        """The first that `method` judged: the example by which the method is described."""
        return next(item for item in self.found if item.change.method == self.method)

    @property
    def scope(self) -> str:
        """'beyond chance' where enough of them moved so, 'watch' where it takes rare moves, or ''."""
        if self._way(self.up, self.down, self.method):
            return BEYOND
        return WATCHED if self._way(self.watched_up, self.watched_down, self.method) else ""

    @property
    def few_watched(self) -> bool:
        """Whether there are only rare moves to watch, in too few districts to speak of the region."""
        rare = self.method == "rare moves" and bool(self.watched_up or self.watched_down)
        return rare and not (self.up or self.down or self.scope)

    @property
    def change(self) -> str:
        """Where at least a third move: improving, worsening, rising or falling; else none, or unknown."""
        if not self.judged:
            return "unknown"
        direction = self._way(self.up, self.down, self.method)
        return word(direction, self.better, "improving", "worsening", "rising", "falling", "none")

    @property
    def direction(self) -> int:
        """The way that at least a third of them moved, the bad one first; 0 where too few did."""
        clear = self._way(self.up, self.down, self.method)
        return clear or self._way(self.watched_up, self.watched_down, self.method)

    @property
    def against(self) -> str:
        """Where at least a third stand beyond chance, or more than half by the figures as shown."""
        if not self.compared:
            return "unknown"
        half = self.compared / 2
        direction = int(self.above > half) - int(self.below > half)
        if self.tested:
            direction = self._way(self.above, self.below, "gap")
        return word(direction, self.better, "better", "worse", "higher", "lower", "similar")

    @property
    def lasts(self) -> bool:
        """Whether enough of them stand on that side by more than a single year can make."""
        side = {"worse": self.bad, "better": -self.bad, "higher": 1, "lower": -1}.get(self.against, 0)
        against = [item.against for item in self.found if item.against]
        lasting = sum(found.direction == side and found.lasting is not None for found in against)
        return holds(lasting, self.compared, "gap")

    @property
    def shared(self) -> bool:
        """Whether those that moved did it with the benchmark: too few have a gap that changed too."""
        moved = [
            item.change
            for item in self.found
            if item.change.scope == BEYOND and item.change.direction == self.direction
        ]
        known = [change.here for change in moved if change.here is not None]
        return bool(known) and not holds(sum(known), len(self.found), self.method)

    @property
    def most(self) -> bool:
        """Whether more than half of them moved beyond chance the way that is said."""
        return (self.up if self.direction > 0 else self.down) > len(self.found) / 2

    @property
    def not_new(self) -> bool:
        """Whether at least a third already moved that way three years before: it is real, but not new."""
        way = self.direction
        before = sum(item.not_new and item.change.direction == way for item in self.found)
        return bool(way) and holds(before, len(self.found), self.method)

    def _way(self, up: int, down: int, rule: str) -> int:
        """The direction that enough of them share; the bad one where both have enough."""
        total = self.compared if rule == "gap" else len(self.found)
        ways = [way for way, count in ((1, up), (-1, down)) if holds(count, total, rule)]
        return self.bad if self.bad in ways else max(ways, key=lambda way: up if way > 0 else down, default=0)


def _shared_period(given: list[Judgement]) -> date:
    """The newest period that at least half of them have as their newest, else the newest of all."""
    counts = Counter(item.latest.period for item in given)
    return max((period for period, count in counts.items() if 2 * count >= len(given)), default=max(counts))
