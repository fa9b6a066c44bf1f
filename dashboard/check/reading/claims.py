"""Claims: what a sentence says in words of several figures together, which no single figure bears out.

That a place is third, that a figure doubled, that two places have so many together, that five of ten places
improved: none of it is worked out here, and none is passed over as if it had been.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dashboard.check.reading.numbers import Span
from dashboard.check.reading.spoken import WORD

RANK, MULTIPLE, SUM, PLACES, SAME = "rank", "multiple", "sum", "places", "same"
WHY = {
    RANK: "An order of places or of years is not worked out here: the page has all that are held.",
    MULTIPLE: "How many times one figure is another is not worked out here.",
    SUM: "Sums of places or of years are not worked out here.",
    PLACES: "In how many places it is so is not counted here.",
    SAME: "Whether two figures are the same is not worked out here.",
}
_MOST = (
    r"highest|lowest|largest|biggest|greatest|smallest|fewest|cheapest|dearest|busiest|fastest|slowest|safest"
    r"|poorest|richest|healthiest"
    r"|(?:the|nation['’]s|country['’]s) (?:best|worst|strongest|weakest|most|least)"
    r"|(?:most|least) (?:expensive|affordable|deprived|productive|polluted)"
)
_NTH = (
    r"(?:joint[ -])?(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))"
    r"(?: (?:best|worst))?"
)
_MANY = rf"(?:{WORD}|\d{{1,3}}(?:\.\d+)?)"
_AREAS = (
    r"(?:districts|boroughs|councils|council areas|local authorities|authorities|areas|places|regions"
    r"|city[- ]regions|cities|towns)"
)
_BUT = r"(?:[^.,;]{0,40}? (?:outside|excluding|except|apart from|bar)(?: of)?(?: the)? [A-Z][\w’'-]*)?"
_LEVEL = r"(?:rate|number|figure|level|average|national|english|regional)"
_PATTERNS = {  # the first that is found counts: "half of the districts" is a number of places
    PLACES: (
        rf"(?:(?:all|only|just) )?(?:{_MANY}|all|none|most|half|every one|each|both) (?:of|out of)"
        rf"(?: (?:the|our|its|these))?(?: {_MANY})? {_AREAS}",
        rf"{_MANY} out of {_MANY}",
    ),
    RANK: (
        rf"(?:{_NTH}[ -])?(?:{_MOST})\b(?! qualification){_BUT}",
        rf"rank(?:s|ed|ing)?(?: (?:as|at|joint))?(?: {_NTH})?",
        rf"{_NTH} (?:in|of|out of|among) (?:the|all|our)\b[^.,;]{{0,30}}?{_AREAS}",
        r"(?:in the )?(?:top|bottom) (?:of|two|three|five|ten|\d+|quarter|half)",
        r"league table|record (?:high|low|level|number)s?|a record|on record",
    ),
    MULTIPLE: (
        r"twice|thrice|(?:doubl|trebl|tripl|quadrupl|halv)(?:es?|ed|ing)",
        r"(?:two|three|four|five|ten)[- ]?fold",
        rf"{_MANY}(?: and a half)? times",
        rf"half (?:that|those|as|the {_LEVEL}|of what|what)",
        rf"a (?:third|quarter|fifth) of (?:that|those|the {_LEVEL})",
    ),
    SUM: (
        r"together|combined(?! authorit)|jointly|altogether|in aggregate|cumulative(?:ly)?|in total",
        r"between them|add(?:s|ed)? up to|sum of",
    ),
    SAME: (
        r"(?:the )?same as|(?:it (?:was|is) |and )?the same(?: (?:in|for|at|across|share|rate|figure))?"
        r"|equals?|matche[sd]|unchanged (?:from|since|on)|level with|on a par with|equal to",
        r"as (?:high|low|good|bad|many|much|large|small) as",
    ),
}
_WRITTEN = tuple(
    (kind, re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE))
    for kind, patterns in _PATTERNS.items()
)


@dataclass(frozen=True)
class Claim:
    """A claim at `start` to `end` of a sentence: its kind and why it is not checked."""

    start: int
    end: int
    kind: str

    @property
    def why(self) -> str:
        """Why it is not checked, in a sentence."""
        return WHY[self.kind]


def claims(text: str, named: Sequence[Span] = ()) -> list[Claim]:
    """The claims of `text` in order, none inside one of the spans `named`: "highest qualification"."""
    found: list[Claim] = []
    for claim in written(text):
        taken = [*named, *((one.start, one.end) for one in found)]
        if not any(start < claim.end and claim.start < end for start, end in taken):
            found.append(claim)
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=16)
def written(text: str) -> tuple[Claim, ...]:
    """All that is written like a claim in `text`, kind by kind; each number of a sentence asks for it."""
    return tuple(Claim(*found.span(), kind) for kind, one in _WRITTEN for found in one.finditer(text))


def of_several(word: str) -> Claim | None:
    """The claim that the single word `word` makes; None for any other."""
    return next(iter(claims(word)), None)
