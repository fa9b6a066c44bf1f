"""How often each verdict was wrong where nothing happened, and found what did: the measured rates in words.

Measured by `python -m tests.trials`, which writes false_alarms.toml beside this file.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dashboard.capital_letter import capital

MEASURED = Path(__file__).with_name("false_alarms.toml")
MOST_WRONG = 0.05
HARDLY_ANY = 0.05  # of the series of one kind: a rule that speaks on fewer hardly speaks
CAPTION = "False alarms, and what is found, of each verdict by kind of series"
HOW = (
    "Each rule was tried on made-up figures in which nothing happens. Then the newest figures were raised, "
    "to see if the rule finds that: one of them, three for the recent trend, seven for control charts. The "
    "table shows how often a rule speaks. It shows how often it is wrong when it does, and how often it "
    "finds what was raised. A rule should be wrong at most 5 times in 100. In a national shock England moves "
    "as the place does, so it is wrong to call the place worse. Where figures have margins and the truth "
    "itself wanders (a random walk), wrong is what the truth did not do."
)
PILOTS = (
    "Pilots that never were, in districts that nobody touched and on published figures, got a verdict in "
    "114 of 2,656 that could be judged (4.3%); in groups of three districts 133 of 2,728 (4.9%)."
)
HEADER = (
    "Verdict",
    "Kind of series",
    "Points",
    "Speaks on",
    "Wrongly worse",
    "Wrongly better",
    "Finds two standard deviations",
    "Finds three",
)


@dataclass(frozen=True)
class Alarm:
    """One rule on one kind and length of series: of `tried` it `spoke` on so many, called so many of these
    `worse` and `better` though nothing happened, and found a rise of two and of three standard deviations in
    so many of them; None where that was not measured."""

    rule: str
    kind: str
    points: int
    tried: int
    spoke: int
    worse: int
    better: int
    two: int | None = None
    three: int | None = None

    @property
    def wrong(self) -> float:
        """The larger share of the series it spoke on wrongly called worse or better; 0 if it never spoke."""
        return max(self.worse, self.better) / self.spoke if self.spoke else 0.0

    @property
    def too_often(self) -> bool:
        """Whether it errs more than 1 time in 20, by more than the draw of the series explains."""
        return (
            self.spoke > 0
            and self.wrong > MOST_WRONG + 3 * (MOST_WRONG * (1 - MOST_WRONG) / self.spoke) ** 0.5
        )


@cache
def measured() -> tuple[Alarm, ...]:
    """Every rate as it was measured last."""
    return tuple(Alarm(**row) for row in tomllib.loads(MEASURED.read_text(encoding="utf-8"))["rates"])


def summary(rates: Sequence[Alarm]) -> str:
    """Which rules err more than 1 time in 20 on which kinds of series, in a sentence or two."""
    by: dict[str, list[str]] = {}
    for rate in rates:
        if rate.too_often:
            few = ", on which it hardly speaks" if rate.spoke < HARDLY_ANY * rate.tried else ""
            by.setdefault(rate.rule, []).append(f"{rate.kind}, {rate.points} points{few} ({rate.wrong:.0%})")
    if not by:
        return f"None of these {len(rates)} rates is above 5% by more than the draw of the series explains."
    # Nothing that the attention list says rests on these: a test holds that.
    each = "; ".join(f"{rule}: {', '.join(kinds)}" for rule, kinds in by.items())
    above = sum(rate.too_often for rate in rates)
    return (
        f"{above} of these {len(rates)} rates are above 5% by more than the draw of the series explains, so "
        f"no line of an attention list rests on these rules: {each}."
    )


def cells(rate: Alarm) -> list[str]:
    """One row under HEADER. A rule that hardly speaks has no rates worth a number."""
    start = [capital(rate.rule), rate.kind, str(rate.points), f"{rate.spoke / rate.tried:.0%}"]
    if not rate.spoke:
        return [*start, "–", "–", "–", "–"]
    wrong = [f"{count / rate.spoke:.1%}" for count in (rate.worse, rate.better)]
    return [*start, *wrong, *("–" if n is None else f"{n / rate.spoke:.0%}" for n in (rate.two, rate.three))]
