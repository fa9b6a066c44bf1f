"""The codes of the Middle layer Super Output Areas, by name, as ONS's map file has them."""

from pathlib import Path

from dashboard.ingest.refusal import Refused
from dashboard.ingest.tables.reading import read_json


def msoa_codes(path: Path) -> dict[str, str]:
    """name -> code of every feature of `path`. Raises Refused where a feature lacks either."""
    collection = read_json(path)
    features = collection.get("features") if isinstance(collection, dict) else None
    if not features:
        raise Refused(path, "has no features, download it again")
    try:
        return {feature["properties"]["name"]: feature["properties"]["code"] for feature in features}
    except (KeyError, TypeError) as error:
        raise Refused(path, "has a feature without name or code, download it again") from error
