"""The ranges that hidden cells can take, found with few linear programs.

Every solution of a program is a table that an outsider cannot rule out, so it widens the known range of all
cells at once. First many cells that share no sum are pushed up together, then down; only what is still narrow
is looked at one by one.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csc_array, csr_array, eye_array, hstack

from dashboard.methods.disclosure.system import System

_NEAR = 1e-6


@dataclass(eq=False)
class Ranges:
    """Some hidden cells, held together by sums: `matrix` times their values is `known`.

    `low` and `high` are the range shown to be possible so far, each cell between `least` and `most`. A range
    of its `width` is wide enough, and is not looked at further.
    """

    matrix: csr_array
    known: np.ndarray
    least: np.ndarray
    most: np.ndarray
    width: np.ndarray
    low: np.ndarray
    high: np.ndarray

    @classmethod
    def of(
        cls, system: System, values: np.ndarray, rows: np.ndarray, columns: np.ndarray, width: np.ndarray
    ) -> "Ranges":
        """Of the hidden cells `columns`, which the sums `rows` tie; `values` hold 0 for hidden cells.

        Raises ValueError where no table fits the open cells.
        """
        known = -(system.matrix[rows] @ values)
        matrix = system.matrix[rows][:, columns].tocsr()
        least, most = system.lowest[columns], system.highest[columns]
        one = _one_table(matrix, known, system.slack[rows], least, most)
        return cls(matrix, matrix @ one, least, most, width, one, one.copy())

    def narrow(self) -> np.ndarray:
        """The cells (by number) that cannot be anything in a range of `width`; their range is then exact."""
        if not self.matrix.shape[0]:  # in no sum at all
            self.low, self.high = self.least.copy(), self.most.copy()
            return self._todo()
        self.sweep()
        for cell in self._todo():
            if (
                self.high[cell] - self.low[cell] < self.width[cell] - _NEAR
            ):  # others may have widened it since
                self._push(np.array([cell]), -1)
                self._push(np.array([cell]), 1)
        return self._todo()

    def sweep(self) -> None:
        """Widen what can be widened together."""
        before = -1
        while (left := self._todo()).size and left.size != before:
            before = left.size
            self._push(_apart(self.matrix, left), -1)
            self._push(_apart(self.matrix, self._todo()), 1)

    def seen(self, table: np.ndarray) -> None:
        """Take note of values that are possible."""
        np.minimum(self.low, table, out=self.low)
        np.maximum(self.high, table, out=self.high)

    def _todo(self) -> np.ndarray:
        return np.flatnonzero(self.high - self.low < self.width - _NEAR)

    def _push(self, cells: np.ndarray, sign: int) -> None:
        """Find a table in which `cells` are as large (sign -1) or as small (1) as can be, and need be."""
        if not cells.size:
            return
        least, most = self.least.copy(), self.most.copy()
        goal = np.zeros(len(least))
        goal[cells] = sign
        if sign < 0:
            most[cells] = np.minimum(most[cells], self.low[cells] + self.width[cells])
        else:
            least[cells] = np.maximum(least[cells], self.high[cells] - self.width[cells])
        found = _solved(goal, self.matrix, self.known, least, most)
        if found is not None:
            self.seen(found)


def _apart(matrix: csr_array, cells: np.ndarray) -> np.ndarray:
    """Some of `cells`, no two of them in one sum, so that none stands in another's way."""
    by_cell = csc_array(matrix)
    taken = np.zeros(matrix.shape[0], dtype=bool)
    chosen = []
    for cell in cells:
        sums = by_cell.indices[by_cell.indptr[cell] : by_cell.indptr[cell + 1]]
        if not taken[sums].any():
            taken[sums] = True
            chosen.append(cell)
    return np.array(chosen, dtype=int)


def _one_table(
    matrix: csr_array, known: np.ndarray, slack: np.ndarray, least: np.ndarray, most: np.ndarray
) -> np.ndarray:
    """Any values that fit the open cells to their rounding."""
    height, wide = matrix.shape
    if not height:
        return np.zeros(wide)  # their ranges are those of their bounds, see narrow()
    free = hstack([matrix, eye_array(height)]).tocsr()
    found = _solved(np.zeros(wide + height), free, known, np.r_[least, -slack], np.r_[most, slack])
    if found is None:
        raise ValueError("the sums around the hidden cells contradict each other; sum the true counts again")
    return found[:wide]


def _solved(
    goal: np.ndarray, matrix: csr_array, known: np.ndarray, least: np.ndarray, most: np.ndarray
) -> np.ndarray | None:
    found = linprog(goal, A_eq=matrix, b_eq=known, bounds=np.column_stack([least, most]), method="highs-ds")
    return found.x if found.success else None
