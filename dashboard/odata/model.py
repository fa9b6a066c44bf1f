"""Model: the tables there are, and the documents that tell a program of them."""

from typing import Any

from dashboard.exports.sheet import Column
from dashboard.odata.entity_set import EntitySet
from dashboard.odata.figures import NEIGHBOURHOOD_OBSERVATIONS, OBSERVATIONS
from dashboard.odata.lists import AREAS, INDICATORS

SETS = {item.name: item for item in (OBSERVATIONS, INDICATORS, AREAS, NEIGHBOURHOOD_OBSERVATIONS)}
NAMESPACE = "CityRegions"
_TYPES = {
    "text": "Edm.String",
    "number": "Edm.Double",
    "whole": "Edm.Int64",
    "date": "Edm.Date",
    "flag": "Edm.Boolean",
}


def service(root: str) -> dict[str, Any]:
    """The service document: the tables below the address `root`."""
    listed = [{"name": name, "kind": "EntitySet", "url": name} for name in SETS]
    return {"@odata.context": f"{root}/$metadata", "value": listed}


def metadata() -> str:
    """The metadata document (CSDL, XML): each table with its columns, their types, and its key."""
    types = "".join(_entity_type(item) for item in SETS.values())
    sets = "".join(
        f'<EntitySet Name="{item.name}" EntityType="{NAMESPACE}.{item.entity}"/>' for item in SETS.values()
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
        f'<Schema Namespace="{NAMESPACE}" xmlns="http://docs.oasis-open.org/odata/ns/edm">{types}'
        f'<EntityContainer Name="Figures">{sets}</EntityContainer>'
        "</Schema></edmx:DataServices></edmx:Edmx>"
    )


def _entity_type(item: EntitySet) -> str:
    key = "".join(f'<PropertyRef Name="{name}"/>' for name in item.key)
    columns = "".join(_property(column, column.name in item.key) for column in item.columns)
    return f'<EntityType Name="{item.entity}"><Key>{key}</Key>{columns}</EntityType>'


def _property(column: Column, always: bool) -> str:
    """A column; `always` says that every row has it."""
    nullable = ' Nullable="false"' if always else ""
    return f'<Property Name="{column.name}" Type="{_TYPES[column.kind]}"{nullable}/>'
