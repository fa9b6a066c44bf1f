"""All that is looked at in one indicator's file, in an order in which one mends it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dashboard.audit.query import findings
from dashboard.catalogue.indicator import UNSAID, Indicator
from dashboard.catalogue.indicators import read_indicator
from dashboard.datastore.areas import Geography
from dashboard.datastore.assembly.check import refuse_faults
from dashboard.datastore.store import DatastoreError, Store


@dataclass
class QueryCheck:
    """`levels` as findings.rows_by_level gives them; `faults` stop it, `doubts` a person should look at."""

    levels: list[tuple[str, int, int, int]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def checked(
    path: Path, store: Store, geography: Geography, others: dict[str, Indicator], today: date
) -> QueryCheck:
    """What is to be said of the query in the file at `path`. Raises InvalidIndicator for its metadata."""
    item = read_indicator(path)
    found = QueryCheck()
    try:
        refuse_faults(store, [item])
    except DatastoreError as error:
        found.faults += str(error).splitlines()
    try:
        found.levels = findings.rows_by_level(store, item)
        regions = {
            region.code: [each.code for each in geography.members(region.code)]
            for region in geography.regions
        }
        found.faults += silent_faults(store, item, others)
        found.doubts += [
            *findings.odd_owner(item, others),
            *findings.odd_values(store, item),
            *findings.lost_areas(store, item),
            *findings.missing_totals(store, item, regions),
        ]
    except Exception as error:
        if not found.faults:
            found.faults.append(" ".join(str(error).split()))
    if item.caveat == UNSAID:
        found.doubts.append("the caveat is still that of a draft; say what a reader must not conclude")
    if item.reviewed > today:
        found.faults.append(f"reviewed is {item.reviewed}, a day to come; write the day somebody reviewed it")
    return found


def silent_faults(store: Store, item: Indicator, others: dict[str, Indicator]) -> list[str]:
    """What would be shown without a word and be wrong: codes of no area, marks nobody knows, another length
    of period, a title that another has."""
    return [
        *findings.unknown_codes(store, item),
        *findings.odd_statuses(store, item),
        *findings.odd_periods(store, item),
        *findings.same_title(item, others),
    ]
