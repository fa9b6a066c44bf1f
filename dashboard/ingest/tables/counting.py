"""Events counted by area and period, with a zero wherever the file would have held one and did not."""

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.containment import SMALL, Containment
from dashboard.ingest.refusal import Refused, listed, number
from dashboard.ingest.tables.calendar import INTO, MONTHS, Period, end_of
from dashboard.ingest.tables.periods import Reader


def with_periods(
    events: pd.DataFrame, path: Path, options: dict[str, Any], read: Reader, notes: list[str]
) -> pd.DataFrame:
    """`events` with `day` and `duration` of the period that each counts for; those outside the whole periods
    that the file covers are left out, and told. Raises Refused for a text that is no period."""
    found = {text: _read(read, text, path, events, options) for text in events["period"].unique()}
    given = {text: period for text, period in found.items() if period}
    undated = ~events["period"].isin(given.keys())
    if undated.any():
        notes.append(f"{number(undated.sum(), 'row')} without a date not counted")
    whole = _whole_periods({*given.values()}, options)
    into = {text: whole.get(period) for text, period in given.items()}
    kept = events[events["period"].map(into).notna()]
    if outside := len(events) - len(kept) - int(undated.sum()):
        notes.append(f"{number(outside, 'row')} of periods that the file does not cover whole not counted")
    if kept.empty:
        raise Refused(
            path, "no row lies in a period that it covers whole, correct by, from or to in its entry"
        )
    return kept.assign(
        day=kept["period"].map({text: each and each[0] for text, each in into.items()}),
        duration=kept["period"].map({text: each and each[1] for text, each in into.items()}),
    )


def _read(
    read: Reader, text: str, path: Path, events: pd.DataFrame, options: dict[str, Any]
) -> Period | None:
    if not text:
        return None
    try:
        return read(text)
    except ValueError as error:
        line = int(events.loc[events["period"] == text, "line"].iloc[0])
        sentence = f"the period '{text}' cannot be read as {options['periods']}"
        raise Refused(path, f"{sentence}, correct it, or periods in options", line) from error


def _whole_periods(given: set[Period], options: dict[str, Any]) -> dict[Period, Period]:
    """Period of the file -> the period that it counts for, where all of that is covered."""
    if "by" not in options:
        return {period: period for period in given}
    if options["by"] not in INTO:
        raise Refused("options.by", f"'{options['by']}' is unknown, use {listed(INTO)}")
    into = {period: INTO[options["by"]](period[0]) for period in given}
    days = any(duration == "P0D" for _, duration in given)
    if days and not {"from", "to"} <= options.keys():
        raise Refused("options", "its dates are days: say from and to, the first and last day that it covers")
    first, last = options.get("from", date.min), options.get("to", date.max)
    covered = {w: first <= w[0] and end_of(w) <= _after(last) for w in into.values()}
    if not days:
        months = {w: sum(MONTHS[d] for (_, d), at in into.items() if at == w) for w in covered}
        covered = {w: covered[w] and months[w] == MONTHS[w[1]] for w in covered}
    return {period: w for period, w in into.items() if covered[w]}


def _after(day: date) -> date:
    return day if day == date.max else date.fromordinal(day.toordinal() + 1)


def counts(
    events: pd.DataFrame, contained: Containment, covers: list[str], levels: list[str], notes: list[str]
) -> pd.DataFrame:
    """The tidy columns: a row an area of `levels` that lies in `covers`, a series and a period.

    Raises Refused where no row lies in `covers`, whose zeros would say that nothing happened there."""
    districts = set(contained.covered(covers, "district"))
    lies = {code: contained.district(code) for code in events["area_code"].unique()}
    nowhere = events["area_code"] == ""
    outside = ~nowhere & ~events["area_code"].map(lies).isin(districts)
    if nowhere.any():
        notes.append(f"{number(nowhere.sum(), 'row')} without a place in England counted nowhere")
    if outside.any():
        notes.append(f"{number(outside.sum(), 'row')} outside covers not counted")
    inside = events[~nowhere & ~outside]
    if inside.empty:
        sentence = f"no row lies in covers ({listed(covers, 3)}), so that each would have 0"
        raise Refused("options", f"{sentence}, correct covers, or the columns that say where each is")
    for level in levels:
        lost = [c for c in inside["area_code"].unique() if level in SMALL and not contained.holding(c, level)]
        if lost:
            sentence = f"levels has {level}, but rows are placed by {listed(lost, 3)} only, which is wider"
            raise Refused("options", f"{sentence}, take {level} out: its zeros would be wrong")
    return pd.concat([_of_level(inside, events, contained, covers, level) for level in levels])


def _of_level(
    inside: pd.DataFrame, events: pd.DataFrame, contained: Containment, covers: list[str], level: str
) -> pd.DataFrame:
    areas = contained.covered(covers, level)
    holding = {code: contained.holding(code, level) for code in inside["area_code"].unique()}
    placed = inside.assign(area_code=inside["area_code"].map(holding)).explode("area_code")
    keys = ["area_code", "series", "day", "duration"]
    found = placed.dropna(subset="area_code").groupby(keys)["number"].sum()
    periods = list(events[["day", "duration"]].drop_duplicates().itertuples(index=False, name=None))
    every = [(a, s, d, p) for a, s, (d, p) in product(areas, events["series"].unique(), periods)]
    table = found.reindex(pd.MultiIndex.from_tuples(every, names=keys), fill_value=0).reset_index()
    return table.rename(columns={"day": "period", "number": "value"}).assign(status="")
