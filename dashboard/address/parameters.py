"""Parameters: how the words of an address become values that exist. A page's own: `Page.parameters`."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import CHOSEN, PLACES, REGIONS, Area
from dashboard.datastore.former_codes import what_it_was
from dashboard.site import Site

LONGEST_SEARCH = 120  # letters of what is looked for
# A parameter reads its text (None when absent) into a value, or raises BadAddress.
PageParameter = Callable[[Site, Area, str | None], Any]


def one_of(allowed: Sequence[str], default: str | None) -> PageParameter:
    """A parameter that is one of `allowed`; `default` when absent."""

    def read_value(site: Site, region: Area, text: str | None) -> str | None:
        if text is None:
            return default
        if text not in allowed:
            known = ", ".join(filter(None, allowed))
            raise BadAddress(400, f"“{text[:60]}” is not one of the choices here: {known}.")
        return text

    return read_value


def typed(site: Site, region: Area, text: str | None) -> str:
    """The parameter that holds what was typed to be looked for: its first letters, in single spaces."""
    return " ".join((text or "")[:LONGEST_SEARCH].split())


def text(longest: int) -> PageParameter:
    """A parameter of up to `longest` characters; "" when absent."""

    def read_value(site: Site, region: Area, given: str | None) -> str:
        if given and len(given) > longest:
            raise BadAddress(400, "This address is too long.")
        return given or ""

    return read_value


def areas(most: int, levels: Sequence[str] = CHOSEN) -> PageParameter:
    """A parameter that is up to `most` area codes joined by commas, each once, of one of `levels`."""

    def read_value(site: Site, region: Area, text: str | None) -> tuple[Area, ...]:
        codes = list(dict.fromkeys(code for code in (text or "").split(",") if code))
        if len(codes) > most:
            raise BadAddress(400, f"Choose at most {most} places; this address names {len(codes)}.")
        # An old code and today's are one place, which is shown once.
        return tuple(dict.fromkeys(known_area(site, code, levels) for code in codes))

    return read_value


def known_area(site: Site, code: str, levels: Sequence[str] = PLACES) -> Area:
    """The area with `code`, which is of one of `levels`. Raises BadAddress (404)."""
    area = site.geography.today(code)
    if area is None or area.level not in levels:
        raise no_such(site, "place", code, " here")
    return area


def region_code(site: Site, text: str | None) -> Area:
    """The city region that the address names, or the one this process is set to."""
    code = text or site.settings.region
    area = site.geography.today(code)
    if area is None or area.level not in REGIONS:
        raise no_such(site, "city region", code)
    return area


def no_such(site: Site, what: str, code: str, where: str = "") -> BadAddress:
    """That there is no area of this code, and what it was where one had it until it was abolished."""
    was = what_it_was(site.store, code)
    return BadAddress(404, f"There is no {what} with the code “{code[:60]}”{where}{was and f': {was}'}.")
