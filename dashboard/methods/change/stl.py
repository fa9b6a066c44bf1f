"""STL: a seasonal-trend decomposition by loess (Cleveland, Cleveland, McRae & Terpenning 1990), robust form.

Written out over arrays, with the settings that statsmodels takes by itself (seasonal window 7, all local
fits straight lines, two inner and fifteen outer iterations), and held to its figures by a test: loading that
library takes seconds and 100 MB, which a process that answers readers has not.
"""

import numpy as np

Series = np.ndarray

_SEASONAL = 7  # cycles that the season of one is smoothed over
_INNER, _OUTER = 2, 15
_ROUNDING = 1e-9  # of the largest value
_NEAR, _FAR = 0.001, 0.999  # of a distance: nearer weighs one, further nothing


def season_of(values: Series, period: int) -> Series:
    """The seasonal part of `values`: one for each regular period of time, none missing, in their unit.

    `period` is how many make a year. Needs two years at least.
    """
    y = np.asarray(values, dtype=float)
    season, trend, robust = np.zeros(len(y)), np.zeros(len(y)), np.ones(len(y))
    for _ in range(_OUTER):
        season, trend = _inner(y, trend, robust, period)
        robust = _robust_weights(np.abs(y - trend - season), _ROUNDING * np.abs(y).max())
    return _inner(y, trend, robust, period)[0]


def _inner(y: Series, trend: Series, robust: Series, period: int) -> tuple[Series, Series]:
    """Season and trend after the inner iterations, beginning from `trend`."""
    season = np.zeros(len(y))
    window = _odd(int(np.ceil(1.5 * period / (1 - 1.5 / _SEASONAL))))
    for _ in range(_INNER):
        cycles = _cycles(y - trend, robust, period)
        low = _moving(_moving(_moving(cycles, period), period), 3)
        low = _loess(low, np.ones(len(y)), _odd(period + 1))
        season = cycles[period:-period] - low
        trend = _loess(y - season, robust, window)
    return season, trend


def _cycles(detrended: Series, robust: Series, period: int) -> Series:
    """Each month (or quarter) smoothed over the years, and one year further at both ends."""
    smoothed = np.empty(len(detrended) + 2 * period)
    for start in range(period):
        own = detrended[start::period]
        beyond = np.arange(0, len(own) + 2)
        smoothed[start::period] = _loess(own, robust[start::period], _SEASONAL, beyond)
    return smoothed


def _loess(y: Series, robust: Series, window: int, at: Series | None = None) -> Series:
    """Straight lines fitted locally to `y` (at 1, 2, ...) with tricube weights times `robust`, read `at`.

    Where nothing near has a weight: the value itself, beyond the ends that of the end.
    """
    n = len(y)
    x = np.arange(1, n + 1)
    at = x if at is None else at
    first = np.clip(at - (window + 1) // 2, 0, max(n - window, 0))[:, None]
    inside = (x > first) & (x <= first + window)
    distance = np.abs(x - at[:, None])
    reach = np.where(inside, distance, 0).max(axis=1) + max(window - n, 0) // 2
    share = distance / np.maximum(reach, 1e-300)[:, None]
    weight = np.where(share <= _NEAR, 1.0, (1 - np.minimum(share, 1) ** 3) ** 3)
    weight = np.where(inside & (share <= _FAR), weight, 0) * robust
    total = weight.sum(axis=1, keepdims=True)
    fitted = _lines(y, x, at, weight / np.where(total > 0, total, 1), reach)
    return np.where(total[:, 0] > 0, fitted, y[np.clip(at, 1, n) - 1])


def _lines(y: Series, x: Series, at: Series, weight: Series, reach: Series) -> Series:
    """The value at each of `at` of the line through `y` under its row of weights, which sum to one; their
    mean where they lie too close together for a line."""
    middle = weight @ x
    apart = x - middle[:, None]
    spread = (weight * apart**2).sum(axis=1)
    sloped = (reach > 0) & (np.sqrt(spread) > 0.001 * (len(y) - 1))
    slope = np.where(sloped, (at - middle) / np.where(sloped, spread, 1), 0)
    fitted: Series = (weight * (slope[:, None] * apart + 1)) @ y
    return fitted


def _robust_weights(residual: Series, rounding: float) -> Series:
    """Bisquare weights of how far each value lies from what season and trend make of it.

    Where half of them leave nothing but `rounding`, as over two years, which lines fit whole: one for those,
    and nothing for the others. Weights of rounding errors would be chance.
    """
    n = len(residual)
    ordered = np.sort(residual)
    most = 3 * (ordered[n // 2] + ordered[n - n // 2 - 1])
    if most <= rounding:
        return (residual <= rounding).astype(float)
    share = residual / most
    weight = (1 - np.minimum(share, 1) ** 2) ** 2
    return np.where(share <= _NEAR, 1.0, np.where(share <= _FAR, weight, 0.0))


def _moving(values: Series, length: int) -> Series:
    """Moving averages over `length` values, as many fewer."""
    return np.convolve(values, np.full(length, 1 / length), mode="valid")


def _odd(number: int) -> int:
    return number + (number % 2 == 0)
