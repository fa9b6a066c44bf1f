"""Spoken: numbers as people write them in words: "two thousand", "one in five", "a third", "half a
million"."""

import re

_SMALL = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_ONES = "|".join([*_SMALL, *_TENS])
WORD = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{'|'.join(list(_SMALL)[1:10])})|{_ONES})"
SHARE = re.compile(
    rf"\b(?P<part>{WORD}|\d{{1,3}}) (?:in|out of|of)(?: every)? (?P<whole>{WORD}|\d{{1,4}}|a hundred)\b",
    re.IGNORECASE,
)
FRACTION = re.compile(
    rf"(?<!first )(?<!second )(?<!other )(?<!latter )\b(?:(?P<many>a|one|two|three|four|five|seven"
    rf"|nine)[ -])?(?P<name>{'|'.join(_PARTS)})(?P<plural>s?)\b"
    r"(?![ -](?:of )?(?:a |an )?(?:million|billion|percentage|point|per|hour|year|term|century|quarter|place"
    r"|party|time))",
    re.IGNORECASE,
)
LARGE = re.compile(
    rf"\b(?:(?:(?P<half>half a)|(?P<ones>{WORD}|an?)(?P<more> and a (?:half|quarter))?) "
    rf"(?P<size>{'|'.join(_LARGE)})|(?P<few>{WORD})(?= (?:per ?cent|percentage points?|%)))\b",
    re.IGNORECASE,
)


def number_of(text: str) -> float | None:
    """The number of a word or of digits: "twenty-one" is 21; None for neither."""
    text = text.lower()
    if text.isdigit():
        return float(text)
    parts = re.split(r"[ -]", text)
    found = [_SMALL.get(part, _TENS.get(part)) for part in parts]
    if text in ("a", "an", "one"):
        return 1.0
    if text == "a hundred":
        return 100.0
    return float(sum(one for one in found if one is not None)) if None not in found else None


def share(match: re.Match[str]) -> float | None:
    """The percentage of "one in five"; None for what is none ("two of two", "ten in five")."""
    part, whole = number_of(match["part"]), number_of(match["whole"])
    if not part or not whole or part >= whole or whole < 3:
        return None
    return 100 * part / whole


def fraction(match: re.Match[str]) -> float | None:
    """The percentage of "two thirds"; None for an ordinal: "the third", "a second half"."""
    many, name = (match["many"] or "").lower(), match["name"].lower()
    if not many and name not in ("half",):
        return None
    parts = _PARTS[name]
    times = number_of(many) or 1.0
    return (
        100 * times / parts
        if times < parts and (times > 1) == bool(match["plural"] or name == "halves")
        else None
    )


def large(match: re.Match[str]) -> tuple[float, float]:
    """The number of "two thousand", and the size of the unit that it is said in."""
    if match["few"]:
        return number_of(match["few"]) or 0.0, 1.0
    size = float(_LARGE[match["size"].lower()])
    if match["half"]:
        return size / 2, size / 10
    more = {"half": 0.5, "quarter": 0.25}.get((match["more"] or "").rpartition(" ")[2].lower(), 0.0)
    return ((number_of(match["ones"]) or 0.0) + more) * size, size / 10 if more else size
