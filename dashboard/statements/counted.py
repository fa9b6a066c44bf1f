"""Counted: what can be said of a region that has no figure of its own, from its local authorities."""

from collections import Counter
from dataclasses import dataclass

from dashboard.methods.polarity import word
from dashboard.statements.cash import polarity
from dashboard.statements.judgement import Judgement


@dataclass(frozen=True)
class Counted:
    """How many local authorities lie above and below the benchmark, and how many move. Never an average.

    `found` is by figure, lowest first; `many` what they are called together. `above` and `below` count those
    on each side of the benchmark: by their margins of error where `tested` (all of them have one), else by
    the figures as shown. `judged` of them have a change that can be judged; `up` and `down` of those moved.
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

    @classmethod
    def of(cls, found: list[Judgement], many: str) -> "Counted":
        """Count over the judgements of a region's local authorities, at least one."""
        moves = [item.change.direction for item in found if item.change.verdict != "cannot tell"]
        against = [item.against for item in found if item.against]
        sides = [item.direction for item in against]
        return cls(
            found=tuple(sorted(found, key=lambda item: item.latest.value)),
            many=many,
            compared=len(against),
            above=sides.count(1),
            below=sides.count(-1),
            tested=bool(against) and all(item.chance != "unknown" for item in against),
            judged=len(moves),
            up=moves.count(1),
            down=moves.count(-1),
        )

    @property
    def better(self) -> str:
        """Which direction is good: higher, lower or neither."""
        return self.found[0].indicator.better

    @property
    def method(self) -> str:
        """The method that judged most of them; where none is judged, direction only if it holds for any."""
        real = [item.change.method for item in self.found if item.change.verdict != "cannot tell"]
        methods = real or [item.change.method for item in self.found]
        return "direction only" if "direction only" in methods else Counter(methods).most_common(1)[0][0]

    @property
    def typical(self) -> Judgement:
        """The first of them that `method` judged: what is said of the method is said of it."""
        return next(item for item in self.found if item.change.method == self.method)

    @property
    def change(self) -> str:
        """Where more than half move: improving, worsening, rising or falling; else none, or unknown."""
        if not self.judged:
            return "unknown"
        direction = self._most(self.up, self.down)
        better = polarity(self.found[0].indicator, direction)
        return word(direction, better, "improving", "worsening", "rising", "falling", "none")

    @property
    def against(self) -> str:
        """Where more than half stand: better, worse, higher or lower; else similar, or unknown."""
        if not self.compared:
            return "unknown"
        direction = self._most(self.above, self.below)
        return word(direction, self.better, "better", "worse", "higher", "lower", "similar")

    @property
    def known(self) -> bool:
        """Whether more than half already moved that way three years before: it is real, but no news."""
        way = self._most(self.up, self.down)
        return bool(way) and bool(self._most(*(self._known(side) for side in (1, -1))))

    def _known(self, way: int) -> int:
        return sum(item.known and item.change.direction == way for item in self.found)

    def _most(self, up: int, down: int) -> int:
        half = len(self.found) / 2
        return int(up > half) - int(down > half)
