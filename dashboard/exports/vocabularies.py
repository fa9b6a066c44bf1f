"""The European Union's controlled lists, as far as our own words need them."""

import re

_EU = "http://publications.europa.eu/resource/authority"
FILE_TYPES = f"{_EU}/file-type/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
ACCESS_RIGHTS = f"{_EU}/access-right/"
AREAS = "http://statistics.data.gov.uk/id/statistical-geography/"
ENGLISH = f"{_EU}/language/ENG"

_THEMES = {
    "transport": "TRAN",
    "housing": "REGI",
    "employment": "SOCI",
    "skills": "EDUC",
    "economy": "ECON",
    "digital": "TECH",
    "people": "SOCI",
    "environment": "ENVI",
    "inequality": "SOCI",
}
_FREQUENCIES = {
    "monthly": "MONTHLY",
    "quarterly": "QUARTERLY",
    "every six months": "ANNUAL_2",
    "yearly": "ANNUAL",
    "every few years": "OTHER",
    "every ten years": "DECENNIAL",
    "irregular": "IRREG",
    "paused": "OTHER",
    "finished": "NEVER",
}
_YEAR = re.compile(r"\b(19[5-9]\d|20[0-4]\d)\b")


def theme(name: str) -> str:
    """The EU data theme of one of our themes; regions and cities for any other."""
    return f"{_EU}/data-theme/{_THEMES.get(name, 'REGI')}"


def frequency(cadence: str) -> str:
    """The EU frequency of a cadence in the register; unknown for any other."""
    return f"{_EU}/frequency/{_FREQUENCIES.get(cadence, 'UNKNOWN')}"


def access_right(audience: str) -> str:
    """Public, or not public, in the EU's list."""
    return f"{ACCESS_RIGHTS}{'PUBLIC' if audience == 'public' else 'NON_PUBLIC'}"


def years(*texts: str) -> tuple[str, str] | None:
    """The first and last year that the first of `texts` with a year names; None where none does."""
    for text in texts:
        if found := _YEAR.findall(text):
            return min(found), max(found)
    return None
