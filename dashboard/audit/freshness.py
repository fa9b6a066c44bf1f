"""Timeliness: how current a dataset is, against how often its publisher gives new figures."""

from dataclasses import replace
from datetime import date, timedelta

from dashboard.audit.coverage import last_period
from dashboard.catalogue.cadences import CADENCES, USUAL_LAG
from dashboard.datastore.datasets import Dataset
from dashboard.exports.tables import shapes_of_tables
from dashboard.methods import quality
from dashboard.methods.quality import Score
from dashboard.site import Site

GRACE = 31  # days a release may be late before it counts as missed
# What is not named here is "every ..." already.
_EVERY = {"monthly": "month", "quarterly": "quarter", "yearly": "year", "paused": "year"}
_DAYS = {"P1Y": 365, "P3Y": 1095, "P1M": 30, "P3M": 91, "P0D": 0}


def freshness(site: Site, item: Dataset, today: date, to: int | None = None) -> Score:
    """Age against how often it is published, from the day of its release or else its last period.

    `to` is the last year that the register says it covers, for a table that has no periods.
    """
    if item.cadence not in CADENCES:
        known = f"say one of {', '.join(CADENCES)} in data/sources/{item.dataset}.toml"
        return Score("timeliness", None, 0, f"not assessed: the cadence {item.cadence!r} is unknown; {known}")
    if not CADENCES[item.cadence]:
        often = {"finished": "no further release is expected", "irregular": "published irregularly"}
        return Score("timeliness", None, 0, f"not assessed: {often[item.cadence]}")
    every = _EVERY.get(item.cadence, item.cadence.removeprefix("every "))
    if item.source_date:
        released = date.fromisoformat(item.source_date[:10])
        return quality.timeliness(min(released, today), every, today, GRACE)
    last = last_period(site, item.dataset)
    if last is None and to:
        found = quality.timeliness(min(date(to, 12, 31), today), every, today, GRACE)
        return replace(found, reason=f"{found.reason}, counted from the end of {to}")
    if last is None:
        return Score("timeliness", None, 0, "not assessed: neither a day of release nor a period is known")
    end = min(last + timedelta(days=_length(site, item.dataset)), today)
    return quality.timeliness(end, every, today, USUAL_LAG)


def _length(site: Site, table: str) -> int:
    """Days of the table's longest period; 0 where it does not say."""
    if "duration" not in shapes_of_tables(site)[table].columns:
        return 0
    lengths = site.store.rows(f'SELECT DISTINCT duration FROM "{table}"')  # noqa: S608 - the store's own
    return max((_DAYS.get(row[0], 0) for row in lengths), default=0)
