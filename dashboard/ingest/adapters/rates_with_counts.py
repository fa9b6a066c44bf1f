"""ONS rates with the counts behind them, got back from the rates, and combined authorities made of these.

The publisher gives rates, not numbers. Because it does not round them, rate times base gives its own numbers.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from dashboard.ingest.adapters import ons_local_statistics
from dashboard.ingest.built import Built
from dashboard.ingest.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register import Source
from dashboard.ingest.tidy import COLUMNS, KEY

PER_CENT = 100
COUNTS = ("numerator", "denominator")
inputs = ons_local_statistics.inputs
_WHERE = ["area_code", "period"]


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table of the rates in %, with `numerator` and `denominator`.

    options: `rates` (list of { series, of }): a rate and the series that it is a share of, which is a count
    or, if it is itself among `rates`, the count got back from that one. A combined authority without a
    published rate has the sums of its districts, status 'derived', where all of them have both counts.
    """
    built = ons_local_statistics.build(source, folder, places)
    frame, rates = built.tables[source.dataset], source.options["rates"]
    counts: dict[str, pd.Series] = {}
    tables = []
    for rate in rates:
        table = _counted(frame, rate["series"], _base(frame, rate["of"], counts, source))
        counts[rate["series"]] = table.set_index(_WHERE)["numerator"]
        tables += [table, _of_authorities(table, places)]
    joined = pd.concat(tables, ignore_index=True).sort_values(KEY, kind="stable", ignore_index=True)
    tidy = joined[[*COLUMNS, *COUNTS]].astype(dict.fromkeys(("value", "lower", "upper", *COUNTS), "float64"))
    wanted = [rate["series"] for rate in rates]
    described = [entry for entry in built.series if entry["series"] in wanted]
    return Built({source.dataset: tidy}, built.about, described, built.notes)


def _base(frame: pd.DataFrame, of: str, counts: dict[str, pd.Series], source: Source) -> pd.Series:
    if of in counts:
        return counts[of]
    mine = frame[frame["series"] == of]
    if mine.empty:
        raise Refused(source.file, f"there is no series '{of}' in the data, correct options.rates")
    return mine.set_index(_WHERE)["value"]


def _counted(frame: pd.DataFrame, series: str, base: pd.Series) -> pd.DataFrame:
    """The rows of a rate with its count, rounded half up to a whole number, and its base."""
    rate = frame[frame["series"] == series].join(base.rename("denominator"), on=_WHERE)
    return rate.assign(numerator=np.floor(rate["value"] * rate["denominator"] / PER_CENT + 0.5))


def _of_authorities(table: pd.DataFrame, places: Places) -> pd.DataFrame:
    """The combined authorities that `table` lacks, from the counts of all their districts."""
    published = pd.MultiIndex.from_frame(table[_WHERE])
    made = []
    whole = table.dropna(subset=list(COUNTS))
    for code in sorted(code for code in places.current if places.levels[code] == "combined_authority"):
        districts = places.inside(code).get("district", [])
        mine = whole[whole["area_code"].isin(districts)]
        sums = {name: (name, "sum") for name in COUNTS} | {"districts": ("area_code", "nunique")}
        summed = mine.groupby(["series", "period", "duration"], as_index=False).agg(**sums)
        summed = summed[summed["districts"] == len(districts)].assign(area_code=code, status="derived")
        made.append(summed[~pd.MultiIndex.from_frame(summed[_WHERE]).isin(published)])
    frame = pd.concat(made, ignore_index=True) if made else table.head(0)
    # A base of nothing has no rate.
    share = PER_CENT * frame["numerator"] / frame["denominator"].replace(0, np.nan)
    return frame.assign(value=share, lower=np.nan, upper=np.nan).reindex(columns=table.columns)
