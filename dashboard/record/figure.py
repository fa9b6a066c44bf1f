"""A figure that somebody types, as people write it: "75.5%", "£600", "1,200". Never guessed, never mended."""

import re

from dashboard.catalogue.indicators import Indicator

_TYPED = re.compile(
    r"(?P<sign>-?)(?P<pound>£?)(?P<sign_after>-?)"
    r"(?P<whole>[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?P<part>\.\d+)?\s*(?P<unit>.*)"  # “0,125” is no thousand
)
_TIMES = {"": 1, "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
MOST_POUNDS = 1e11  # more than every city region's money together: somebody typed noughts and "million"
_PER_CENT = ("%", "per cent", "percent", "pc")


def read_figure(label: str, text: str, indicator: Indicator, bounds: tuple[float, float]) -> float:
    """The number that `text` stands for, in the unit of `indicator` and within `bounds` (what can be).

    The indicator's own sign or unit may be typed or left out. Raises ValueError with the sentence for the
    reader: no number, another unit's sign, or a value that cannot be.
    """
    example = indicator.format(75.5)
    found = _TYPED.fullmatch(" ".join(text.replace("−", "-").split()))
    if found is None or not (found["whole"] or found["part"]) or (found["sign"] and found["sign_after"]):
        raise ValueError(f"{label} must be a number, such as {example}")
    if found["pound"] and indicator.prefix != "£":
        raise ValueError(f"{label} is not in pounds: it is {indicator.unit}, such as {example}")
    unit = found["unit"].strip().lower()
    if unit in _PER_CENT and indicator.suffix != "%":
        raise ValueError(f"{label} is not a percentage: it is {indicator.unit}, such as {example}")
    if unit and unit not in _PER_CENT and unit != indicator.suffix.strip().lower():
        raise ValueError(f"{label} must be a number alone, such as {example}")
    number = float((found["whole"] or "0").replace(",", "") + (found["part"] or ""))
    return _possible(label, -number if found["sign"] or found["sign_after"] else number, indicator, bounds)


def read_pounds(label: str, text: str) -> float:
    """A sum of money as people write it, in pounds: "£2,400,000", "£2.4 million", "500k", "0".

    Raises ValueError with the sentence for the reader.
    """
    found = _TYPED.fullmatch(" ".join(text.replace("−", "-").split()))
    times = _TIMES.get(found["unit"].strip().lower()) if found else None
    if found is None or times is None or not (found["whole"] or found["part"]):
        raise ValueError(f"{label} must be a sum in pounds, such as £2,400,000 or £2.4 million")
    if found["sign"] or found["sign_after"]:
        raise ValueError(f"{label} cannot be below £0; what it saves belongs to the benefit")
    number = round(float((found["whole"] or "0").replace(",", "") + (found["part"] or "")) * times, 2)
    if number > MOST_POUNDS:
        raise ValueError(f"{label} cannot be over £100 billion: check the noughts, or “million”")
    return number


def _possible(label: str, number: float, indicator: Indicator, bounds: tuple[float, float]) -> float:
    low, high = bounds
    if low <= number <= high:
        return number
    if high == 100 and low == 0:
        raise ValueError(f"{label} must be between 0% and 100%: it is a share, {indicator.unit}")
    if number > high or low < 0:
        raise ValueError(f"{label} is far beyond every figure there was: check the noughts")
    raise ValueError(f"{label} cannot be below {indicator.format(low)}: no figure of it ever was")
