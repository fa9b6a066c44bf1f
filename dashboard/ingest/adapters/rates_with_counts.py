"""ONS rates with the counts behind them, got back from the rates.

The publisher gives rates, not numbers. Because it does not round them, rate times base gives its own numbers.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.ingest.adapters import ons_local_statistics
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.one_code import KEY
from dashboard.ingest.tables.tidy import COLUMNS

OPTIONS = frozenset(("rates", "aliases", "codes", "repeats"))

PER_CENT = 100
COUNTS = ("numerator", "denominator")
inputs = ons_local_statistics.inputs
_AT = ["area_code", "period"]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table of the rates in %, with `numerator` and `denominator`.

    options: `rates` (list of { series, of }): a rate and the series that it is a share of, which is a count
    or, if it is itself among `rates`, the count got back from that one.
    """
    built = ons_local_statistics.build(source, folder, places)
    frame, rates = built.tables[source.dataset], source.options["rates"]
    counts: dict[str, pd.Series] = {}
    tables = []
    for rate in rates:
        table = _counted(frame, rate["series"], _base(frame, rate["of"], counts, source))
        counts[rate["series"]] = table.set_index(_AT)["numerator"]
        tables.append(table)
    joined = pd.concat(tables, ignore_index=True).sort_values(KEY, kind="stable", ignore_index=True)
    tidy = joined[[*COLUMNS, *COUNTS]].astype(dict.fromkeys(("value", "lower", "upper", *COUNTS), "float64"))
    wanted = [rate["series"] for rate in rates]
    described = [entry for entry in built.series if entry["series"] in wanted]
    return AdapterResult({source.dataset: tidy}, built.about, described, built.notes)


def _base(frame: pd.DataFrame, of: str, counts: dict[str, pd.Series], source: Source) -> pd.Series:
    if of in counts:
        return counts[of]
    mine = frame[frame["series"] == of]
    if mine.empty:
        raise Refused(source.file, f"there is no series '{of}' in the data, correct options.rates")
    return mine.set_index(_AT)["value"]


def _counted(frame: pd.DataFrame, series: str, base: pd.Series) -> pd.DataFrame:
    """The rows of a rate with its count, rounded half up to a whole number, and its base."""
    rate = frame[frame["series"] == series].join(base.rename("denominator"), on=_AT)
    return rate.assign(numerator=np.floor(rate["value"] * rate["denominator"] / PER_CENT + 0.5))
