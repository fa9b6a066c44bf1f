"""Connections: small files by which Power BI and Excel find the OData tables of this site."""

import orjson


def power_bi_file(service: str) -> bytes:
    """A .pbids file (JSON): Power BI Desktop opens it and shows the tables at the address `service`."""
    details = {"protocol": "odata", "address": {"url": service}}
    connection = {"details": details, "options": {}, "mode": "Import"}
    return orjson.dumps({"version": "0.1", "connections": [connection]}, option=orjson.OPT_INDENT_2)


def power_query_text(service: str, indicator: str, region: str) -> bytes:
    """A query in M, for the advanced editor of Excel or Power BI: the figures of one indicator in one city
    region and the places in it. Its conditions become the $filter of the one request that it makes."""
    wanted = f"[indicator] = {_text(indicator)} and [city_region] = {_text(region)}"
    return f"""let
    Source = OData.Feed({_text(service)}, null, [Implementation = "2.0"]),
    Figures = Source{{[Name = "Observations", Signature = "table"]}}[Data],
    Wanted = Table.SelectRows(Figures, each {wanted})
in
    Wanted
""".encode()


def _text(value: str) -> str:
    """`value` as a text of M."""
    return '"' + value.replace('"', '""').replace("#(", "#(#)(") + '"'
