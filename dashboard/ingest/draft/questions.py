"""What the rows that a draft reads leave a person to decide."""

import pandas as pd

from dashboard.catalogue.periods import DURATIONS, PERIOD_KINDS, STARTS
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import listed

_OF_ONE = 2  # a column of per cent whose figures all lie below is likelier one of shares


def period_kind(frame: pd.DataFrame) -> str:
    """The kind of period that an indicator of `frame` has, by its lengths and first days; nothing where there
    is no such kind, as of five years, or of years beside months."""
    durations = set(frame["duration"])
    days = {(day.month, day.day) for day in frame["period"].unique()}
    fit = (kind for kind in PERIOD_KINDS if durations == {DURATIONS[kind]} and days <= STARTS.get(kind, days))
    return next(fit, "")


def questions(frame: pd.DataFrame, draft: SourceDraft, places: Places) -> list[str]:
    """One sentence for each thing about the tidy rows `frame` that only a person can say."""
    return [*_of_periods(frame), *_of_former_districts(frame, draft, places), *_of_shares(frame, draft)]


def _of_periods(frame: pd.DataFrame) -> list[str]:
    if period_kind(frame):
        return []
    lengths = listed(sorted(set(frame["duration"])))
    return [f"period of the query: no kind of indicator has periods of {lengths}; take some of them, or none"]


def _of_former_districts(frame: pd.DataFrame, draft: SourceDraft, places: Places) -> list[str]:
    held = frame.dropna(subset="value")
    former = [code for code in held["area_code"].unique() if code in places.ended]
    counts = [series for series in held["series"].unique() if draft.units.get(series) != "%"]
    if not former or not counts:
        return []
    names = listed(places.names[code] for code in former)
    rule = f'[totals] areas = [{{ series = "{counts[0]}" }}]'
    return [f"figures of former districts ({names}): counts are added up to the districts of today by {rule}"]


def _of_shares(frame: pd.DataFrame, draft: SourceDraft) -> list[str]:
    found = []
    for series, rows in frame.dropna(subset="value").groupby("series", sort=False):
        low, high, times = rows["value"].min(), rows["value"].max(), draft.options.get("times", {})
        multiplied = not isinstance(times, dict) or series in times
        if draft.units.get(str(series)) == "%" and low >= -_OF_ONE and 0 < high < _OF_ONE and not multiplied:
            mend = f"--option 'times={{ \"{series}\" = 100 }}'"
            found.append(f"“{series}” is in % and lies from {low:g} to {high:g}: shares of one? then {mend}")
    return found
