"""Spelling: a word with a slip of the pen is read as the one known word that it must be, and that is said."""

from collections import Counter
from collections.abc import Collection

from rapidfuzz.distance import OSA

from dashboard.search.matching import SHORT_WORD, slips_forgiven

SHORT_NAME = 6  # letters up to which one letter put for another makes another name: Derry is no Derby


def corrected(
    word: str,
    known: Collection[str],
    never: Collection[str],
    empty: Collection[str] = (),
    names: Collection[str] = (),
) -> str:  # fmt: skip
    """The word of `known` that `word` must be: itself, or the only one that is nearest; else `word`.

    Of several that all say nothing (`empty`) it does not matter which. A word of `never` is somebody's name,
    and a short one of `names` is meant only where a letter lacks, is too many, or stands in another's place.
    The first letter is seldom a slip, and "tents" are not rents.
    """
    most = slips_forgiven(word)
    if word in known or word in never or not most:
        return word
    near = [(OSA.distance(word, other), other) for other in known if _may(word, other, most)]
    near = [one for one in near if one[1] not in names or not _another_name(word, one[1])]
    best = min((far for far, _ in near), default=most + 1)
    found = [other for far, other in near if far == best and best <= most]
    return min(found) if len(found) == 1 or (found and set(found) <= set(empty)) else word


def _may(word: str, other: str, most: int) -> bool:
    return len(other) >= SHORT_WORD and other[0] == word[0] and abs(len(other) - len(word)) <= most


def _another_name(word: str, name: str) -> bool:
    """Whether one letter stands for another in a short name."""
    same = (Counter(word) & Counter(name)).total()
    return len(name) <= SHORT_NAME and same < min(len(word), len(name))
