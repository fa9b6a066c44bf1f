"""Whether a catalogue keeps the rules of DCAT-AP 3: what its SHACL shapes check of the terms we use."""

from collections.abc import Iterator

_EU = "http://publications.europa.eu/resource/authority"
_URI, _TEXT, _NODE = "uri", "text", "node"

# class -> property -> (least, most, what its value must be, how its address must begin); most 0 = any number.
SHAPES: dict[str, dict[str, tuple[int, int, str, str]]] = {
    "dcat:Catalog": {
        "dct:title": (1, 0, _TEXT, ""),
        "dct:description": (1, 0, _TEXT, ""),
        "dct:publisher": (1, 1, _NODE, "foaf:Agent"),
        "dcat:dataset": (1, 0, _NODE, "dcat:Dataset"),
        "dcat:service": (0, 0, _NODE, "dcat:DataService"),
        "dct:license": (0, 1, _URI, ""),
        "dct:language": (0, 0, _URI, f"{_EU}/language/"),
        "dct:modified": (0, 1, _TEXT, ""),
        "foaf:homepage": (0, 1, _URI, "http"),
    },
    "dcat:Dataset": {
        "dct:title": (1, 0, _TEXT, ""),
        "dct:description": (1, 0, _TEXT, ""),
        "dct:publisher": (0, 1, _NODE, "foaf:Agent"),
        "dcat:contactPoint": (0, 0, _NODE, "vcard:Organization"),
        "dcat:keyword": (0, 0, _TEXT, ""),
        "dcat:theme": (0, 0, _URI, f"{_EU}/data-theme/"),
        "dct:spatial": (0, 0, _URI, "http"),
        "dct:temporal": (0, 0, _NODE, "dct:PeriodOfTime"),
        "dct:accessRights": (0, 1, _URI, f"{_EU}/access-right/"),
        "dct:accrualPeriodicity": (0, 1, _URI, f"{_EU}/frequency/"),
        "dct:issued": (0, 1, _TEXT, ""),
        "dct:modified": (0, 1, _TEXT, ""),
        "dcat:landingPage": (0, 0, _URI, "http"),
        "dcat:distribution": (0, 0, _NODE, "dcat:Distribution"),
    },
    "dcat:Distribution": {
        "dcat:accessURL": (1, 0, _URI, "http"),
        "dcat:downloadURL": (0, 0, _URI, "http"),
        "dct:format": (0, 1, _URI, f"{_EU}/file-type/"),
        "dcat:mediaType": (0, 1, _URI, "https://www.iana.org/assignments/media-types/"),
        "dct:license": (0, 1, _URI, ""),
        "dct:rights": (0, 1, _NODE, "dct:RightsStatement"),
        "dct:issued": (0, 1, _TEXT, ""),
        "dct:modified": (0, 1, _TEXT, ""),
        "dcat:byteSize": (0, 1, _TEXT, ""),
    },
    "dcat:DataService": {
        "dct:title": (1, 0, _TEXT, ""),
        "dcat:endpointURL": (1, 0, _URI, "http"),
        "dcat:endpointDescription": (0, 0, _URI, "http"),
    },
    "foaf:Agent": {"foaf:name": (1, 0, _TEXT, "")},
    "vcard:Organization": {"vcard:fn": (1, 1, _TEXT, "")},
    "dct:PeriodOfTime": {"dcat:startDate": (0, 1, _TEXT, ""), "dcat:endDate": (0, 1, _TEXT, "")},
}


def violations(node: dict) -> Iterator[str]:
    """One sentence for each rule that `node`, or a node inside it, breaks. `node` is JSON-LD, nested."""
    shape = SHAPES.get(node.get("@type", ""), {})
    where = f"{node.get('@type', 'a node')} {node.get('@id', '')}".strip()
    for name, (least, most, kind, start) in shape.items():
        values = many(node, name)
        if len(values) < least:
            yield f"{where}: add {name}"
        if most and len(values) > most:
            yield f"{where}: give {name} once, not {len(values)} times"
        for value in values:
            yield from _wrong(where, name, value, kind, start)


def _wrong(where: str, name: str, value: object, kind: str, start: str) -> Iterator[str]:
    if kind == _TEXT:
        text = value.get("@value") if isinstance(value, dict) else value
        if not str(text or "").strip():
            yield f"{where}: {name} must be a text"
    elif kind == _URI:
        uri = value.get("@id", "") if isinstance(value, dict) else ""
        if not uri.startswith(start or "http"):
            yield f"{where}: {name} must be an address that begins with {start or 'http'}"
    elif not isinstance(value, dict) or value.get("@type") != start:
        yield f"{where}: {name} must be a {start}"
    else:
        yield from violations(value)


def many(node: dict, name: str) -> list:
    """The values of the property `name` of `node`, as a list."""
    value = node.get(name)
    return [] if value is None else value if isinstance(value, list) else [value]
