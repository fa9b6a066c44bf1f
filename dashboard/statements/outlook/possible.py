"""What a figure of an indicator can be, so that no target is set that nobody could reach or meant."""

import numpy as np

from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site
from dashboard.statements.outlook.drawn_ahead import bounds

TIMES = 100  # beyond that somebody typed a nought too many


def possible(site: Site, indicator: Indicator) -> tuple[float, float]:
    """Between which ends a figure of an indicator can be: 0 to 100 for a share, from 0 for what never was
    below, and for all else up to TIMES the largest figure there was. Without any figure nothing is ruled out.
    """
    observations = site.observations(indicator)
    series = (observations.series(code) for code in observations.areas())
    values = [item.value for items in series for item in items if item.value is not None]
    if not values:
        return -np.inf, np.inf
    low, high = bounds(indicator, np.array(values))
    most = TIMES * max(map(abs, values))
    return max(low, -most), min(high, most)
