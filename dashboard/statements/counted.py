"""Counted: what can be said of a region that has no figure of its own, from its local authorities."""

from dataclasses import dataclass

from dashboard.methods.polarity import goodness
from dashboard.statements.judgement import Judgement


@dataclass(frozen=True)
class Counted:
    """How many local authorities are compared, worse, improving and worsening. Never an average of theirs.

    `change` and `against` are what holds for more than half of them.
    """

    found: tuple[Judgement, ...]
    many: str
    compared: int
    worse: int
    judged: int
    improving: int
    worsening: int

    @classmethod
    def of(cls, found: list[Judgement], many: str) -> "Counted":
        """Count over the judgements of a region's local authorities, at least one."""
        real = [item for item in found if item.change.verdict != "cannot tell"]
        goods = [goodness(item.change.direction, item.indicator.better) for item in real]
        against = [item.against.verdict for item in found if item.against]
        return cls(
            found=tuple(sorted(found, key=lambda item: item.latest.value)),
            many=many,
            compared=len(against),
            worse=against.count("worse"),
            judged=len(real),
            improving=sum(good > 0 for good in goods),
            worsening=sum(good < 0 for good in goods),
        )

    @property
    def change(self) -> str:
        """worsening or improving when more than half are; else none, or unknown when none can be judged."""
        if not self.judged:
            return "unknown"
        if self.worsening > len(self.found) / 2:
            return "worsening"
        return "improving" if self.improving > len(self.found) / 2 else "none"

    @property
    def against(self) -> str:
        """worse when more than half are worse than the benchmark; else similar, or unknown without one."""
        if not self.compared:
            return "unknown"
        return "worse" if self.worse > len(self.found) / 2 else "similar"
