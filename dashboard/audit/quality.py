"""The six quality dimensions of a dataset, counted in its table (METHODS 10)."""

from datetime import date, timedelta

from dashboard.audit.coverage import coverage
from dashboard.catalogue.periods import DURATIONS
from dashboard.datastore.datasets import Dataset
from dashboard.methods import quality
from dashboard.methods.quality import Score
from dashboard.site import Site

CADENCES = {"monthly": "month", "quarterly": "quarter", "yearly": "year"}
GRACE = 31  # days a release may be late before it counts as missed
USUAL_LAG = 366  # days from the end of a period to its figures, where the day of the release is not known
_MARKS = ("", "x", "u", "c", "low", "p", "z", "derived")
_DAYS = {"P1Y": 365, "P3Y": 1095, "P1M": 30, "P3M": 91, "P0D": 0}
_KNOWN = "CASE WHEN {0} IS NOT NULL THEN {0} IN (SELECT area_code FROM areas) END"


def dimensions(site: Site, item: Dataset, today: date, key: tuple[str, ...] = ()) -> dict[str, Score]:
    """The Score of each dimension of `item`, whose table must be in the store, as at `today`.

    `key` are the columns that tell the rows of a table of things apart, where the register names them.
    """
    table, columns = item.dataset, _columns(site, item.dataset)
    if {"area_code", "series", "period", "value"} <= columns:
        counted = _of_figures(site, table, columns)
    else:
        counted = _of_things(site, table, columns, key)
    found = [*counted, freshness(site, item, today), quality.accuracy()]
    return {score.dimension: score for score in found}


def _columns(site: Site, table: str) -> set[str]:
    return {row[0] for row in site.store.rows(f'DESCRIBE "{table}"')}


def _of_figures(site: Site, table: str, columns: set[str]) -> list[Score]:
    vintages = {"released"} & columns  # the same figure, as each release gave it
    return [
        _completeness(site, table),
        _uniqueness(site, table, ("area_code", "series", "period", *vintages)),
        _consistency(site, table),
        _valid(site, table, _rules(columns)),
    ]


def _of_things(site: Site, table: str, columns: set[str], key: tuple[str, ...]) -> list[Score]:
    """A table of things rather than figures: its cells, its key, and codes that exist."""
    filled = " + ".join(f'count("{name}")' for name in sorted(columns))
    rows, present = site.store.rows(f'SELECT count(*), {filled} FROM "{table}"')[0]  # noqa: S608
    codes = sorted(columns & {"area_code", "lsoa21_code", "msoa21_code"})
    rules = {f"the {name.replace('_', ' ')} is a known one": _KNOWN.format(name) for name in codes}
    return [
        quality.completeness(present, rows * len(columns), 1),
        _uniqueness(site, table, key if set(key) <= columns else ()),
        quality.consistency([]),
        _valid(site, table, rules),
    ]


def _completeness(site: Site, table: str) -> Score:
    """Distinct (area, period) with a figure, series by series; areas that have ended are not expected."""
    joined = f'FROM "{table}" AS t JOIN areas AS a ON a.area_code = t.area_code WHERE a.current'
    present = "count(DISTINCT (t.area_code, t.period)) FILTER (t.value IS NOT NULL)"
    expected = "count(DISTINCT t.area_code) * count(DISTINCT t.period)"
    counted = site.store.rows(f"SELECT {present}, {expected} {joined} GROUP BY t.series")
    if not counted:
        return Score("completeness", None, 0, "not assessed: it has no area that exists today")
    return quality.completeness(sum(row[0] for row in counted), sum(row[1] for row in counted), 1)


def _uniqueness(site: Site, table: str, key: tuple[str, ...]) -> Score:
    """Rows with a key of their own. Without a key not assessed: rows that look alike may both be right."""
    if not key:
        return Score("uniqueness", None, 0, "not assessed: no columns are known to tell its rows apart")
    columns = ", ".join(f'"{name}"' for name in key)
    sql = f'SELECT count(*), count(DISTINCT ({columns})) FROM "{table}"'  # noqa: S608 - the store's own names
    rows, distinct = site.store.rows(sql)[0]
    # Counted in the store; as many keys as are distinct, and one of them again for each row that repeats.
    return quality.uniqueness([*range(distinct), *[0] * (rows - distinct)])


def _consistency(site: Site, table: str) -> Score:
    """The same place under a replaced code and its new one, in the same series and period."""
    old = f'recodes AS r JOIN "{table}" AS o ON o.area_code = r.old_code'
    new = "n.area_code = r.new_code AND n.series = o.series AND n.period = o.period"
    pairs = f'SELECT o.value, n.value FROM {old} JOIN "{table}" AS n ON {new}'  # noqa: S608 - the store's own
    return quality.consistency(site.store.rows(pairs))


def _rules(columns: set[str]) -> dict[str, str]:
    """What must hold for a row of figures: words -> SQL that is true, false, or null where not checked."""
    interval = "CASE WHEN lower IS NOT NULL AND upper IS NOT NULL THEN value BETWEEN lower AND upper END"
    rules = {
        "the area is a known one": _KNOWN.format("area_code"),
        "the period begins in the past": "period <= today()",
    }
    if {"lower", "upper"} <= columns:
        rules["the figure lies within its interval"] = interval
    if "status" in columns:
        rules["the mark is a known one"] = f"status IN ({_quoted(_MARKS)})"
    if "duration" in columns:
        rules["the length of the period is a known one"] = f"duration IN ({_quoted(DURATIONS.values())})"
    return rules


def _quoted(words) -> str:
    return ", ".join(f"'{word}'" for word in dict.fromkeys(words))


def _valid(site: Site, table: str, rules: dict[str, str]) -> Score:
    if not rules:
        return quality.validity({})
    counts = ", ".join(f"count(*) FILTER ({rule}), count(*) FILTER (NOT ({rule}))" for rule in rules.values())
    row = site.store.rows(f'SELECT {counts} FROM "{table}"')[0]  # noqa: S608 - our own table and rules
    answers = zip(rules, row[::2], row[1::2], strict=True)
    return quality.validity({name: [True] * good + [False] * bad for name, good, bad in answers})


def freshness(site: Site, item: Dataset, today: date) -> Score:
    """Age against how often it is published, from the day of its release or else its last period."""
    if item.cadence not in CADENCES:
        often = {"finished": "no further release is expected", "irregular": "published irregularly"}
        reason = often.get(item.cadence, f"published {item.cadence}")
        return Score("timeliness", None, 0, f"not assessed: {reason}")
    if item.source_date:
        released = date.fromisoformat(item.source_date[:10])
        return quality.timeliness(min(released, today), CADENCES[item.cadence], today, GRACE)
    last = coverage(site, item.dataset).last
    if last is None:
        return Score("timeliness", None, 0, "not assessed: neither a day of release nor a period is known")
    end = min(last + timedelta(days=_length(site, item.dataset)), today)
    return quality.timeliness(end, CADENCES[item.cadence], today, USUAL_LAG)


def _length(site: Site, table: str) -> int:
    """Days of the table's longest period; 0 where it does not say."""
    if "duration" not in _columns(site, table):
        return 0
    lengths = site.store.rows(f'SELECT DISTINCT duration FROM "{table}"')  # noqa: S608 - the store's own
    return max((_DAYS.get(row[0], 0) for row in lengths), default=0)
