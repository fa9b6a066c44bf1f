"""Areas by the names that publishers write, where a file gives no codes."""

import re
from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed

_LEVELS = ("country", "region", "county", "district")  # a district's name wins over a wider area's
_KIND = re.compile(r"\s*(?:\(.*\)|\b(?:ua|mca|borough council|city council|county council|council)\b)\s*$")
_OTHERS = {"st.": "st", "&": "and"}


def plain_name(text: str) -> str:
    """A name as it is compared: “Bristol, City of UA” and “City of Bristol” are one, “&” is “and”."""
    name = _KIND.sub("", " ".join(text.lower().replace("’", "'").split()))
    name = " ".join(_OTHERS.get(word, word) for word in name.replace("&", " & ").split())
    if match := re.fullmatch(r"(.+), ((?:city|county|royal borough) of)", name):
        name = match[1]
    return re.sub(r"^(?:the )?(?:city|county|royal borough|london borough) of (?!london\b)", "", name)


def by_name(places: Places) -> dict[str, str]:
    """plain name -> code of the area of today that has it."""
    codes: dict[str, str] = {}
    for level in _LEVELS:
        codes |= {
            plain_name(name): code for name, code in places.named((level,)).items() if code in places.current
        }
    return codes


def coded(frame: pd.DataFrame, where: Path, places: Places, codes: dict[str, str]) -> pd.DataFrame:
    """`frame` with the code of the area of today that each name of `area_code` is, or that `codes` says.

    A code may stand among the names. Raises Refused, with its line, for a name that no area has.
    """
    known, given = by_name(places), frame["area_code"]
    found = {
        name: codes.get(name) or known.get(plain_name(name)) or _code(name, places) for name in given.unique()
    }
    if lost := [name for name, code in found.items() if not code]:
        first = frame[given.isin(lost)].iloc[0]
        said = f"no area of today is called '{listed(lost)}'"
        raise Refused(
            where,
            f"{said}, give its code as codes in options, or leave it out with skip or only",
            int(first["line"]),
            str(first.get("sheet", "")),
        )
    return frame.assign(area_code=given.map(found))


def _code(text: str, places: Places) -> str:
    return text if text in places.levels or text in places.recodes else ""
