"""The catalogue as a Data Package: one resource for each CSV file, with its fields."""

from dashboard.catalogue.licences import OGL, licence_url
from dashboard.exports.catalogued import CatalogueEntry, entries
from dashboard.exports.dataset import DESCRIPTIONS
from dashboard.exports.indicator import COLUMNS
from dashboard.exports.tables import shapes_of_tables
from dashboard.site import Site

_TYPES = {"text": "string", "number": "number", "whole": "integer", "date": "date", "flag": "boolean"}


def datapackage(site: Site, base: str) -> dict:
    """The package of every held dataset and every indicator; `base` is the address of this product."""
    region = site.geography[site.settings.region].name
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "city-region-dashboard",
        "id": f"{base}/datapackage.json",
        "title": f"City region data, {region}",
        "version": site.store.snapshot,
        "created": f"{site.store.built}T00:00:00Z",
        "homepage": f"{base}/data",
        "licenses": [{"name": "OGL-UK-3.0", "title": "Open Government Licence v3.0", "path": OGL}],
        "resources": [_resource(site, entry, base) for entry in entries(site)],
    }


def _resource(site: Site, entry: CatalogueEntry, base: str) -> dict:
    return {
        "name": entry.name.replace("_", "-"),
        "title": entry.title,
        "description": entry.description,
        "path": f"{base}{entry.file}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [
            {"title": text, "path": licence_url(text)} for text in entry.licences if licence_url(text)
        ],
        "sources": [{"title": entry.publisher} | ({"path": entry.source} if entry.source else {})],
        "schema": {"fields": _fields(site, entry)},
    }


def _fields(site: Site, entry: CatalogueEntry) -> list[dict]:
    if entry.file.startswith("/download/data/"):
        return [
            {"name": name, "type": _TYPES[kind], "description": DESCRIPTIONS.get(name, name)}
            for name, kind in shapes_of_tables(site)[entry.name].kinds
        ]
    return [{"name": c.name, "type": _TYPES[c.kind], "description": c.description} for c in COLUMNS]
