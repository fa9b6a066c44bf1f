"""The observations of an indicator as a DataFrame: what the product states, for tests to hold against."""

from collections.abc import Iterable

import pandas as pd

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import OPTIONAL, REQUIRED, load
from dashboard.datastore.store import Store

COLUMNS = (*REQUIRED, *OPTIONAL)


def observe(store: Store, indicator: Indicator, areas: Iterable[str] | None = None) -> pd.DataFrame:
    """The observations of `indicator` for `areas` (all districts and larger when None), columns COLUMNS."""
    observations = load(store, indicator)
    wanted = observations.areas() if areas is None else areas
    rows = [item for area in wanted for item in observations.series(area)]
    return pd.DataFrame([[getattr(item, name) for name in COLUMNS] for item in rows], columns=COLUMNS)
