"""The score of a catalogue by the European Metadata Quality Assessment, from its DCAT-AP description.

Rules and points: dashboard.methods.openness. The lists of formats are those that data.europa.eu uses.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.audit.dcat_ap import many, violations
from dashboard.methods.openness import CHECKS, MetadataQuality, metadata_quality

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types/"
_FILE_TYPE = f"{_EU}/file-type/"
NON_PROPRIETARY = frozenset(
    ("CSV", "GEOJSON", "HTML", "JSON", "JSON_LD", "ODS", "RDF_TURTLE", "TSV", "TXT", "XML")
)
MACHINE_READABLE = frozenset(("CSV", "GEOJSON", "JSON", "JSON_LD", "ODS", "RDF_TURTLE", "XLS", "XLSX", "XML"))
MOST_POINTS = sum(points for _, points in CHECKS.values())
ADVICE = {
    "keyword": "give it keywords",
    "theme": "give it a theme",
    "spatial": "say which area it covers",
    "temporal": "say which years it covers",
    "access_url_works": "mend the address of its page",
    "download_url": "offer it as a file",
    "download_url_works": "mend the address of its file",
    "format": "name the format of its file",
    "media_type": "name the media type of its file",
    "format_in_vocabulary": "take the format from the EU's list",
    "non_proprietary": "offer it in an open format",
    "machine_readable": "offer it in a format that programs read",
    "dcat_ap_valid": "mend its DCAT-AP entry",
    "licence": "give it an open licence",
    "licence_in_vocabulary": "take the licence from the EU's list",
    "access_rights": "say who may use it",
    "access_rights_in_vocabulary": "take access rights from the EU's list",
    "contact_point": "name a contact",
    "publisher": "name its publisher",
    "rights": "add a rights statement",
    "byte_size": "say how large its file is",
    "issued": "say when it was issued",
    "modified": "say when it changed",
}
_OF_DISTRIBUTION = (
    "access_url_works", "download_url", "download_url_works", "format", "media_type", "format_in_vocabulary",
    "non_proprietary", "machine_readable", "licence", "licence_in_vocabulary", "rights", "byte_size",
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """A dataset's score with its best file, and the mean over all its files, both out of MOST_POINTS."""

    name: str
    quality: MetadataQuality
    mean_of_files: float

    @property
    def advice(self) -> list[tuple[str, int]]:
        """What would raise the score, with the points it would bring, most first."""
        missing = (*self.quality.failed, *self.quality.unchecked)
        return sorted(((ADVICE[name], CHECKS[name][1]) for name in missing), key=lambda item: -item[1])


def scores(catalogue: dict, works: Callable[[str], bool | None]) -> list[Score]:
    """The Score of every dataset in `catalogue`; `works` says if an address answers (None: untried)."""
    return [_score(dataset, works) for dataset in many(catalogue, "dcat:dataset")]


def mean(found: list[Score]) -> float:
    """The catalogue's score: the mean of its datasets'. Refuses a catalogue without any."""
    return sum(score.quality.points for score in found) / len(found)


def _score(dataset: dict, works: Callable[[str], bool | None]) -> Score:
    own = _of_dataset(dataset)
    files = [own | _of_distribution(file, works) for file in many(dataset, "dcat:distribution")]
    results = [metadata_quality(checks) for checks in files or [own | dict.fromkeys(_OF_DISTRIBUTION, False)]]
    # The assessment counts the file that scores best: others add convenience, not fault.
    best = max(results, key=lambda item: item.points)
    return Score(dataset["dct:identifier"], best, sum(item.points for item in results) / len(results))


def _of_dataset(dataset: dict) -> dict[str, bool]:
    rights = _ids(dataset, "dct:accessRights")
    return {
        "keyword": bool(many(dataset, "dcat:keyword")),
        "theme": bool(many(dataset, "dcat:theme")),
        "spatial": bool(many(dataset, "dct:spatial")),
        "temporal": bool(many(dataset, "dct:temporal")),
        "dcat_ap_valid": next(violations(dataset), None) is None,
        "access_rights": bool(rights),
        "access_rights_in_vocabulary": any(uri.startswith(f"{_EU}/access-right/") for uri in rights),
        "contact_point": bool(many(dataset, "dcat:contactPoint")),
        "publisher": bool(many(dataset, "dct:publisher")),
        "issued": bool(many(dataset, "dct:issued")),
        "modified": bool(many(dataset, "dct:modified")),
    }


def _of_distribution(file: dict, works: Callable[[str], bool | None]) -> dict[str, bool | None]:
    pages, downloads = _ids(file, "dcat:accessURL"), _ids(file, "dcat:downloadURL")
    formats, media = _ids(file, "dct:format"), _ids(file, "dcat:mediaType")
    kinds = {uri.removeprefix(_FILE_TYPE) for uri in formats}
    licences = _ids(file, "dct:license")
    known = all(uri.startswith(_FILE_TYPE) for uri in formats) and all(uri.startswith(_IANA) for uri in media)
    return {
        "access_url_works": works(pages[0]) if pages else False,
        "download_url": bool(downloads),
        "download_url_works": works(downloads[0]) if downloads else False,
        "format": bool(formats),
        "media_type": bool(media),
        "format_in_vocabulary": bool(formats and media and known),
        "non_proprietary": bool(kinds & NON_PROPRIETARY),
        "machine_readable": bool(kinds & MACHINE_READABLE),
        "licence": bool(licences),
        "licence_in_vocabulary": any(uri.startswith(f"{_EU}/licence/") for uri in licences),
        "rights": bool(many(file, "dct:rights")),
        "byte_size": bool(many(file, "dcat:byteSize")),
    }


def _ids(node: dict, name: str) -> list[str]:
    return [value["@id"] for value in many(node, name) if isinstance(value, dict) and "@id" in value]
