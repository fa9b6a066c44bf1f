"""Whether limits may be worked out from an indicator's counts, and how rough its publisher made them."""

from math import sqrt

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.datasets import counts_of, sources_of
from dashboard.datastore.store import Store

# Cases that a perturbed count is off by (standard deviation). Measured on the census of 2021: the totals of
# one neighbourhood differ between tables by 1.8 over 13 cells, so a cell by 0.5; a numerator is up to 4.
PERTURBED = 1.0


def rounding_noise(store: Store, indicator: Indicator) -> float | None:
    """By how much the publisher moved a count that `indicator` reads: the standard deviation, in cases.

    0 for counts of every case, which they are unless the register says otherwise. None where they are
    weighted up from a sample or modelled; the base of a rate may be modelled (mid-year populations).
    """
    kinds = counts_of(store, indicator)
    if indicator.statistic == "rate" and kinds != {"modelled"}:
        kinds = kinds - {"modelled"}
    if kinds & {"survey", "modelled"}:
        return None
    rounded = max(_roundings(store, indicator), default=0.0) if "rounded" in kinds else 0.0
    # Rounding to 5 moves a count evenly by up to 2.5 either way.
    return max(rounded / sqrt(12), PERTURBED if "perturbed" in kinds else 0.0)


def _roundings(store: Store, indicator: Indicator) -> list[float]:
    roundings = dict(store.rows("SELECT dataset, rounding FROM datasets WHERE counts = 'rounded'"))
    return [roundings[name] for name in sources_of(store, indicator) if name in roundings]
