"""Small counts: what is hidden, rounded or withheld before a file is published, and the marks (METHODS 8).

Applied when a snapshot is built, for each audience, so that a public file never holds a protected cell.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard.methods.disclosure_audit import Exposure, Relation, audit

SYMBOLS = {
    "c": "confidential: hidden so that nobody can be recognised",
    "low": "a small number, above zero, that rounds to zero or is hidden",
    "x": "not available",
    "z": "not applicable",
    "u": "unreliable: too few people were asked",
    "p": "provisional: it may still be revised",
}


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
    width: float | None = None,
    hide_zero: bool = False,
) -> Protected:
    """Hide counts under `below`, then as many others as it takes that none can be worked out.

    `cells` are counts of people by any key; `relations` say which cells add up to which (totals, nested
    areas, filters, periods). Zeros are shown unless `hide_zero`. A hidden cell is safe when the range it
    can be narrowed to is at least `width` wide (by default `below`). The next cell to hide is the smallest
    open part of a sum that gives a hidden cell away, and its total only when no part is left. Refuses: a
    negative or missing count, a relation that does not add up or names an unknown cell. Should
    nothing be left to hide, `exposed` says what can still be narrowed down.
    """
    _check(cells, relations, below)
    primary = {key for key, count in cells.items() if count < below and (hide_zero or count > 0)}
    hidden = set(primary)
    wide = below if width is None else width
    while exposed := audit(cells, hidden, relations, wide):
        more = _next_to_hide(cells, hidden, relations, exposed)
        if more is None:
            break
        hidden.add(more)
    if not exposed:
        hidden = _without_needless(cells, primary, hidden, relations, wide)
    published = {key: count for key, count in cells.items() if key not in hidden}
    return Protected(published, frozenset(primary), frozenset(hidden - primary), exposed)


def withhold(cells: Mapping[Hashable, float], keys: Iterable[Hashable]) -> dict[Hashable, float | str]:
    """Replace named cells by the mark 'c'. Refuses a key that is not in the table."""
    named = set(keys)
    if unknown := named - set(cells):
        raise ValueError(f"{sorted(map(str, unknown))} cannot be withheld: not in the table; check the keys")
    return {key: "c" if key in named else count for key, count in cells.items()}


def round_half_up(count: float, base: int = 5) -> int:
    """Round a true count of zero or more to a multiple of `base`, halves up: 12.5 -> 15, 2.5 -> 5, 2 -> 0.

    Exact in whatever number it is given; Python's round() takes halves to even, so 22.5 would become 20.
    Always round the true figure: totals are rounded themselves, never summed from rounded cells. Refuses a
    negative count or base.
    """
    if not count >= 0 or base <= 0:
        raise ValueError(f"{count} cannot be rounded to base {base}; both must be positive")
    return int(Fraction(count) / base + Fraction(1, 2)) * base


def enough_people(people: float, published: bool) -> bool:
    """Whether a cell meets the rule that the Skills Imperative 2035 workbooks state (DfE and NFER).

    10,000 people in a cell of a published figure, 1,000 in an unpublished one.
    """
    return people >= (10_000 if published else 1_000)


def _next_to_hide(
    cells: Mapping[Hashable, float],
    hidden: set[Hashable],
    relations: Sequence[Relation],
    exposed: Sequence[Exposure],
) -> Hashable | None:
    """An open part of a sum that gives a hidden cell away; a total only when no part is left.

    First sums in which the exposed cell is hidden alone; there the cell that lies in the fewest sums without
    another hidden one (it completes a rectangle), then the smallest.
    """
    sums = [{r.total, *r.parts} for r in relations]
    totals = {r.total for r in relations}
    leaks = {leak.cell for leak in exposed}
    giving = sorted((members for members in sums if members & leaks), key=lambda m: len(m & hidden))
    for whole in (False, True):
        for members in giving:
            open_cells = [key for key in members - hidden if (key in totals) == whole]
            if open_cells:
                return min(open_cells, key=lambda key: (_alone(key, hidden, sums), cells[key], str(key)))
    return None


def _alone(key: Hashable, hidden: set[Hashable], sums: Sequence[set[Hashable]]) -> int:
    """In how many sums the key would be the only hidden cell."""
    return sum(key in members and not members & hidden for members in sums)


def _without_needless(
    cells: Mapping[Hashable, float],
    primary: set[Hashable],
    hidden: set[Hashable],
    relations: Sequence[Relation],
    width: float,
) -> set[Hashable]:
    """Open again, largest first, every secondary cell that the audit does not miss."""
    for key in sorted(hidden - primary, key=lambda key: (-cells[key], str(key))):
        if not audit(cells, hidden - {key}, relations, width):
            hidden = hidden - {key}
    return hidden


def _check(cells: Mapping[Hashable, float], relations: Sequence[Relation], below: float) -> None:
    for key, count in cells.items():
        if not count >= 0:
            raise ValueError(f"cell {key} holds {count}; counts must be zero or more, and present")
    for relation in relations:
        if unknown := {relation.total, *relation.parts} - set(cells):
            raise ValueError(f"a sum names {sorted(map(str, unknown))}, which the table does not have")
        if abs(cells[relation.total] - sum(cells[part] for part in relation.parts)) > 1e-9:
            raise ValueError(f"the parts of {relation.total} do not add up to it; sum the true counts")
    if below <= 0:
        raise ValueError(f"a threshold of {below} hides nothing; say one above zero")
