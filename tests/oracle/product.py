"""The only place where the second implementation meets the product: it asks for what the product states."""

import pandas as pd

from tests.observations import observe


def observed(store, indicators, name):
    """The product's figures of an indicator: every district and wider place."""
    return observe(store, indicators[name])


def neighbourhoods(store, indicators, name):
    """The product's figures of every neighbourhood in England, as its query gives them."""
    frame = store.arrow(indicators[name].sql).to_pandas()
    frame["period"] = pd.to_datetime(frame.period).dt.date
    return frame[frame.area_code.str.startswith("E01")]
