"""Licences: the words of the register as links and as names in the EU's list."""

OGL = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"
EU_LICENCES = "http://publications.europa.eu/resource/authority/licence/"

# Words in a licence text, its address, its name in the EU's list. The first that is found holds: a
# compilation under CC BY asks for what the Open Government Licence asks for, and for the compiler's name.
_KNOWN = (
    ("CC BY 4.0", CC_BY, f"{EU_LICENCES}CC_BY_4_0"),
    ("Open Government Licence", OGL, f"{EU_LICENCES}OGL_3_0"),
    ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/", f"{EU_LICENCES}CC0"),
)


def licence_url(text: str) -> str:
    """The address of the licence that `text` names; empty for one that is not known to be open."""
    return next((url for words, url, _ in _KNOWN if words in text), "")


def licence_concept(text: str) -> str:
    """The licence that `text` names in the EU's list; empty for one not known to be open."""
    return next((concept for words, _, concept in _KNOWN if words in text), "")
