"""Can a hidden cell be worked out? A linear program finds the range an outsider could know (METHODS 8).

Source: Fischetti and Salazar (2000), Willenborg and de Waal (2001), the "attacker's problem". What an
outsider knows: every published cell, every sum, and that counts are not negative.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array


@dataclass(frozen=True)
class Relation:
    """`total` is the sum of `parts` (keys of cells): a row, a column, districts of a region, months of a
    year."""

    total: Hashable
    parts: tuple[Hashable, ...]


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
    width: float,
) -> tuple[Exposure, ...]:
    """Every hidden cell that an outsider can narrow to a range of less than `width` people.

    `cells` are the true counts (only those not `hidden` are used as known). An empty answer means safe; a
    hidden cell in no sum at all is always safe. Refuses sums that contradict the published cells.
    """
    names = sorted(hidden, key=str)
    place = {name: i for i, name in enumerate(names)}
    rows, known = _equations(cells, place, relations)
    exposed = []
    for name in sorted({name for row in rows for name in row}, key=str):
        lowest, highest = (_extreme(place, rows, known, name, sign) for sign in (1, -1))
        if highest - lowest < width - 1e-6:
            exposed.append(Exposure(name, lowest, highest))
    return tuple(exposed)


def _equations(
    cells: Mapping[Hashable, float], place: Mapping[Hashable, int], relations: Sequence[Relation]
) -> tuple[list[dict[Hashable, float]], list[float]]:
    """Each sum that touches a hidden cell, as coefficients of the hidden ones and the known remainder."""
    rows, known = [], []
    for relation in relations:
        signs = [(relation.total, 1.0), *((part, -1.0) for part in relation.parts)]
        row = {key: sign for key, sign in signs if key in place}
        if row:
            rows.append(row)
            known.append(-sum(sign * cells[key] for key, sign in signs if key not in place))
    return rows, known


def _extreme(
    place: Mapping[Hashable, int],
    rows: Sequence[Mapping[Hashable, float]],
    known: Sequence[float],
    name: Hashable,
    sign: int,
) -> float:
    """The smallest (sign 1) or largest (-1) value that `name` can take."""
    triples = [(value, i, place[key]) for i, row in enumerate(rows) for key, value in row.items()]
    values, row_of, column_of = (np.array(column) for column in zip(*triples, strict=True))
    matrix = coo_array((values, (row_of.astype(int), column_of.astype(int))), shape=(len(rows), len(place)))
    goal = np.zeros(len(place))
    goal[place[name]] = sign
    found = linprog(goal, A_eq=matrix.tocsr(), b_eq=known, bounds=(0, None), method="highs")
    if found.status == 3:  # unbounded: nothing limits the cell from above
        return np.inf
    if not found.success:
        raise ValueError(f"the sums around {name} contradict each other; sum the true counts again")
    return sign * float(found.fun)
