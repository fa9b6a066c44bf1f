"""Linked data of a page (schema.org, as JSON-LD): the Dataset or the Place that it is about."""

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.licences import licence_url
from dashboard.components.frame.document import PRODUCT
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.exports.extents import extent
from dashboard.site import Site

_CONTEXT = {"@context": "https://schema.org"}


def linked_data(site: Site, address: Address, base: str) -> list[dict]:
    """What the page is about; nothing for pages about no one thing. `base` is this site's own address."""
    if "indicator" in address.values:
        return [_of_indicator(site, address.indicator, address.region, base)]
    if "<place>" in address.page.path:
        own = site.geography.region_of(address.place.code)
        return [
            _CONTEXT | place(address.place, base) | ({"containedInPlace": place(own, base)} if own else {})
        ]
    return []


def place(area: Area, base: str) -> dict:
    """`area` as a schema.org Place, by its name and its code of the Office for National Statistics."""
    return {
        "@type": "AdministrativeArea",
        "name": area.name,
        "identifier": area.code,
        "url": f"{base}/place/{area.code}",
    }


def _of_indicator(site: Site, item: Indicator, region: Area, base: str) -> dict:
    sources = site.sources(item)
    first, last, _ = extent(site, item, region.code)
    licence = next(filter(None, (licence_url(source.licence) for source in sources)), "")
    fields = _CONTEXT | {
        "@type": "Dataset",
        "name": f"{item.title}, {region.name}",
        "description": f"{item.question} {capital(item.unit)}. {item.method}"[:5000],
        "url": f"{base}{link(f'/indicator/{item.id}', region)}",
        "inLanguage": "en-GB",
        "isAccessibleForFree": True,
        "creator": [_organisation(name) for name in _publishers(sources)] or [_organisation(item.owner)],
        "includedInDataCatalog": {"@type": "DataCatalog", "name": PRODUCT, "url": f"{base}/data"},
        "spatialCoverage": {"@type": "Place", "name": region.name, "identifier": region.code},
        "distribution": [_file(item, region, base, *kind) for kind in (("csv", "text/csv"),)],
    }
    if licence:
        fields["license"] = licence
    if first:
        fields["temporalCoverage"] = f"{first}/{last}"
    return fields


def _publishers(sources: list[Dataset]) -> list[str]:
    return list(dict.fromkeys(source.publisher for source in sources if source.publisher))


def _organisation(name: str) -> dict:
    return {"@type": "Organization", "name": name}


def _file(item: Indicator, region: Area, base: str, ending: str, kind: str) -> dict:
    address = f"{base}{link(f'/download/{item.id}.{ending}', region)}"
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}
