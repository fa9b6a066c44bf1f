"""Spelling: a word with a slip of the pen is read as the one known word that it must be, and that is said."""

from collections.abc import Collection

from rapidfuzz.distance import OSA

from dashboard.search.matching import SHORT, slips_forgiven


def mended(word: str, known: Collection[str], never: Collection[str], empty: Collection[str] = ()) -> str:
    """The word of `known` that `word` must be: itself, or the only one that is nearest; else `word`.

    Of several that all say nothing (`empty`) it does not matter which. A word of `never` is somebody's name.
    The first letter is seldom a slip, and "tents" are not rents.
    """
    most = slips_forgiven(word)
    if word in known or word in never or not most:
        return word
    near = [(OSA.distance(word, other), other) for other in known if _may(word, other, most)]
    best = min((far for far, _ in near), default=most + 1)
    found = [other for far, other in near if far == best and best <= most]
    return min(found) if len(found) == 1 or (found and set(found) <= set(empty)) else word


def _may(word: str, other: str, most: int) -> bool:
    return len(other) >= SHORT and other[0] == word[0] and abs(len(other) - len(word)) <= most
