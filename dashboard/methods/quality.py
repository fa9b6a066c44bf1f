"""Six dimensions of data quality, computed.

Source: The Government Data Quality Framework (2020). A null counts against completeness only. Every score
is a share from 0 to 1, or None with the reason: accuracy is 'not assessed' unless figures were compared.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.methods.missing import is_known

DAYS = {"month": 31, "quarter": 92, "term": 122, "six months": 183, "year": 366}
DAYS |= {"few years": 1827, "ten years": 3653}
DIMENSIONS = ("completeness", "uniqueness", "consistency", "timeliness", "validity", "accuracy")


@dataclass(frozen=True)
class Score:
    """One dimension: `share` from 0 to 1 (None = not assessed), of `checked` things, and a plain sentence."""

    dimension: str
    share: float | None
    checked: int
    reason: str


def completeness(present: int, areas: int, periods: int) -> Score:
    """Values that are there, out of areas x periods expected. Refuses more values than expected, or none
    expected."""
    expected = areas * periods
    if not 0 <= present <= expected or expected == 0:
        raise ValueError(
            f"{present} values of {areas} areas x {periods} periods; count non-null values of distinct keys"
        )
    return Score("completeness", present / expected, expected, f"{present} of {expected} figures are there")


def uniqueness(keys: Iterable[Hashable]) -> Score:
    """Distinct keys out of rows. `keys` has one for each row (area, series, period)."""
    rows = list(keys)
    distinct = len(set(rows))
    if not rows:
        return Score("uniqueness", None, 0, "not assessed: there are no rows")
    return Score(
        "uniqueness",
        distinct / len(rows),
        len(rows),
        f"{len(rows) - distinct} of {len(rows)} rows repeat another",
    )


def consistency(pairs: Iterable[tuple[float | None, float | None]], tolerance: float = 0.0) -> Score:
    """Parts against totals, or the same place under an old and a new code: (sum of parts, published total).

    Both in one unit; they agree within `tolerance`, in that unit (the rounding of the source). A pair with a
    missing side is not checked.
    """
    whole = [(a, b) for a, b in pairs if is_known(a) and is_known(b)]
    # The sums of decimals differ in their last digits; that is not disagreement.
    agree = sum(abs(a - b) <= tolerance + 1e-9 * max(abs(a), abs(b)) for a, b in whole)
    if not whole:
        return Score("consistency", None, 0, "not assessed: nothing to compare with")
    return Score("consistency", agree / len(whole), len(whole), f"{agree} of {len(whole)} comparisons agree")


def timeliness(latest: date, cadence: str, today: date, lag: int = 0) -> Score:
    """How current the latest figures are: 1 while none is overdue, then down by a release missed at a time.

    `latest` is the end of the latest period, `cadence` one of DAYS, `lag` the days a
    publisher normally takes. The share is 1 / (1 + releases missed). Refuses an unknown cadence, and a period
    that ends after `today`.
    """
    if cadence not in DAYS:
        raise ValueError(f"cadence {cadence!r} is unknown; say one of {', '.join(DAYS)}")
    age = (today - latest).days
    if age < 0:
        raise ValueError(f"the latest period ends {latest}, after {today}; check the dates")
    missed = releases_missed(age, DAYS[cadence], lag)
    sentence = "up to date" if not missed else f"{missed} release{'' if missed == 1 else 's'} behind"
    return Score("timeliness", 1 / (1 + missed), 1, f"{age} days old, published every {cadence}: {sentence}")


def releases_missed(age: int, every: int, lag: int) -> int:
    """How many releases have been missed by figures `age` days old that come `every` so many days, each `lag`
    days after the period that it tells of."""
    return max(0, (age - lag - 1) // every)


def validity(results: Mapping[str, Sequence[bool | None]]) -> Score:
    """Rule by rule, one answer for each value; None (no value) is not checked. The reason names the rule
    that fails most."""
    answers = {rule: [a for a in checks if a is not None] for rule, checks in results.items()}
    total = sum(map(len, answers.values()))
    if not total:
        return Score("validity", None, 0, "not assessed: no rule could be checked")
    failed = {rule: sum(not a for a in checks) for rule, checks in answers.items()}
    worst = max(failed, key=lambda rule: failed[rule])
    reason = f"most often broken: {worst} ({failed[worst]} times)" if failed[worst] else "every rule holds"
    return Score("validity", 1 - sum(failed.values()) / total, total, reason)


def accuracy(pairs: Iterable[tuple[float | None, float | None]] = (), tolerance: float = 0.0) -> Score:
    """Figures against an independent source, (ours, theirs) in one unit; 'not assessed' without any."""
    compared = consistency(pairs, tolerance)
    reason = compared.reason if compared.checked else "not assessed: not compared with another source"
    return Score("accuracy", compared.share, compared.checked, reason)
