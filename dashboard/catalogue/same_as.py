"""Same as: words of an indicator that are another's to the letter stand in that one's file alone.

`caveat = { same_as = "people/theft" }` takes the caveat of queries/people/theft.sql, which has to say it
itself: there is one step and no chain. Only KEYS can be taken, what is true of all that one publication
gives; whatever makes or judges a figure stands in its own file.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

KEYS = ("caveat", "breaks", "elsewhere")
Metadata = dict[str, Any]
_ID = re.compile(r"[a-z0-9_]+/[a-z0-9_]+")


def refers(key: str, value: object) -> bool:
    """Whether `value` of `key` says whose words are taken."""
    return key in KEYS and isinstance(value, dict) and value.keys() == {"same_as"}


def fill_in(metadata: Metadata, read: Callable[[str], Metadata | None]) -> Iterator[str]:
    """Put the words that `metadata` takes from others in their places; yield what to do where there are none.

    `read` gives the metadata of an indicator by its id, None where there is no such file or it says nothing.
    """
    for key in KEYS:
        if refers(key, metadata.get(key)):
            name = metadata[key]["same_as"]
            theirs = read(name) if isinstance(name, str) and _ID.fullmatch(name) else None
            if theirs is None:
                yield f"name in {key}.same_as an indicator that there is, theme/name, not {name!r}"
            elif key not in theirs or refers(key, theirs[key]):
                yield f"name in {key}.same_as an indicator that says its {key} itself, which {name} does not"
            elif metadata.get("audience") == "public" and theirs.get("audience") != "public":
                yield f"write its {key}, for {name} is not public and neither are its words"
            else:
                metadata[key] = theirs[key]


def takers(name: str, every: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, list[str]]:
    """key -> the ids of those of `every` (id, metadata) that take it from the indicator `name`."""
    found: dict[str, list[str]] = defaultdict(list)
    for other, metadata in every:
        for key in KEYS:
            if refers(key, metadata.get(key)) and metadata[key]["same_as"] == name:
                found[key].append(other)
    return dict(found)
