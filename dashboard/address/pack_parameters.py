"""What an address names for a pack, read alike for the page that composes it and for the file."""

from collections.abc import Collection

from dashboard.address.query_params import BadAddress
from dashboard.catalogue.indicators import Indicator
from dashboard.site import Site


def section_kinds(text: str | None, known: Collection[str], quoted_length: int = 60) -> tuple[str, ...]:
    """The kinds of section in `text`, joined by commas, each of those `known`.

    Raises BadAddress, which quotes the first `quoted_length` letters of a bad one.
    """
    kinds = tuple(kind for kind in (text or "").split(",") if kind)
    if unknown := [kind for kind in kinds if kind not in known]:
        raise BadAddress(
            400, f"“{unknown[0][:quoted_length]}” is no kind of section; they are: {', '.join(known)}."
        )
    return kinds


def added_indicators(site: Site, text: str | None, most: int, where: str = "") -> tuple[Indicator, ...]:
    """The indicators of `site` that `text` adds, each once, at most `most`. Raises BadAddress: there is none
    `where`."""
    keys = list(dict.fromkeys(key for key in (text or "").split(",") if key))
    if unknown := [key for key in keys if key not in site.indicators]:
        raise BadAddress(404, f"There is no indicator called “{unknown[0][:60]}”{where}.")
    if len(keys) > most:
        raise BadAddress(400, f"Choose at most {most} indicators; this address names {len(keys)}.")
    return tuple(site.indicators[key] for key in keys)
