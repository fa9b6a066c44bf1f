"""The catalogue as DCAT-AP 3 in JSON-LD: what there is, under which licence, and where each file is."""

from dashboard.catalogue.licences import EU_LICENCES, licence_concept
from dashboard.exports.catalogued import CatalogueEntry, entries
from dashboard.exports.formats import Format
from dashboard.exports.vocabularies import (
    AREAS,
    ENGLISH,
    FILE_TYPES,
    MEDIA_TYPES,
    access_right,
    frequency,
    theme,
)
from dashboard.site import Site

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def catalogue(site: Site, base: str) -> dict:
    """The whole catalogue; `base` is the address of this product, without a slash at its end."""
    region = site.geography[site.settings.region].name
    return {
        "@context": CONTEXT,
        "@id": f"{base}/catalogue.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _english(f"City region data, {region}"),
        "dct:description": _english(f"Datasets and indicators that the dashboard of {region} is made from."),
        "dct:publisher": _agent(region),
        "dct:language": _id(ENGLISH, "dct:LinguisticSystem"),
        "dct:license": _licence(f"{EU_LICENCES}OGL_3_0"),
        "dct:modified": _date(site.store.built),
        "dct:spatial": _places(site, site.settings.region),
        "foaf:homepage": _id(f"{base}/", "foaf:Document"),
        "dcat:service": _service(base),
        "dcat:dataset": [_dataset(site, entry, base) for entry in entries(site)],
    }


def _dataset(site: Site, entry: CatalogueEntry, base: str) -> dict:
    built = site.store.built
    fields = {
        "@id": f"{base}{entry.page}",
        "@type": "dcat:Dataset",
        "dct:identifier": entry.name,
        "dct:title": _english(entry.title),
        "dct:description": _english(entry.description),
        "dct:publisher": _agent(entry.publisher),
        "dcat:contactPoint": {
            "@type": "vcard:Organization",
            "vcard:fn": entry.contact,
            "vcard:hasURL": {"@id": f"{base}{entry.page}"},
        },
        "dcat:keyword": [_english(word) for word in entry.keywords],
        "dcat:theme": [_id(uri, "skos:Concept") for uri in dict.fromkeys(map(theme, entry.themes))],
        "dct:spatial": _places(site, entry.area),
        "dct:accessRights": _id(access_right(entry.audience), "dct:RightsStatement"),
        "dct:accrualPeriodicity": _id(frequency(entry.cadence), "dct:Frequency"),
        "dct:language": _id(ENGLISH, "dct:LinguisticSystem"),
        "dct:issued": _date(entry.issued or built),
        "dct:modified": _date(built),
        "dcat:landingPage": _id(f"{base}{entry.page}", "foaf:Document"),
        "dcat:distribution": [_distribution(entry, kind, base, built) for kind in entry.formats],
    }
    if entry.span:
        fields["dct:temporal"] = _span(*entry.span)
    if entry.source.startswith("http"):
        fields["dct:source"] = {"@id": entry.source.split()[0]}
    return fields


def _distribution(entry: CatalogueEntry, kind: Format, base: str, built: str) -> dict:
    address = f"{base}{entry.file}.{kind.ending}"
    concept = next(filter(None, map(licence_concept, entry.licences)), "")
    return {
        "@id": f"{address}#file",
        "@type": "dcat:Distribution",
        "dct:title": _english(f"{entry.title} ({kind.label})"),
        "dcat:accessURL": _id(f"{base}{entry.page}", "rdfs:Resource"),
        "dcat:downloadURL": _id(address, "rdfs:Resource"),
        "dct:format": _id(FILE_TYPES + kind.file_type, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": _id(MEDIA_TYPES + kind.media_type, "dct:MediaType"),
        "dcat:byteSize": {"@value": str(entry.sizes[kind.ending]), "@type": "xsd:nonNegativeInteger"},
        "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": _english("; ".join(entry.licences))},
        "dct:issued": _date(built),
        "dct:modified": _date(built),
        **({"dct:license": _licence(concept)} if concept else {}),
    }


def _service(base: str) -> dict:
    return {
        "@id": f"{base}/api/v1",
        "@type": "dcat:DataService",
        "dct:title": _english("API of the city region dashboard"),
        "dcat:endpointURL": _id(f"{base}/api/v1/indicators", "rdfs:Resource"),
        "dcat:endpointDescription": _id(f"{base}/api/v1/openapi.json", "rdfs:Resource"),
    }


def _span(first: str, last: str) -> dict:
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _date(first), "dcat:endDate": _date(last)}


def _english(text: str) -> dict:
    return {"@value": text, "@language": "en"}


def _id(uri: str, type_: str) -> dict:
    return {"@id": uri, "@type": type_}


def _places(site: Site, code: str) -> list[dict]:
    """The place with `code`; of a city region that ONS has no code for, the parts that it is made of."""
    region = site.geography.city_regions.get(code)
    parts = region.parts if region and region.code == region.file else (code,)
    return [_id(AREAS + part, "dct:Location") for part in parts]


def _agent(name: str) -> dict:
    return {"@type": "foaf:Agent", "foaf:name": _english(name)}


def _licence(uri: str) -> dict:
    return _id(uri, "dct:LicenseDocument")


def _date(text: str) -> dict:
    """A day as xsd:date; a text that is a year alone as xsd:gYear."""
    return {"@value": text[:10], "@type": "xsd:gYear" if len(text) == 4 else "xsd:date"}
