"""Which other cells to hide so that small ones cannot be worked out, at the least loss to the reader.

Source: the least-cost protection of Kelly, Golden and Assad (1992) and Fischetti and Salazar (2000): two
tables that fit all the sums and stand far enough apart in the cell to protect; whatever has to move
between them must be hidden. What is lost is weighed: a cell that many others add up to is kept longest.
"""

from collections.abc import Collection, Hashable, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import block_diag, csr_array, hstack, vstack

from dashboard.methods.disclosure.ranges import Ranges
from dashboard.methods.disclosure.system import Relation, System

_NEAR = 1e-6
_KEPT = 30  # how many times its loss is taken for a cell that the reader needs


def losses(
    system: System,
    values: np.ndarray,
    relations: Sequence[Relation],
    width: np.ndarray,
    keep: Collection[Hashable],
) -> np.ndarray:
    """What is lost with each cell: more for each cell that it sums up, most for those to `keep`, a little for
    its size."""
    parts = np.ones(len(values))
    for sum_ in relations:
        if sum_.whole:
            parts[system.place[sum_.total]] += len(sum_.parts)
    parts[[system.place[key] for key in keep]] *= _KEPT
    lost: np.ndarray = parts * (1 + np.abs(values) / (10 * width + np.abs(values)))
    return lost


def cover(
    system: System, values: np.ndarray, hidden: np.ndarray, loss: np.ndarray, width: np.ndarray
) -> None:
    """Add to `hidden` what it takes for no hidden cell to be known within less than its `width`.

    `values` are the true ones. A cell that nothing can protect is left as it is: audit afterwards.
    """
    for rows, columns in system.blocks(np.arange(len(values))):
        if hidden[columns].any():
            part = _Part(system, values, rows, columns, loss, width)
            hidden[columns] = part.covered(hidden[columns])


class _Part:
    """One part of the system that no sum ties to another."""

    def __init__(
        self,
        system: System,
        values: np.ndarray,
        rows: np.ndarray,
        columns: np.ndarray,
        loss: np.ndarray,
        width: np.ndarray,
    ) -> None:
        self.matrix = system.matrix[rows][:, columns].tocsr()
        self.values, self.loss, self.width = values[columns], loss[columns], width[columns]
        self.least, self.most = system.lowest[columns], system.highest[columns]
        self.low, self.high = self.values.copy(), self.values.copy()

    def covered(self, hidden: np.ndarray) -> np.ndarray:
        """`hidden` and what is added to it."""
        hidden, hopeless = hidden.copy(), np.zeros(len(hidden), dtype=bool)
        self._look(hidden)
        while (left := self._left(hidden & ~hopeless)).size:
            cell = left[np.argmin((self.high - self.low)[left])]
            moved = self._protect(cell, hidden)
            if moved is None:
                hopeless[cell] = True
                continue
            hidden |= moved
        return hidden

    def _look(self, hidden: np.ndarray) -> None:
        """What is wide already because of the cells that are hidden anyway."""
        columns = np.flatnonzero(hidden)
        matrix = self.matrix[:, columns].tocsr()
        now = self.values[columns]
        ranges = Ranges(
            matrix,
            matrix @ now,
            self.least[columns],
            self.most[columns],
            self.width[columns],
            now,
            now.copy(),
        )
        ranges.sweep()
        self.low[columns], self.high[columns] = ranges.low, ranges.high

    def _left(self, cells: np.ndarray) -> np.ndarray:
        return np.flatnonzero(cells & (self.high - self.low < self.width - _NEAR))

    def _protect(self, cell: int, hidden: np.ndarray) -> np.ndarray | None:
        """What moves between two tables that lie wide enough apart in `cell`; None where no two do."""
        wide = len(self.values)
        both = hstack([self.matrix, -self.matrix])  # up, down: a table is the true one plus up minus down
        # A cell that can give only a little costs as much as one that gives all: fewer are hidden.
        gives = np.clip(np.abs(self.values), self.width[cell] / 100, self.width[cell])
        price = np.where(hidden, 0.0, self.loss / gives)
        room = np.column_stack([self.most - self.values, self.values - self.least]).T.ravel()
        apart = np.zeros(4 * wide)
        apart[[cell, 3 * wide + cell]], apart[[wide + cell, 2 * wide + cell]] = 1, -1
        found = linprog(
            np.tile(price, 4),
            A_eq=vstack([block_diag([both, both]), csr_array(apart[None])]).tocsr(),
            b_eq=np.r_[np.zeros(2 * self.matrix.shape[0]), self.width[cell]],
            bounds=np.column_stack([np.zeros(4 * wide), np.tile(room, 2)]),
            method="highs-ds",
        )
        if not found.success:
            return None
        up, down = (found.x[i : i + wide] - found.x[i + wide : i + 2 * wide] for i in (0, 2 * wide))
        for move in (up, down):
            self.low, self.high = (
                np.minimum(self.low, self.values + move),
                np.maximum(self.high, self.values + move),
            )
        moved: np.ndarray = (np.abs(up) > _NEAR) | (np.abs(down) > _NEAR)
        return moved
