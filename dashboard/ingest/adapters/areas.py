"""The places themselves: areas, which area lies within which, and codes that were replaced."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.geography.membership import check_combined_authorities, membership_of, parents_of
from dashboard.ingest.geography.msoas import msoa_codes
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.reading import read_json, read_table

OPTIONS = frozenset(("recodes", "regions", "unions", "extra", "ended"))

LEVELS = {"E92": "country", "K02": "country", "K99": "country", "E12": "region", "E47": "combined_authority"}
LEVELS |= {"E10": "county", "E06": "district", "E07": "district", "E08": "district", "E09": "district"}
LAYERS = ("uk", "ctry", "rgn", "cauth", "cty", "ltla")


FILES: tuple[str, ...] = ("areas-hierarchy.json", "msoa21.geojson")
FILES += ("lookup_lsoa21_ward24_ltla24.parquet", "lad-to-combined-authority-*.csv")


def inputs(source: Source, folder: Path) -> list[Path]:
    """The topology that `path` names and the lookups beside it."""
    return [source.one_file(folder), *source.beside(folder, FILES)]


def build(source: Source, folder: Path, places: Places | None) -> AdapterResult:
    """Tables `areas`, `membership`, `recodes` and `unions` from the ONS geography folder.

    options: `ended` (code -> name of districts and counties abolished in 2009, which ONS no longer
    lists), `extra` (code -> name), `recodes` (list of old, new, since), `unions` (list of new, old, since:
    a district and the whole abolished ones it was made of), `regions` (code -> its statistical region,
    where the hierarchy has another).
    """
    home = source.one_file(folder).parent
    recodes = pd.DataFrame(source.options["recodes"], columns=["old", "new", "since"])
    recodes = recodes.rename(columns={"old": "old_code", "new": "new_code"}).astype({"since": "int16"})
    small = _small_areas(home, dict(zip(recodes.old_code, recodes.new_code, strict=True)))
    areas = pd.concat([_administrative(home, source), _named(small)], ignore_index=True)
    areas = areas.drop_duplicates("area_code").sort_values("area_code", ignore_index=True)
    areas["current"] = areas["end"].isna()
    parents = parents_of(read_json(home / "areas-hierarchy.json"), source.options.get("regions", {}))
    (lookup,) = home.glob("lad-to-combined-authority-*.csv")
    check_combined_authorities(lookup, parents)
    membership = membership_of(areas, parents, small)
    unions = _unions(source.options.get("unions", []), areas)
    return AdapterResult({"areas": areas, "membership": membership, "recodes": recodes, "unions": unions})


def _unions(given: list[dict[str, Any]], areas: pd.DataFrame) -> pd.DataFrame:
    rows = [(each["new"], old, each["since"]) for each in given for old in each["old"]]
    frame = pd.DataFrame(rows, columns=["new_code", "old_code", "since"])
    if unknown := sorted({*frame["new_code"], *frame["old_code"]} - set(areas["area_code"])):
        raise Refused("areas.toml", f"unions: no area is known by {listed(unknown)}, correct it")
    return frame.astype({"new_code": "str", "old_code": "str", "since": "int16"})


def _administrative(home: Path, source: Source) -> pd.DataFrame:
    rows = [_row(properties, layer) for layer, properties in _listed(home / "areas.topo.json")]
    rows += [(code, name, None, None) for code, name in source.options.get("extra", {}).items()]
    rows += [(code, name, None, 2008) for code, name in source.options.get("ended", {}).items()]
    frame = pd.DataFrame(rows, columns=["area_code", "name", "start", "end"])
    frame["level"] = frame["area_code"].str[:3].map(LEVELS)
    frame = frame.dropna(subset="level").astype({"start": "Int16", "end": "Int16"})
    return frame[["area_code", "name", "level", "start", "end"]]


def _listed(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(layer, properties) of every place of a TopoJSON."""
    topology = read_json(path)
    objects = topology.get("objects", {}) if isinstance(topology, dict) else {}
    if missing := [layer for layer in LAYERS if not objects.get(layer, {}).get("geometries")]:
        raise Refused(path, f"lacks the layer {listed(missing)}, download it again")
    yield from (
        (layer, shape.get("properties", {})) for layer in LAYERS for shape in objects[layer]["geometries"]
    )


def _row(properties: dict[str, Any], layer: str) -> tuple[Any, ...]:
    code, name = properties.get("areacd"), properties.get("areanm")
    if not (isinstance(code, str) and code and isinstance(name, str) and name):
        reason = (
            f"a place of the layer {layer} has no code or no name ({code!r}, {name!r}), download it again"
        )
        raise Refused("areas.topo.json", reason)
    return code, name, properties.get("start"), properties.get("end")


def _small_areas(home: Path, recodes: dict[str, str]) -> pd.DataFrame:
    """English LSOAs with the MSOA, ward (ONS's best fit) and district of each."""
    lookup = read_table(home / "lookup_lsoa21_ward24_ltla24.parquet")
    lookup = lookup[lookup["lsoa21_code"].str.startswith("E01")]
    msoas = msoa_codes(home / "msoa21.geojson")
    # ONS names an LSOA after its MSOA with a letter added: "Bolton 003C" lies in "Bolton 003".
    name = lookup["lsoa21_name"].str.replace(r"[A-Z]$", "", regex=True)
    small = pd.DataFrame(
        {"lsoa": lookup["lsoa21_code"], "lsoa_name": lookup["lsoa21_name"], "msoa_name": name}
    )
    small["msoa"] = name.map(msoas)
    if small["msoa"].isna().any():
        raise Refused(
            "msoa21.geojson", f"lacks the MSOA of {listed(small[small.msoa.isna()].lsoa)}, download it again"
        )
    small["ward"] = lookup["ward24_code"]
    small["ward_name"] = lookup["ward24_name"]
    small["district"] = lookup["ltla24_code"].replace(recodes)
    return small


def _named(small: pd.DataFrame) -> pd.DataFrame:
    levels = [
        small[[level, f"{level}_name"]].dropna().set_axis(["area_code", "name"], axis=1).assign(level=level)
        for level in ("ward", "msoa", "lsoa")
    ]
    frame = pd.concat(levels, ignore_index=True).assign(start=pd.NA, end=pd.NA)
    return frame.astype({"start": "Int16", "end": "Int16"})
