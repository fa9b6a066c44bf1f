"""The sums of a table as a system of equations, and the parts of it that do not touch each other.

What an outsider knows of a published table: every open cell, every sum, that counts are not
negative, and how figures were rounded.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True)
class Relation:
    """`total` is the sum of `parts` (keys of cells): a row, a column, districts of a region, months.

    `whole` is False where the parts are not all there is (the combined authorities of England): then the
    total is their upper limit, if counts are not negative.
    """

    total: Hashable
    parts: tuple[Hashable, ...]
    whole: bool = True


@dataclass(frozen=True, eq=False)
class System:
    """`matrix` (sums x cells) times the cells is zero, within `slack` for each sum; `place` of each key.

    `lowest` and `highest` are what anybody knows of a cell without its value: 0, or -inf where `signed`.
    """

    place: dict[Hashable, int]
    matrix: csr_array
    slack: np.ndarray
    lowest: np.ndarray
    highest: np.ndarray

    @classmethod
    def of(
        cls,
        keys: Collection[Hashable],
        relations: Sequence[Relation],
        signed: Collection[Hashable] = (),
        unit: float = 0.0,
    ) -> "System":
        """The whole `relations` among `keys`. `unit` is what figures are rounded to (0: exact)."""
        place = {key: i for i, key in enumerate(keys)}
        whole = [relation for relation in relations if relation.whole]
        triples = [(1.0, i, place[sum_.total]) for i, sum_ in enumerate(whole)]
        triples += [(-1.0, i, place[part]) for i, sum_ in enumerate(whole) for part in sum_.parts]
        values, rows, columns = (
            (np.array(each) for each in zip(*triples, strict=True)) if triples else [[]] * 3
        )
        shape = (len(whole), len(place))
        matrix = coo_array((values, (rows, columns)), shape=shape).tocsr()
        slack = np.array([unit / 2 * (1 + len(sum_.parts)) for sum_ in whole])
        lowest = np.zeros(len(place))
        lowest[[place[key] for key in signed]] = -np.inf
        return cls(place, matrix, slack, lowest, np.full(len(place), np.inf))

    def bound(self, values: np.ndarray, hidden: np.ndarray, relations: Sequence[Relation]) -> None:
        """Narrow `lowest` and `highest` of hidden cells by the sums that are not whole, one by one."""
        for sum_ in relations:
            if sum_.whole:
                continue
            total, parts = self.place[sum_.total], np.array([self.place[part] for part in sum_.parts])
            known = values[parts[~hidden[parts]]].sum()
            if hidden[total]:
                self.lowest[total] = max(self.lowest[total], known)
            elif (self.lowest[parts] >= 0).all():
                closed = parts[hidden[parts]]
                self.highest[closed] = np.minimum(self.highest[closed], values[total] - known)

    def blocks(self, columns: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Rows and columns of each part of the system that is held together by the cells in `columns`."""
        used = self.matrix[:, columns]
        touching = np.flatnonzero(np.diff(used.indptr))
        used = used[touching]
        height = len(touching)
        corner = coo_array((height, height)), coo_array((len(columns), len(columns)))
        graph = _bipartite(used, *corner)
        _, label = connected_components(graph, directed=False)
        for name in np.unique(label):
            yield touching[label[:height] == name], columns[label[height:] == name]


def _bipartite(used: csr_array, top: coo_array, bottom: coo_array) -> csr_array:
    from scipy.sparse import block_array

    return block_array([[top, abs(used)], [abs(used).T, bottom]], format="csr")


def wide_enough(system: System, width: "float | Mapping[Hashable, float]") -> np.ndarray:
    """How wide the range of each cell must stay."""
    if isinstance(width, Mapping):
        return np.array([width[key] for key in system.place], dtype=float)
    return np.full(len(system.place), float(width))


def as_array(system: System, cells: Mapping[Hashable, float]) -> np.ndarray:
    """The cells' values in the order of the system."""
    values = np.zeros(len(system.place))
    for key, place in system.place.items():
        values[place] = cells[key]
    return values
