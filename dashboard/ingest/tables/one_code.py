"""One row where an area's old and new code carry the same period: the same place is never counted twice."""

from pathlib import Path

import pandas as pd

from dashboard.ingest.refusal import Refused, number

KEY = ["series", "area_code", "period"]


def one_code(frame: pd.DataFrame, where: Path) -> tuple[pd.DataFrame, list[str]]:
    """`frame` (old_code as published, area_code of today) with one row a key, and what was said of it.

    A figure wins over a blank, then the code of today over the one it replaced. Two codes of one area must
    agree, or Refused is raised. A county and the unitary that followed it inside the same boundary need
    not: publishers add the county's old districts up from rounded or unrevised figures.
    """
    shared = frame.duplicated(KEY, keep=False)
    if not shared.any():
        return frame, []
    pairs = frame[shared]
    figures = pairs.dropna(subset="value")
    followed = figures["old_code"].str[:3] != figures["area_code"].str[:3]
    after_a_county = followed.groupby([figures[column] for column in KEY]).transform("any")
    apart = 0
    for _, rows in figures.groupby(KEY, sort=False):
        if not _agree(rows):
            if not after_a_county[rows.index[0]]:
                _refuse(rows, where)
            apart += 1
    order = pairs.assign(blank=pairs["value"].isna(), replaced=pairs["old_code"] != pairs["area_code"])
    kept = order.sort_values(["blank", "replaced"], kind="stable").drop_duplicates(KEY).index
    sentence = f"{number(apart, 'figure')} of a county left out for another of the unitary that followed it"
    return frame[~shared | frame.index.isin(kept)], [sentence] if apart else []


def _refuse(rows: pd.DataFrame, where: Path) -> None:
    row = rows.iloc[-1]
    codes = " and ".join(rows["old_code"])
    reason = f"{codes} are one place and disagree for {row.series}, {row.period}"
    raise Refused(where, f"{reason}, ask the publisher which holds", int(row.line))


def _agree(rows: pd.DataFrame) -> bool:
    """True where the values are the same when rounded to the decimals of the coarsest."""
    values = rows["value"]
    decimals = min(len(text.partition(".")[2]) for text in rows["value_text"])
    return bool(values.max() - values.min() <= 0.5 * 10.0**-decimals + 1e-9)
