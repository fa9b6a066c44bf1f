"""Whether a request is for a past day, which is worked out for one reader: asked before it is read."""

import re
from urllib.parse import unquote_to_bytes

from flask import request

PAGE_UPDATE = "/_dash-update-component"  # where Dash posts the callbacks that fill a page
_NAME = b"as_of"
_JSON_ESCAPE = re.compile(rb"\\u00([0-9a-fA-F]{2})")


def names_past_day(sent: bytes) -> bool:
    """Whether a query string, or the JSON of a callback, holds `as_of`, however its letters are escaped: who
    reads it takes `as%5Fof` for the same."""
    if _NAME in sent:
        return True
    if b"%" not in sent and b"\\u" not in sent:
        return False
    plain = _JSON_ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), sent)
    return _NAME in unquote_to_bytes(plain)


def is_of_past_day() -> bool:
    """Whether the request that is answered, of a page's callback too, is for a past day."""
    updates = request.path == PAGE_UPDATE
    return names_past_day(request.get_data(cache=True) if updates else request.query_string)
