"""Agreement: whether a number as it is written is a figure that is held, exactly or rounded."""

import re
from functools import lru_cache

from dashboard.catalogue.indicator import Indicator
from dashboard.catalogue.rounding import half_up
from dashboard.check.mark import RIGHT, ROUNDED
from dashboard.check.reading.directions import ABOVE, BELOW
from dashboard.check.reading.numbers import ABOUT, EXACT, OVER, PER, RANGE, UNDER, Number
from dashboard.search.matching import words

MILLION = 1_000_000
_LARGE = {"million": MILLION, "billion": 1_000 * MILLION}
SHARES = (10, 20, 25, 100 / 3, 40, 50, 60, 200 / 3, 75, 80, 90)  # that people name as "a fifth", "two thirds"
NEAR_SHARE = 1.5  # percentage points by which a plain "a third" may be off; with "about" twice as much
FAR = 0.05  # of the figure, by which a number with closing noughts may be off; with "about" twice as much
BOUND = 0.1  # of the figure, from which "more than" it says too little
_NEARLY = re.compile(r"nearly|almost|just|approach|close|not quite|getting|slightly", re.IGNORECASE)
_ALIKE = (
    frozenset(("female", "females", "women", "woman", "girl", "girls")),
    frozenset(("male", "males", "men", "man", "boy", "boys")),
    frozenset(("head", "person", "capita")),
    frozenset(("people", "residents", "persons")),
)
_TIME = re.compile(
    r"^[^.;]{0,12}?\b(?:an?|per|each|every)\s+(hour|day|week|month|year)\b(?! (?:earlier|before|ago|later))",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:per|each|every)\b", re.IGNORECASE)
_AFTER = re.compile(r"^[\s-]*(?:of\s+(?:all\s+)?)?([a-z][a-z-]*)", re.IGNORECASE)
_LITTLE = frozenset(
    [
        "a",
        "an",
        "the",
        "in",
        "on",
        "at",
        "for",
        "per",
        "each",
        "and",
        "or",
        "to",
        "of",
        "was",
        "is",
        "were",
        "are",
        "compared",
        "up",
        "down",
        "from",
        "across",
        "nationally",
        "last",
        "this",
        "than",
        "by",
        "as",
        "while",
        "but",
        "with",
        "within",
        "who",
        "had",
        "have",
        "has",
        "that",
        "which",
        "now",
        "still",
        "since",
        "after",
        "before",
        "respectively",
        "over",
        "between",
        "both",
        "during",
        "throughout",
        "against",
        "versus",
    ]
)


def scale(indicator: Indicator) -> float:
    """What a figure of `indicator` is to be multiplied by: bus journeys are held in millions, traffic in
    billions of miles."""
    return next((size for word, size in _LARGE.items() if word in indicator.suffix), 1)


def fits(indicator: Indicator, number: Number, text: str, cell: bool = False) -> bool:
    """Whether the number is in the unit of `indicator`, by its signs and the words after it."""
    after = text[number.end :]
    bare = cell and number.unit == ""
    if "%" in indicator.suffix:
        return number.unit == "%" or bare or (number.unit == "" and "(%" in text[: number.start])
    if "point" in indicator.suffix:
        return number.unit == "points" or bare
    if indicator.prefix == "£":
        return (number.unit == "£" or bare) and _timed(indicator, after)
    return (
        number.unit == ""
        and not number.fraction
        and _timed(indicator, after)
        and _counted(indicator, number, text)
    )


def _timed(indicator: Indicator, after: str) -> bool:
    """Whether what is said "an hour" or "a month" is held so."""
    match = _TIME.match(after)
    units = set(re.findall(r"hour|day|week|month|year", f"{indicator.unit} {indicator.period}"))
    return not match or match[1].lower() in units


def _counted(indicator: Indicator, number: Number, text: str) -> bool:
    """Whether what is counted after the number, and per how many, is what the indicator counts."""
    after = text[number.end :]
    if number.sized and number.value >= MILLION > scale(indicator) and _EACH.search(indicator.unit):
        return False  # millions of tonnes are those of a place, not of each person
    per = PER.search(after[:70])
    if per and per[1] not in indicator.unit:
        return False
    if PER.search(indicator.unit) and not (per or _as_rate(indicator, number, text)):
        return False
    match = _AFTER.match(after)
    if not match or match[1].lower() in _LITTLE or re.fullmatch(rf"{ABOVE}|{BELOW}", match[1].lower()):
        return True
    mine = counted_words(indicator)
    word = match[1].lower()
    return word in mine or word.rstrip("s") in mine or f"{word}s" in mine or bool(per)


def _as_rate(indicator: Indicator, number: Number, text: str) -> bool:
    """Whether a number is a rate although it does not say per how many. "41 people" counts people;
    41.4 cannot, since people come whole. A number behind the indicator's own title is what that says."""
    after = _AFTER.match(text[number.end :])
    people = after is not None and after[1].lower() in ("people", "residents", "persons", "households")
    titled = not indicator.decimals and re.search(rf"{re.escape(indicator.title)}[,:]", text[: number.start])
    return (number.step < 1 or bool(titled)) and not people


def counted_words(indicator: Indicator) -> frozenset[str]:
    """The words of its title and unit, which say what is counted: its question may name who counts there."""
    return _with_alike(indicator.title, indicator.unit, indicator.suffix)


def known_words(indicator: Indicator) -> frozenset[str]:
    """The words in which the indicator says of itself what it is."""
    more = (indicator.question, indicator.gap_words)
    return _with_alike(indicator.title, indicator.unit, indicator.suffix, *more)


@lru_cache(maxsize=1024)
def _with_alike(*texts: str) -> frozenset[str]:
    mine = {word for text in texts for word in words(text)}
    return frozenset(mine.union(*(group for group in _ALIKE if group & mine)))


def agrees(indicator: Indicator, number: Number, value: float) -> str:
    """RIGHT, ROUNDED or "" for `number` beside the figure `value`, in the indicator's unit."""
    times = scale(indicator)
    shown = float(half_up(value, indicator.decimals)) * times
    smallest = times * 10.0**-indicator.decimals
    if number.how == RANGE:
        return ROUNDED if number.value - smallest / 2 <= shown <= number.upper + smallest / 2 else ""
    if number.how in (OVER, UNDER):
        return _bounded(number, shown, smallest)
    if number.fraction:
        return _share(number, shown)
    if _same(number.value, shown) and number.how == EXACT:
        return RIGHT
    return ROUNDED if _rounds(number, value * times, smallest) or _rounds(number, shown, smallest) else ""


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(1.0, abs(one))


def _rounds(number: Number, value: float, smallest: float) -> bool:
    """Whether the figure rounds to the number at the last digit that counts."""
    step = number.step
    if number.how == ABOUT and number.value and number.unit == "%" and number.value % 5 == 0 and step == 1:
        step = 5.0
    rounded = float(half_up(value / step)) * step
    if not _same(rounded, number.value) and not (number.zeros and _same(_thousands(value), number.value)):
        return False
    loose = number.zeros or number.sized or step > number.step
    return not loose or abs(value - number.value) <= _allowed(number) * abs(value) or step <= smallest


def _thousands(value: float) -> float:
    return float(half_up(value / 1000)) * 1000


def _allowed(number: Number) -> float:
    return FAR if number.how == EXACT else 2 * FAR


def _bounded(number: Number, shown: float, smallest: float) -> str:
    """ "More than 70%" of a figure that is, and not by so much that nobody would say so."""
    way = 1 if number.how == OVER else -1
    far = way * (shown - number.value)
    inclusive = re.match(r"at least|no fewer|up to|at most|no more", number.text, re.IGNORECASE)
    least = 0.0 if inclusive else smallest / 2
    room = max(BOUND * abs(number.value), smallest if number.fraction else 0.0)
    if number.fraction:
        room = min(2 * NEAR_SHARE, 0.15 * number.value)
    elif number.unit == "%":
        room = max(min(room, 3.0), 1.0)
    return ROUNDED if least <= far + 1e-9 and far <= room else ""


def satisfies_bound(indicator: Indicator, number: Number, value: float) -> bool:
    """Whether "more than 50%" is at least true of the figure, however far it is from it."""
    shown = float(half_up(value, indicator.decimals)) * scale(indicator)
    over = number.how == OVER and shown > number.value
    return over or (number.how == UNDER and not re.match(_NEARLY, number.text) and shown < number.value)


def _share(number: Number, shown: float) -> str:
    """ "A third" of a figure that is near it, and nearer than to any other share that has a name."""
    room = min(NEAR_SHARE, 0.1 * number.value) * (2 if number.how == ABOUT else 1)
    others = [abs(share - shown) for share in SHARES if abs(share - number.value) > 0.5]
    far = abs(shown - number.value)
    return ROUNDED if far <= room and far <= min(others) else ""
