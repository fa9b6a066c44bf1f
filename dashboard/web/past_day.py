"""Whether a request is for a past day, which is worked out for one reader: asked before it is read."""

import re
from urllib.parse import unquote_to_bytes

from flask import request

PAGE_UPDATE = "/_dash-update-component"  # where Dash posts the callbacks that fill a page
ASSISTANTS = "/mcp"  # where assistants post what they ask
_BODIES = (PAGE_UPDATE, ASSISTANTS)  # what they ask for stands in the body
_NAME = b"as_of"
_COMPARE = (b"whats-new", b"v1/changes")  # these compare two past days, by their own names
_TWO_DAYS = (b"since", b"until")
_JSON_ESCAPE = re.compile(rb"\\u00([0-9a-fA-F]{2})")


def names_past_day(sent: bytes, path: str = "") -> bool:
    """Whether the query string of `path`, a whole address or the JSON of a body holds `as_of`, or a day of
    what compares two, however their letters are escaped: who reads it takes `as%5Fof` for the same."""
    plain = _plain(sent)
    if _NAME in plain:
        return True
    compares = any(name in plain or name in path.encode() for name in _COMPARE)
    return compares and any(name in plain for name in _TWO_DAYS)


def _plain(sent: bytes) -> bytes:
    if b"%" not in sent and b"\\u" not in sent:
        return sent
    return unquote_to_bytes(_JSON_ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), sent))


def address_names_past_day() -> bool:
    """Whether the address of the request that is answered does."""
    return names_past_day(request.query_string, request.path)


def is_of_past_day() -> bool:
    """Whether the request that is answered, of a page's callback or a tool too, is for a past day."""
    if request.path in _BODIES:
        return names_past_day(request.get_data(cache=True))
    return address_names_past_day()
