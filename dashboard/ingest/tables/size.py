"""Whether a name stands for the place that it is joined to: its counts are held against its residents.

A publisher who gives names instead of codes may mean another area: the authority of another year, or a part
of one. Then its counts are out of all proportion to who lives in the place, and the release is refused.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.datastore.areas import ENGLAND
from dashboard.ingest.disclosure.sums import selected
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed, number
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.reading import read_json

# Residents: the City of London has more jobs than people, and counts of few are noise.
SMALLEST_PLACE = 20_000


def sized(
    frame: pd.DataFrame, source: Source, folder: Path, places: Places
) -> tuple[pd.DataFrame, list[str]]:
    """`frame` with what [size] sets aside left blank, and notes on it.

    [size]: `residents`, the file of mid-year populations; `rules`, each with `of` (the rows that count
    people, chosen as in [protection]), `factor` (how many times more or fewer than England's share of the
    residents is too far) and `nested` (by what share a wider area may differ from its districts);
    `set_aside`, rows known to be of another place (`area_code` and other columns), which stay blank.
    `unchecked` says why nothing is held. Raises Refused for a place that is out of proportion.
    """
    given = source.size
    if not given or "unchecked" in given:
        return frame, []
    people = residents(folder / given["residents"], places)
    people = pd.concat([people, *_founded(people, source)], ignore_index=True)
    aside = pd.Series(False, index=frame.index)
    for wanted in given.get("set_aside", []):
        aside |= selected(frame, wanted)
    off = [_off(frame, aside, rule, people, source, places) for rule in given["rules"]]
    notes = [f"{number(aside.sum(), 'figure')} of [size] set_aside left blank"] if aside.any() else []
    if mended := set(frame.loc[aside, "area_code"]) - set().union(*off):
        notes.append(f"{listed(sorted(mended))} is in proportion now: take it out of [size] set_aside")
    blank = {"value": frame["value"].mask(aside), "status": frame["status"].mask(aside, "x")}
    return frame.assign(**blank), notes


def residents(path: Path, places: Places) -> pd.DataFrame:
    """area_code, year, residents: mid-year population (ONS), each place under its code of today."""
    given = read_json(path)
    columns = {"area_code": "areacd", "year": "xDomainNumb", "residents": "value"}
    frame = pd.DataFrame({ours: given[theirs] for ours, theirs in columns.items()})
    frame = frame.dropna().astype({"year": "int64", "residents": "float64"})
    frame["area_code"] = frame["area_code"].replace(places.recodes)
    return frame.drop_duplicates(["area_code", "year"], keep="last")


def _founded(people: pd.DataFrame, source: Source) -> Iterator[pd.DataFrame]:
    """The residents of regions that ONS does not have, from the districts that the entry gives them."""
    for code, area in source.options.get("areas", {}).items():
        inside = people[people["area_code"].isin(area.get("founded", []))]
        if len(inside):
            yield inside.groupby("year", as_index=False)["residents"].sum().assign(area_code=code)


def _off(
    frame: pd.DataFrame,
    aside: pd.Series,
    rule: dict[str, Any],
    people: pd.DataFrame,
    source: Source,
    places: Places,
) -> set[str]:
    """The places that are out of proportion by `rule`; Refused for one that is not set aside."""
    rows = frame[selected(frame, rule["of"]) & frame["value"].notna()]
    if rows.empty:
        raise Refused(source.file, f"[size] counts {rule['of']}, which is not in the data, correct it")
    held = _against(rows, people)
    far = held[(held["times"] > rule["factor"]) | (held["times"] < 1 / rule["factor"])]
    _refuse_far(far[~aside[far.index]], rule, source, places)
    if "nested" in rule:
        _refuse_parts(rows[~aside[rows.index]], rule["nested"], source, places)
    return set(far["area_code"])


def _against(rows: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """`rows` with `residents` and `times`: their value over England's share of residents (or the median)."""
    years = rows["year"] if "year" in rows else rows["period"].map(lambda day: day.year)
    years = years.astype("int64").clip(people["year"].min(), people["year"].max())
    held = (
        rows.assign(year=years, label=rows.index).merge(people, on=["area_code", "year"]).set_index("label")
    )
    share = held["value"] / held["residents"]
    england = share[held["area_code"] == ENGLAND].groupby(held["year"]).first()
    usual = held["year"].map(england).fillna(share.groupby(held["year"]).transform("median"))
    return held.assign(times=share / usual)[held["residents"] >= SMALLEST_PLACE]


def _refuse_far(far: pd.DataFrame, rule: dict[str, Any], source: Source, places: Places) -> None:
    if far.empty:
        return
    row = far.loc[far["times"].map(lambda times: max(times, 1 / times)).idxmax()]
    names = {code: places.names.get(code, code) for code in far["area_code"]}
    others = sorted({*names.values()} - {names[row.area_code]})
    also = f" (and {listed(others)})" if others else ""
    raise Refused(
        source.path,
        f"{names[row.area_code]} in {row.year}{also} has {row.times:.2f} times what its "
        f"{row.residents:,.0f} residents make likely (more than {rule['factor']} times off), so the name is "
        f"another place's: correct the names in {source.file}, or add it to [size] set_aside",
    )


def _refuse_parts(rows: pd.DataFrame, nested: float, source: Source, places: Places) -> None:
    """Where a wider area and every district in it have a figure, they agree."""
    for _, now in rows.groupby("period" if "period" in rows else "year"):
        held = now.set_index("area_code")["value"]
        for code, value in held.items():
            inside = places.inside(code).get("district", []) if places.levels.get(code) != "district" else []
            if not inside or not set(inside) <= set(held.index):
                continue
            if abs(held[inside].sum() / value - 1) > nested:
                sentence = f"{value:,.0f} where its districts have {held[inside].sum():,.0f}"
                why = f"the name is another place's, correct the names in {source.file}"
                raise Refused(source.path, f"{places.names[code]} has {sentence}: {why}")
