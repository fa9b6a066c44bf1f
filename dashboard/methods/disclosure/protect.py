"""Small counts: what is hidden, rounded or withheld before a file is published.

Applied when a snapshot is built, for each audience, so that a public file never holds a protected cell.
"""

import math
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.disclosure.audit import Exposure, Relation, audit
from dashboard.methods.disclosure.cover import cover, losses
from dashboard.methods.disclosure.system import System, as_array, wide_enough


@dataclass(frozen=True)
class Protected:
    """A table with cells hidden.

    `published` has the count of every open cell; `primary` are the cells hidden because they are small,
    `secondary` those hidden so that the first cannot be worked out. `exposed` is empty when the audit passed;
    otherwise it says what can still be worked out, and the table must not be published.
    """

    published: dict[Hashable, float]
    primary: frozenset[Hashable]
    secondary: frozenset[Hashable]
    exposed: tuple[Exposure, ...]


def suppress(
    cells: Mapping[Hashable, float],
    relations: Sequence[Relation],
    *,
    below: float,
    width: float | Mapping[Hashable, float] | None = None,
    hide_zero: bool = False,
    primary: Collection[Hashable] | None = None,
    signed: Collection[Hashable] = (),
    unit: float = 0.0,
    keep: Collection[Hashable] = (),
) -> Protected:
    """Hide counts under `below`, then as many others as it takes that none can be worked out.

    `cells` are counts by any key; `relations` say which cells add up to which (totals, nested areas,
    filters, periods). Zeros are shown unless `hide_zero`; `primary` names the cells to hide instead of their
    size. `signed` cells are no counts and may be negative; `unit` is what figures are rounded to. A hidden
    cell is safe when the range it can be narrowed to is at least `width` wide (one, or by cell; `below` if
    none is given). Hidden besides is what loses the reader least: few cells, small parts before large ones
    and before what they add
    up to, and those to `keep` only where nothing else will do.
    Refuses: a negative or missing count, a relation that does not add up or names an unknown cell.
    Should nothing be left to hide, `exposed` says what can still be narrowed down.
    """
    _check(cells, relations, below, set(signed), unit)
    if primary is None:
        primary = [key for key, count in cells.items() if count < below and (hide_zero or count > 0)]
    system = System.of(list(cells), relations, signed, unit)
    wide = wide_enough(system, below if width is None else width)
    values = as_array(system, cells)
    hidden = np.array([key in set(primary) for key in cells])
    _hide_ceilings(system, values, hidden, relations, wide)
    system.bound(values, hidden, relations)
    cover(system, values, hidden, losses(system, values, relations, wide, keep), wide)
    closed = {key for key, shut in zip(cells, hidden, strict=True) if shut}
    exposed = audit(cells, closed, relations, below if width is None else width, signed=signed, unit=unit)
    published = {key: count for key, count in cells.items() if key not in closed}
    return Protected(published, frozenset(primary), frozenset(closed - set(primary)), exposed)


def withhold(cells: Mapping[Hashable, float], keys: Iterable[Hashable]) -> dict[Hashable, float | str]:
    """Replace named cells by the mark 'c'. Refuses a key that is not in the table."""
    named = set(keys)
    if unknown := named - set(cells):
        raise ValueError(f"{sorted(map(str, unknown))} cannot be withheld: not in the table; check the keys")
    return {key: "c" if key in named else count for key, count in cells.items()}


def _hide_ceilings(
    system: System, values: np.ndarray, hidden: np.ndarray, relations: Sequence[Relation], width: np.ndarray
) -> None:
    """Hide a total that leaves its hidden parts less than `width` though they are not all there is."""
    for sum_ in relations:
        total, parts = system.place[sum_.total], np.array([system.place[part] for part in sum_.parts])
        if not sum_.whole and hidden[parts].any() and (system.lowest[parts] >= 0).all():
            left = values[total] - values[parts[~hidden[parts]]].sum()
            hidden[total] |= left < width[parts[hidden[parts]]].max()


def _check(
    cells: Mapping[Hashable, float],
    relations: Sequence[Relation],
    below: float,
    signed: set[Hashable],
    unit: float,
) -> None:
    for key, count in cells.items():
        if not count >= (-math.inf if key in signed else 0):
            raise ValueError(f"cell {key} holds {count}; counts must be zero or more, and present")
    for relation in relations:
        if unknown := {relation.total, *relation.parts} - set(cells):
            raise ValueError(f"a sum names {sorted(map(str, unknown))}, which the table does not have")
        over = sum(cells[part] for part in relation.parts) - cells[relation.total]
        within = unit / 2 * (1 + len(relation.parts)) + 1e-9
        if over > within or (relation.whole and over < -within):
            raise ValueError(f"the parts of {relation.total} do not add up to it; sum the true counts")
    if below <= 0:
        raise ValueError(f"a threshold of {below} hides nothing; say one above zero")
