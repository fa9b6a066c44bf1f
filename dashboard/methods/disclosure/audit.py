"""Can a hidden cell be worked out? A linear program finds the range an outsider could know.

Source: Fischetti and Salazar (2000), Willenborg and de Waal (2001), the "attacker's problem".
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.methods.disclosure.ranges import Ranges
from dashboard.methods.disclosure.system import Relation, System, as_array, wide_enough

__all__ = ["Exposure", "Relation", "audit"]


@dataclass(frozen=True)
class Exposure:
    """A hidden cell that can be narrowed to between `lowest` and `highest`."""

    cell: Hashable
    lowest: float
    highest: float


def audit(
    cells: Mapping[Hashable, float],
    hidden: Collection[Hashable],
    relations: Sequence[Relation],
    width: float | Mapping[Hashable, float],
    *,
    signed: Collection[Hashable] = (),
    unit: float = 0.0,
) -> tuple[Exposure, ...]:
    """Every hidden cell that an outsider can narrow to a range of less than `width` (one, or by cell).

    `cells` are the values; those of `hidden` ones are not used and may be missing. `signed` may be
    negative; all others are counts. `unit` is what figures are rounded to. An empty answer means safe; a
    hidden cell in no sum at all is always safe. Each part of the table that no sum ties to another is looked
    at by itself, and sums that are not whole limit one cell at a time. Refuses sums that contradict the
    published cells.
    """
    closed = set(hidden)
    system = System.of([*cells, *(key for key in closed if key not in cells)], relations, signed, unit)
    values = as_array(
        system, dict.fromkeys(closed, 0.0) | {k: v for k, v in cells.items() if k not in closed}
    )
    mask = np.zeros(len(values), dtype=bool)
    mask[[system.place[key] for key in closed]] = True
    system.bound(values, mask, relations)
    names, wide = list(system.place), wide_enough(system, width)
    found = []
    for rows, columns in system.blocks(np.flatnonzero(mask)):
        ranges = Ranges.of(system, values, rows, columns, wide[columns])
        for i in ranges.narrow():
            found.append(Exposure(names[columns[i]], float(ranges.low[i]), float(ranges.high[i])))
    return tuple(sorted(found, key=lambda leak: str(leak.cell)))
