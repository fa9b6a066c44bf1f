"""Did the pilot work? Many units with it against many without: difference in differences.

Source: Card and Krueger (1994) for two periods; Bertrand, Duflo and Mullainathan (2004) for collapsing
several periods into before and after, one change for each unit, so that the error is not understated.
Staggered starts need Callaway and Sant'Anna (2021) and are not offered here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.methods.polarity import check_better, word


@dataclass(frozen=True)
class Estimate:
    """The change of the treated less that of the others, in the outcome's unit, with standard error and 95%
    limits (Welch; None with fewer than two units in a group). `treated` and `others` count the units used,
    `left_out` those seen before or after only. `verdict`: 'better', 'worse', 'higher', 'lower', 'cannot
    tell'."""

    estimate: float
    error: float | None
    lower: float | None
    upper: float | None
    treated: int
    others: int
    left_out: int
    verdict: str
    reason: str


@dataclass(frozen=True)
class EventStudy:
    """The gap between the groups at each period, less that of the last one before the start, with 95% limits.

    `alike` says whether the groups moved alike before the start (None with fewer than 3 periods before it).
    `overall` compares the means before and after; its verdict is 'cannot tell' unless `alike`.
    """

    gap: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    alike: bool | None
    overall: Estimate


def difference_in_differences(
    treated_before: Sequence[float],
    treated_after: Sequence[float],
    others_before: Sequence[float],
    others_after: Sequence[float],
    *,
    better: str = "neither",
) -> Estimate:
    """Two groups, two periods, a row for each unit; units seen once only (NaN) are left out and counted.

    All four in the outcome's unit. The error is that of the difference of two mean changes (Welch). Two
    periods cannot show whether the groups moved alike before: use `event_study` where earlier periods
    exist. Refuses: before and after of different lengths, a group without any complete unit. 'cannot tell':
    fewer than two units in a group, or an interval that includes no difference.
    """
    check_better(better)
    treated, lost = _changes(treated_before, treated_after, "treated")
    others, gone = _changes(others_before, others_after, "other")
    estimate = float(treated.mean() - others.mean())
    if min(len(treated), len(others)) < 2:
        why = "a group of one unit has no measurable error"
        counts = (len(treated), len(others), lost + gone)
        return Estimate(estimate, None, None, None, *counts, "cannot tell", why)
    error, half = _welch(treated, others)
    direction = int(estimate - half > 0) - int(estimate + half < 0)
    verdict = word(direction, better, "better", "worse", "higher", "lower", "cannot tell")
    reason = f"the changes differ by {'more' if direction else 'no more'} than their margin of error"
    limits = (estimate - half, estimate + half)
    return Estimate(estimate, error, *limits, len(treated), len(others), lost + gone, verdict, reason)


def event_study(
    treated: np.ndarray, others: np.ndarray, start: int, *, better: str = "neither"
) -> EventStudy:
    """Follow the gap between two groups through time, and check that they moved alike before the start.

    `treated` and `others` are units x periods in the outcome's unit, without missing figures, at least two
    units each; `start` is the position of the first period with the pilot. The groups moved alike when no
    earlier gap differs from that of the last period before the start, at 95% for all of them together
    (Bonferroni). Refuses: missing figures, fewer than two units in a group, a start without a period before
    or after.
    """
    treated, others = np.asarray(treated, dtype=float), np.asarray(others, dtype=float)
    _check_panels(treated, others, start)
    moved, stayed = (table - table[:, [start - 1]] for table in (treated, others))
    gap = moved.mean(axis=0) - stayed.mean(axis=0)
    half = np.array([_welch(moved[:, t], stayed[:, t])[1] for t in range(treated.shape[1])])
    alike = _alike(moved, stayed, gap, start)
    overall = difference_in_differences(
        *(part.mean(axis=1) for table in (treated, others) for part in (table[:, :start], table[:, start:])),
        better=better,
    )
    if not alike:
        few = "there are too few periods before the start to see whether the groups moved alike"
        reason = few if alike is None else "the groups did not move alike before the start"
        overall = replace(overall, verdict="cannot tell", reason=reason)
    lower, upper = gap - half, gap + half
    return EventStudy(tuple(gap.tolist()), tuple(lower.tolist()), tuple(upper.tolist()), alike, overall)


def _changes(before: Sequence[float], after: Sequence[float], group: str) -> tuple[np.ndarray, int]:
    first, second = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    if first.shape != second.shape:
        raise ValueError(
            f"the {group} group has {first.size} units before and {second.size} after; give one row each"
        )
    changes = second - first
    complete = changes[~np.isnan(changes)]
    if not len(complete):
        raise ValueError(f"no unit of the {group} group has a figure both before and after; check the units")
    return complete, int(len(changes) - len(complete))


def _welch(a: np.ndarray, b: np.ndarray, confidence: float = 0.95) -> tuple[float, float]:
    """Standard error of the difference of two means, and half the width of its interval."""
    parts = np.array([a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)])
    error = float(np.sqrt(parts.sum()))
    if not error:
        return 0.0, 0.0
    freedom = parts.sum() ** 2 / (parts**2 / [len(a) - 1, len(b) - 1]).sum()
    from scipy import special  # loaded with the first use: half a second

    return error, float(special.stdtrit(freedom, (1 + confidence) / 2)) * error


def _alike(treated: np.ndarray, others: np.ndarray, gap: np.ndarray, start: int) -> bool | None:
    earlier = range(start - 1)
    if len(earlier) < 2:
        return None
    confidence = 1 - 0.05 / len(earlier)
    return all(abs(gap[t]) <= _welch(treated[:, t], others[:, t], confidence)[1] + 1e-12 for t in earlier)


def _check_panels(treated: np.ndarray, others: np.ndarray, start: int) -> None:
    if min(len(treated), len(others)) < 2:
        raise ValueError("a group of one unit has no measurable error; give at least two units a group")
    if np.isnan(treated).any() or np.isnan(others).any():
        raise ValueError("a unit has a period without a figure; leave it out or choose other periods")
    if not 1 <= start < treated.shape[1]:
        raise ValueError(
            f"the start {start} leaves no period before or after it; there are {treated.shape[1]}"
        )
