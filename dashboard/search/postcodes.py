"""Postcodes: recognised, so that whoever types one is told what to type instead."""

import re

# A whole postcode ("M1 1AE", "SW1A2AA"), its first half ("OL9"), or one that is being typed ("M1 1A");
# never a word of letters alone.
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?( ?[0-9][A-Z]{2}| [0-9][A-Z]?)?", re.IGNORECASE)
SENTENCE = (
    "That looks like a postcode. Postcodes are not held here: type the name of your council area or ward, "
    "such as “Bolton” or “Farnworth North”."
)


def is_postcode(text: str) -> bool:
    """Whether `text` is a postcode of the United Kingdom, or the beginning of one."""
    return _POSTCODE.fullmatch(" ".join(text.split())) is not None
