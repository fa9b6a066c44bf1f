"""Series in which nothing happens, of each kind that a rule may meet, and the same with a shift at the end.

All have a standard deviation of 1 round a level of 100 (a random walk: steps of 1), a row a series.
"""

from dataclasses import dataclass, replace

import numpy as np

LEVEL = 100.0
LIKENESS = {
    "independent": 0.0,
    "autocorrelation 0.3": 0.3,
    "autocorrelation 0.6": 0.6,
    "autocorrelation 0.9": 0.9,
    "random walk": 1.0,
}
SHOCK = "national shock"  # independent, and three standard deviations at the end, here and in England alike
KINDS = (*LIKENESS, SHOCK)
NATIONAL = 3.0


@dataclass(frozen=True)
class Drawn:
    """The figures of places, England's beside them, and what is true of the places: each series x points."""

    figures: np.ndarray
    england: np.ndarray
    truth: np.ndarray


def drawn(kind: str, count: int, points: int, draw: np.random.Generator, margins: bool = False) -> Drawn:
    """`count` series of one of KINDS.

    England stands still, so that its figures hide nothing of the place's: the hardest case for the rules
    that ask whether the gap moved too. In a national shock both share every period's luck, and the shock.
    With `margins` the luck is that of the sample, which cannot walk away: in a random walk it is the truth
    that walks, and the figures scatter round it.
    """
    noise = draw.standard_normal((count, points))
    still = np.full((count, points), LEVEL)
    if kind == SHOCK:
        nation = draw.standard_normal((count, points))
        nation[:, -1] += NATIONAL
        return Drawn(LEVEL + noise + nation, LEVEL + nation, still + nation)
    if kind == "random walk" and margins:
        truth = LEVEL + noise.cumsum(axis=1)
        return Drawn(truth + draw.standard_normal((count, points)), still, truth)
    return Drawn(LEVEL + _alike(noise, LIKENESS[kind]), still, still)


def shifted(given: Drawn, by: float, newest: int) -> Drawn:
    """The same places with their `newest` figures raised by so many standard deviations."""
    moved = given.figures.copy()
    moved[:, moved.shape[1] - newest :] += by
    return replace(given, figures=moved)


def averaged(given: Drawn, years: int) -> Drawn:
    """Averages of so many neighbouring years; where the truth stands still, their luck has again a standard
    deviation of 1."""
    columns = (given.figures, given.england, given.truth)
    figures, england, truth = (
        np.lib.stride_tricks.sliding_window_view(column, years, axis=1).mean(axis=2) for column in columns
    )
    return Drawn(truth + (figures - truth) / (figures - truth).std(), england, truth)


def with_season(given: Drawn, per_year: int) -> Drawn:
    """The same figures on top of a season of three standard deviations."""
    season = 3 * np.sin(2 * np.pi * np.arange(given.figures.shape[1]) / per_year)
    return replace(given, figures=given.figures + season)


def _alike(noise: np.ndarray, likeness: float) -> np.ndarray:
    """Each point is `likeness` times the one before and new luck; at 1 all of it (a random walk)."""
    if likeness >= 1:
        return noise.cumsum(axis=1)
    made = noise.copy()
    for at in range(1, noise.shape[1]):
        made[:, at] = likeness * made[:, at - 1] + (1 - likeness**2) ** 0.5 * noise[:, at]
    return made
