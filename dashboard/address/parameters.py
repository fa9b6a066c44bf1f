"""Parameters: how the words of an address become values that exist. A page's own: `Page.parameters`."""

from collections.abc import Callable, Sequence
from typing import Any

from dashboard.address.query_params import BadAddress
from dashboard.datastore.areas import CHOSEN, PLACES, REGIONS, Area
from dashboard.datastore.former_codes import former_area
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
        return tuple(known_area(site, code, levels) for code in codes)

    return read_value


def known_area(site: Site, code: str, levels: Sequence[str] = PLACES) -> Area:
    """The area with `code`, which is of one of `levels`. Raises BadAddress (404)."""
    area = site.geography.today(code)
    if area is None or area.level not in levels:
        raise BadAddress(
            404, f"There is no place with the code “{code[:60]}” here{_what_it_was(site, code)}."
        )
    return area


def region_code(site: Site, text: str | None) -> Area:
    """The city region that the address names, or the one this process is set to."""
    code = text or site.settings.region
    area = site.geography.today(code)
    if area is None or area.level not in REGIONS:
        raise BadAddress(
            404, f"There is no city region with the code “{code[:60]}”{_what_it_was(site, code)}."
        )
    return area


def _what_it_was(site: Site, code: str) -> str:
    """Of a code that an area had until it was abolished: its name, and what to ask for instead."""
    found = former_area(site.store, code)
    if found is None:
        return ""
    until = f" until {found.last}" if found.last else ""
    now = [f"{site.geography[each].name} ({each})" for each in found.now if each in site.geography.areas]
    return f": it was {found.name}{until}" + (f", which is now part of {' and '.join(now)}" if now else "")
