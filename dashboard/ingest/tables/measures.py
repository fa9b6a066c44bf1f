"""What the measure of each row says, as the name of its series: as it stands, or by a pattern."""

import re
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.tables.grids import Grid


def measures(grid: Grid, columns: list[str]) -> list[str]:
    """What the `columns` of the measure say, row by row, joined by a comma."""
    at = [grid.at(name) for name in columns]
    return [", ".join(filter(None, (row[column] for column in at))) for _, row in grid.rows]


def by_pattern(frame: pd.DataFrame, path: Path, patterns: dict[str, str]) -> pd.DataFrame:
    """The rows of `frame` whose series matches one of `patterns` (our name -> regular expression), so named.

    For measures that a publisher words otherwise from one release to the next. Raises Refused for a measure
    that two patterns match, and for a period in which a pattern matches none, or two.
    """
    texts = frame["series"].unique()
    named: dict[str, str] = {}
    for series, pattern in patterns.items():
        for text in texts:
            if not re.search(pattern, text):
                continue
            if text in named:
                two = listed([named[text], series])
                raise Refused(path, f"'{text}' matches the patterns of {two}, correct options.patterns")
            named[text] = series
    found = frame[["series", "period"]].drop_duplicates().assign(ours=lambda each: each["series"].map(named))
    counts = found.groupby(["ours", "period"])["series"].nunique().unstack(fill_value=0)
    counts = counts.reindex(index=list(patterns), columns=frame["period"].unique(), fill_value=0)
    for series, pattern in patterns.items():
        odd = counts.loc[series][counts.loc[series] != 1]
        if len(odd):
            many = "no measure matches" if odd.iloc[0] == 0 else f"{odd.iloc[0]} measures match"
            when = listed(odd.index[odd == odd.iloc[0]])
            raise Refused(path, f"{many} '{pattern}' ({series}) in {when}, correct options.patterns")
    return frame.assign(series=frame["series"].map(named)).dropna(subset="series")


def check_patterns(options: dict[str, Any], where: str) -> None:
    """Raises Refused for a pattern that is no regular expression."""
    for series, pattern in options.get("patterns", {}).items():
        try:
            re.compile(pattern)
        except re.error as error:
            reason = f"'{pattern}' is no regular expression ({error}), correct it"
            raise Refused(where, f"options.patterns: {series}: {reason}") from error
