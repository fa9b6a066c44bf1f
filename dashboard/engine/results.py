"""What an engine gives for one indicator, whichever engine it is: the same columns, types and order."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.observations import OPTIONAL, REQUIRED

TYPES = {"area_code": "VARCHAR", "period": "DATE", "value": "DOUBLE", **OPTIONAL}


class CannotRun(ValueError):
    """An indicator that an engine cannot work out; the message names its file and the reason."""


def where(indicator: Indicator) -> str:
    """The file of `indicator`, as messages name it."""
    return f"queries/{indicator.id}.sql"


def shaped(indicator: Indicator, sql: str, given: list[str]) -> str:
    """`sql`, which gives the columns `given`, with every column of TYPES in its own type.

    Both engines run it, so it holds nothing that only one of them knows. Raises CannotRun when area_code,
    period or value is missing.
    """
    if missing := [name for name in REQUIRED if name not in given]:
        raise CannotRun(f"{where(indicator)}: let its SELECT give {', '.join(missing)}")
    columns = ", ".join(_column(name, kind, name in given) for name, kind in TYPES.items())
    return f"SELECT {columns} FROM (\n{sql}\n) AS indicator"  # noqa: S608 - our own columns


def _column(name: str, kind: str, given: bool) -> str:
    value = f"CAST({name if given else 'NULL'} AS {kind})"
    return f"COALESCE({value}, '') AS {name}" if name == "status" else f"{value} AS {name}"
