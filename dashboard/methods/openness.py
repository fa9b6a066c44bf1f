"""How open a dataset is, and how well it is described."""

from collections.abc import Mapping
from dataclasses import dataclass

# What a file's format alone makes of it. 0: no file on the web. 1: to be looked at. 2: data in a maker's own
# format. 3: data in an open one. 4: RDF, which names things by addresses whoever writes it.
_FORMATS = {
    0: "DATABASE PAPER",
    1: "DOC DOCX GIF HTML JPEG JPG ODP ODT PDF PNG PPT PPTX RTF SVG TIFF TXT",
    2: "ACCDB DTA MDB SAS7BDAT SAV SHP XLS XLSB XLSM XLSX",
    3: "API CSV GEOJSON GML GPKG JSON KML ODS PARQUET RDA RDATA RDS SQLITE TOPOJSON TSV XML",
    4: "JSON-LD JSONLD N3 NQ NT RDF TRIG TTL TURTLE",
}
STARS = {name: stars for stars, names in _FORMATS.items() for name in names.split()}

# dimension, check, points: the European data portal's Metadata Quality Assessment, 405 in all.
CHECKS = {
    "keyword": ("Findability", 30),
    "theme": ("Findability", 30),
    "spatial": ("Findability", 20),
    "temporal": ("Findability", 20),
    "access_url_works": ("Accessibility", 50),
    "download_url": ("Accessibility", 20),
    "download_url_works": ("Accessibility", 30),
    "format": ("Interoperability", 20),
    "media_type": ("Interoperability", 10),
    "format_in_vocabulary": ("Interoperability", 10),
    "non_proprietary": ("Interoperability", 20),
    "machine_readable": ("Interoperability", 20),
    "dcat_ap_valid": ("Interoperability", 30),
    "licence": ("Reusability", 20),
    "licence_in_vocabulary": ("Reusability", 10),
    "access_rights": ("Reusability", 10),
    "access_rights_in_vocabulary": ("Reusability", 5),
    "contact_point": ("Reusability", 20),
    "publisher": ("Reusability", 10),
    "rights": ("Contextuality", 5),
    "byte_size": ("Contextuality", 5),
    "issued": ("Contextuality", 5),
    "modified": ("Contextuality", 5),
}
RATINGS = ((351, "excellent"), (221, "good"), (121, "sufficient"), (0, "bad"))


@dataclass(frozen=True)
class MetadataQuality:
    """Points out of 405, by dimension, the rating, the checks that failed and those nobody made."""

    points: int
    by_dimension: dict[str, int]
    rating: str
    failed: tuple[str, ...]
    unchecked: tuple[str, ...]


def openness_stars(open_licence: bool, file_format: str, *, uris: bool = False, linked: bool = False) -> int:
    """0 to 5 stars (Berners-Lee 2010). A licence that is not open = 0; PDF 1, XLSX 2, CSV or GeoJSON 3, with
    codes that are URIs 4 (RDF always has them), linked to other data besides 5. Refuses an unknown format."""
    kind = file_format.strip().lstrip(".").upper()
    if kind not in STARS:
        raise ValueError(f"format {file_format!r} has no stars yet; say one of {', '.join(sorted(STARS))}")
    if not open_licence:
        return 0
    stars = STARS[kind] if STARS[kind] < 3 or not uris else 4
    return 5 if linked and stars == 4 else stars


def metadata_quality(results: Mapping[str, bool | None]) -> MetadataQuality:
    """Add up the points of the European Metadata Quality Assessment.

    `results` maps the names in CHECKS to True, False or None (not checked: no points, and said so); a check
    that is absent counts as not checked. Ratings: 351 or more excellent, 221 good, 121 sufficient, else
    bad. Refuses an unknown check.
    """
    if unknown := set(results) - set(CHECKS):
        raise ValueError(f"checks {sorted(unknown)} are unknown; see CHECKS for their names")
    by_dimension = dict.fromkeys((dimension for dimension, _ in CHECKS.values()), 0)
    for name, (dimension, points) in CHECKS.items():
        by_dimension[dimension] += points if results.get(name) else 0
    total = sum(by_dimension.values())
    return MetadataQuality(
        points=total,
        by_dimension=by_dimension,
        rating=next(word for least, word in RATINGS if total >= least),
        failed=tuple(name for name in CHECKS if results.get(name) is False),
        unchecked=tuple(name for name in CHECKS if results.get(name) is None),
    )
