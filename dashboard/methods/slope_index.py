"""How steeply a figure falls or rises from the most deprived to the least: slope and relative index."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.intervals import normal

FEWEST, MOST = 5, 100  # groups that a slope is drawn through
DRAWS = 100_000
_SEED = 2010
_BLOCK = 5_000  # draws at once
Scale = Callable[[np.ndarray], np.ndarray]
_KINDS = ("number", "rate", "proportion")


@dataclass(frozen=True)
class SlopeIndex:
    """The straight line through the groups, from its most deprived end to its least deprived one.

    `start` is the line's figure at the most deprived end; `slope` (the slope index of inequality) is what the
    least deprived end has more than that, in the unit of the values; `ratio` (the relative index) is the
    least deprived end as a multiple of the most deprived. Limits are None where no group has a margin of
    error.
    """

    start: float
    slope: float
    ratio: float
    slope_limits: tuple[float, float] | None = None
    ratio_limits: tuple[float, float] | None = None

    @property
    def end(self) -> float:
        """The line's figure at the least deprived end."""
        return self.start + self.slope

    @property
    def direction(self) -> int | None:
        """+1 or -1 where the interval leaves a flat line out, 0 where it does not, None without one."""
        if self.slope_limits is None:
            return None
        low, high = self.slope_limits
        return int(low > 0) - int(high < 0)


def slope_index(
    values: Sequence[float],
    population: Sequence[float],
    lower: Sequence[float] | None = None,
    upper: Sequence[float] | None = None,
    *,
    kind: str = "number",
    bent: bool = False,
    confidence: float = 0.95,
    draws: int = DRAWS,
) -> SlopeIndex:
    """The slope and relative index of inequality of groups in order, the most deprived first.

    Source: OHID, `phe_sii` (PHEindicatormethods). Least squares weighted by the people of each group, over
    the share of all people that is more deprived than the middle of the group. `lower` and `upper` are the
    groups' 95% limits; those of the indices come from seeded draws of every group's figure, normal as it is
    (kind 'number'), on the log ('rate') or log-odds scale ('proportion', 0 to 1). With `bent` the line is
    drawn on that scale too. Refuses: fewer than 5 groups or more than 100, a group without people or a
    figure, a rate of 0 or less, a proportion outside 0 to 1.
    """
    y, people = np.asarray(values, dtype=float), np.asarray(population, dtype=float)
    _check(y, people, kind)
    to, back = _SCALES[kind]
    fit = _fit(people)
    start, slope = fit @ (to(y) if bent else y)
    ends = _ends(np.array([start]), np.array([slope]), back if bent else None)
    found = SlopeIndex(float(ends[0][0]), float(ends[1][0] - ends[0][0]), float(ends[1][0] / ends[0][0]))
    if lower is None or upper is None or np.isnan([lower, upper]).any():
        return found
    errors = (to(np.asarray(upper, dtype=float)) - to(np.asarray(lower, dtype=float))) / 2 / normal(0.95)
    chance = np.random.default_rng(_SEED)

    def lines_of(size: int) -> np.ndarray:
        drawn = chance.normal(to(y), errors, (size, len(y)))
        lines: np.ndarray = (drawn if bent else back(drawn)) @ fit.T
        return lines

    lines = np.concatenate([lines_of(size) for size in _blocks(draws)])
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    if bent:
        slopes = np.quantile(lines[:, 1], tails)
        low, high = _ends(start + (slope - slopes) / 2, slopes, back)
        return _limited(found, high - low, high / low)
    ratios = (lines[:, 0] + lines[:, 1]) / lines[:, 0]
    return _limited(found, np.quantile(lines[:, 1], tails), np.quantile(ratios, tails))


def _blocks(draws: int) -> list[int]:
    """How many to draw at once: all of them with what is made of them would take 24 MB."""
    whole, rest = divmod(draws, _BLOCK)
    return [_BLOCK] * whole + [rest] * bool(rest)


def _fit(people: np.ndarray) -> np.ndarray:
    """What values are multiplied by for the start and slope of the line: 2 x groups."""
    share = people / people.sum()
    middle = np.cumsum(share) - share / 2
    design = np.column_stack([np.ones(len(share)), middle])
    weighted = design.T * share
    return np.linalg.solve(weighted @ design, weighted)


def _ends(start: np.ndarray, slope: np.ndarray, back: Scale | None) -> tuple[np.ndarray, np.ndarray]:
    low, high = start, start + slope
    return (low, high) if back is None else (back(low), back(high))


def _limited(found: SlopeIndex, slopes: np.ndarray, ratios: np.ndarray) -> SlopeIndex:
    (low, high), (least, most) = slopes.tolist(), ratios.tolist()
    return SlopeIndex(found.start, found.slope, found.ratio, (low, high), (least, most))


def _check(values: np.ndarray, people: np.ndarray, kind: str) -> None:
    if kind not in _KINDS:
        raise ValueError(f"kind is one of {', '.join(_KINDS)}, not {kind!r}")
    if not FEWEST <= len(values) <= MOST:
        raise ValueError(f"{len(values)} groups; give {FEWEST} to {MOST}")
    if not (people > 0).all() or np.isnan(values).any():
        raise ValueError("give every group its people, more than none, and its figure")
    if kind == "rate" and (values <= 0).any():
        raise ValueError("a rate of 0 or less has no logarithm; give rates above 0")
    if kind == "proportion" and not ((values > 0) & (values < 1)).all():
        raise ValueError("give proportions between 0 and 1")


def _logit(share: np.ndarray) -> np.ndarray:
    logit: np.ndarray = np.log(share / (1 - share))
    return logit


def _share(logit: np.ndarray) -> np.ndarray:
    share: np.ndarray = 1 / (1 + np.exp(-logit))
    return share


_SCALES: dict[str, tuple[Scale, Scale]] = {
    "number": (lambda value: value, lambda value: value),
    "rate": (np.log, np.exp),
    "proportion": (_logit, _share),
}
