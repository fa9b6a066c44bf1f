"""Links as they stand in mails, chats and documents: programs take marks of the sentence for part of them."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, quote, unquote, urlencode

_AFTER = " \t.,;:!?*|`'\"’‘”“»…)]}>\u00a0\u200b\u200c\u200d\u2028\ufeff"
_OPENED = {")": "(", "]": "[", "}": "{", ">": "<", "»": "«", "”": "“"}

# What is left of the wrapping that Outlook's Safe Links and Google's documents put around a link.
_WRAPPING = re.compile(r"&(?:sa=[A-Z]&source=|data=[^&]*&sdata=).*")
_TWICE = re.compile(r"%25(?=[0-9A-Fa-f]{2})")  # of what was encoded already, encoded once more


def address_meant(path: str, query: str) -> str | None:
    """The address of this site without what writing has put behind or into it; None where there is nothing.

    `path` is decoded, `query` as it was sent. Marks behind it go, "&amp;" is "&", and what a program has put
    behind a second "?" belongs to the query, as does what stands behind a "?" that it wrote as %3F. What was
    encoded twice is decoded once more, and what stands behind a "#" that was encoded is not the address's.
    """
    before, _, within = unquote(_unwrapped(path)).partition("#")[0].partition("?")
    asked = _TWICE.sub("%", _unwrapped(query)) or within
    asked = (asked if "=" in asked else unquote(asked)).replace("?", "&")
    pairs = parse_qsl(asked, keep_blank_values=True)
    if pairs:
        name, value = pairs[-1]
        value = value.partition("#")[0]
        pairs[-1] = (name, _bare(value) or value)
    else:
        before = _bare(before) or before
    meant = _written(before, pairs)
    return None if meant == _written(path, parse_qsl(query, keep_blank_values=True)) else meant


def _bare(text: str) -> str:
    """`text` without the marks behind it; a bracket that is opened in it is its own."""
    while text and (last := text[-1]) in _AFTER:
        if last in _OPENED and text.count(last) <= text.count(_OPENED[last]):
            break
        text = text[:-1]
    return text


def _unwrapped(text: str) -> str:
    return _WRAPPING.sub("", text.replace("&amp;", "&"))


def _written(path: str, pairs: Sequence[tuple[str, str]]) -> str:
    """An address of this site, whatever `path` is."""
    query = urlencode(pairs, safe=",")
    return "/" + quote(path.lstrip("/\\")) + (f"?{query}" if query else "")
