"""Tables in JSON as rows of texts: records, columns, JSON-stat and GeoJSON."""

import itertools
import math
from pathlib import Path
from typing import Any

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.formats.book import cell_text
from dashboard.ingest.tables.formats.frames import HEADER
from dashboard.ingest.tables.formats.text_rows import Row
from dashboard.ingest.tables.reading import read_json

MOST_CELLS = 20_000_000


def read_json_rows(path: Path) -> list[Row]:
    """The header and the rows of the table in `path`.

    JSON-stat: for each dimension `<id>` (its codes) and `<id> label`, then value and status. GeoJSON: the
    properties of each feature, then lon and lat of it, or of a point inside it. Else a list of records (one
    may stand under a name: {"results": [...]}), or lists of one length under their names. Raises Refused.
    """
    given = read_json(path)
    if (cube := _cube(given)) is not None:
        return _numbered(*_of_cube(path, cube))
    if isinstance(given, dict) and given.get("type") == "FeatureCollection":
        return _numbered(*_of_features(path, given.get("features")))
    records = _records(given)
    if records is not None:
        return _numbered(*_of_records(records))
    if isinstance(given, dict) and (lists := {k: v for k, v in given.items() if isinstance(v, list)}):
        return _numbered(*_of_columns(path, lists))
    raise Refused(path, "holds no table: neither records, columns, JSON-stat nor GeoJSON, save it as CSV")


def _numbered(head: list[str], rows: list[list[str]]) -> list[Row]:
    return [(HEADER, head), *enumerate(rows, 1)]


def _records(given: Any) -> list[dict[str, Any]] | None:
    """The list of records that `given` is, or the one that it holds under a name."""
    if isinstance(given, list):
        return given if given and all(isinstance(each, dict) for each in given) else None
    if not isinstance(given, dict):
        return None
    found = [mine for value in given.values() if isinstance(value, list) and (mine := _records(value))]
    return found[0] if len(found) == 1 else None


def _of_records(records: list[dict[str, Any]]) -> tuple[list[str], list[list[str]]]:
    flat = [_flat(each) for each in records]
    head = list(dict.fromkeys(itertools.chain.from_iterable(flat)))
    return head, [[cell_text(each.get(name)) for name in head] for each in flat]


def _flat(record: dict[str, Any], before: str = "") -> dict[str, Any]:
    """A record within a record by both names: {"area": {"code": ...}} is "area.code"; lists are left out."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{name}.")
        elif not isinstance(value, list):
            found[f"{before}{name}"] = value
    return found


def _of_columns(path: Path, lists: dict[str, list[Any]]) -> tuple[list[str], list[list[str]]]:
    first, length = next((name, len(values)) for name, values in lists.items())
    for name, values in lists.items():
        if len(values) != length:
            sentence = f"'{name}' has {len(values)} entries where '{first}' has {length}"
            raise Refused(path, f"{sentence}, it looks cut short, download it again")
    return list(lists), [[_scalar(cell) for cell in row] for row in zip(*lists.values(), strict=True)]


def _scalar(value: Any) -> str:
    return "" if isinstance(value, list | dict) else cell_text(value)


def _cube(given: Any) -> dict[str, Any] | None:
    """The JSON-stat data set in `given`, of version 2 or of the first."""
    if not isinstance(given, dict):
        return None
    if isinstance(given.get("dimension"), dict) and "value" in given:
        return given
    found = given.get("dataset") or (next(iter(given.values())) if len(given) == 1 else None)
    is_cube = isinstance(found, dict) and isinstance(found.get("dimension"), dict) and "value" in found
    return found if is_cube else None


def _of_cube(path: Path, cube: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    dimensions = cube["dimension"]
    ids, sizes = (cube.get(name, dimensions.get(name)) for name in ("id", "size"))
    if not isinstance(ids, list) or not isinstance(sizes, list) or len(ids) != len(sizes):
        raise Refused(path, "is JSON-stat without id and size of its dimensions, download it again")
    axes = [_axis(path, name, dimensions.get(name), size) for name, size in zip(ids, sizes, strict=True)]
    total = math.prod(len(codes) for codes, _ in axes)
    if total > MOST_CELLS:
        raise Refused(path, f"is JSON-stat of {total:,} cells, choose fewer of them where it comes from")
    values, status = (_cells(path, cube.get(name), total, name) for name in ("value", "status"))
    head = [text for name in ids for text in (str(name), f"{name} label")]
    parts = itertools.product(*(zip(codes, labels, strict=True) for codes, labels in axes))
    rows = [[*itertools.chain(*row), values[at], status[at]] for at, row in enumerate(parts)]
    return [*head, "value", "status"], rows


def _axis(path: Path, name: str, dimension: Any, size: Any) -> tuple[list[str], list[str]]:
    """(codes, labels) along one dimension, in their order."""
    category = dimension.get("category", {}) if isinstance(dimension, dict) else {}
    index, labels = category.get("index"), category.get("label") or {}
    if isinstance(index, dict):
        codes = sorted(index, key=lambda code: index[code])
    else:
        codes = list(index if isinstance(index, list) else labels)
    if len(codes) != size:
        raise Refused(
            path,
            f"is JSON-stat whose {name} has {len(codes)} categories and the size {size}, download it again",
        )
    return [str(code) for code in codes], [str(labels.get(code, code)) for code in codes]


def _cells(path: Path, given: Any, total: int, name: str) -> list[str]:
    if isinstance(given, dict):
        return [_scalar(given.get(str(at))) for at in range(total)]
    if isinstance(given, list) and len(given) == total:
        return [_scalar(cell) for cell in given]
    if name == "status":
        return [given if isinstance(given, str) else ""] * total
    many = len(given) if isinstance(given, list) else "no list of"
    raise Refused(
        path, f"is JSON-stat with {many} values where its dimensions make {total}, download it again"
    )


def _of_features(path: Path, features: Any) -> tuple[list[str], list[list[str]]]:
    if not isinstance(features, list) or not all(isinstance(each, dict) for each in features):
        raise Refused(path, "is GeoJSON without a list of features, download it again")
    head, rows = _of_records([each.get("properties") or {} for each in features])
    points = [_point(path, each.get("geometry"), at) for at, each in enumerate(features, 1)]
    kept = [name for name in head if name not in ("lon", "lat")]
    own = [[cell for name, cell in zip(head, row, strict=True) if name in kept] for row in rows]
    return [*kept, "lon", "lat"], [[*row, *point] for row, point in zip(own, points, strict=True)]


def _point(path: Path, geometry: Any, at: int) -> list[str]:
    """Longitude and latitude of a point, or of one that lies inside the shape; blank where there is none."""
    if not geometry:
        return ["", ""]
    if geometry.get("type") == "Point":
        found = geometry.get("coordinates") or ["", ""]
        return [cell_text(each) for each in found[:2]]
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    try:
        inside = shape(geometry).representative_point()
    except (ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
        raise Refused(path, "has a shape that cannot be read, download it again", at) from error
    return [repr(float(inside.x)), repr(float(inside.y))]
