"""Areas by the names that publishers write, where a file gives no codes: of today, and former districts."""

import re
from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.raised_digits import RAISED
from dashboard.ingest.refusal import Refused, listed

# A district's name wins over a wider area's; a combined authority has its name where no other area has it.
_LEVELS = ("combined_authority", "country", "region", "county", "district")
_KINDS = (
    "ua|mbc|lbc|unitary authority|metropolitan borough council|metropolitan district council|"
    "metropolitan borough|london borough council|district council|borough council|city council|"
    "county council|council|borough|city"
)
_NOTE = r"notes? [\w ,]+|[\d ,]+|[a-z]"
# What else stands in brackets may be another place: “London (Inner)”, “Cornwall (with Isles of Scilly)”.
_KIND = re.compile(
    rf"\s*(?:\((?:{_KINDS}|unitary|met district|metropolitan district|district|london borough|county|region|"
    rf"{_NOTE})\)|\b(?:{_KINDS})\b)\s*$"
)
_NOTES = re.compile(rf"(?:\s*\[(?:{_NOTE})\]|\s*[{RAISED}*†‡]+)+$")
# Not the region of that name; a metropolitan county has the ground of the authority that has its name.
_AUTHORITY = re.compile(
    r"\s*(?:\b(?:mca|cca|(?:mayoral )?combined (?:county )?authority)|\(met(?:ropolitan)? county\)"
    r"|\((?:mca|cca|combined (?:county )?authority)\))$"
)
_OF_AN_AUTHORITY = " combined authority"
_NO_AREA = ("durham city", "city of durham")  # a district until 2009, and no County Durham
_OTHERS = {"st.": "st", "&": "and", "the": ""}
_CALLED = {"hull": "kingston upon hull", "city of london corporation": "city of london"}
_OF = r"(?:city|county|royal borough|london borough)"


def plain_name(text: str) -> str:
    """A name as it is compared: “Bristol, City of UA” and “City of Bristol” are one, “&” is “and”.

    “Kings Lynn” is “King's Lynn”, “London [note 3]” is “London”. The City of London is not London, however it
    is written, nor is the West Midlands Combined Authority the West Midlands.
    """
    name = _NOTES.sub("", text.lower().strip())
    if match := _AUTHORITY.search(name):
        return plain_name(name[: match.start()]) + _OF_AN_AUTHORITY
    name = " ".join(re.sub("[’']", "", name).replace("-", " ").split())
    if name in _NO_AREA:
        return name
    while (shorter := _KIND.sub("", name).strip(" ,")) != name and shorter:
        name = shorter
    words = (_OTHERS.get(word, word) for word in name.replace("&", " & ").split())
    name = " ".join(filter(None, words))
    if match := re.fullmatch(rf"(.+), ({_OF}) of", name):
        name = f"{match[2]} of {match[1]}"
    name = re.sub(rf"^{_OF} of (?!london\b)", "", name)
    return _CALLED.get(name, re.sub(r"^county (?=\w)", "", name))


def by_name(places: Places, include_former: bool = True) -> dict[str, str]:
    """plain name -> code of the area of today that has it, else of the district that had it."""
    named = places.named(("district",)).items() if include_former else ()
    codes = {plain_name(name): code for name, code in named}
    for level in _LEVELS:
        codes |= _of_level(places, level)
    return codes


def _of_level(places: Places, level: str) -> dict[str, str]:
    """plain name -> code of the areas of today of `level`; combined authorities by their full name too."""
    named = places.named((level,)).items()
    codes = {plain_name(name): code for name, code in named if code in places.current}
    if level != "combined_authority":
        return codes
    return codes | {name + _OF_AN_AUTHORITY: code for name, code in codes.items()}


def _two_of_a_name(places: Places, names: list[str], known: dict[str, str]) -> list[str]:
    """Those of `names` that a region or county has and a combined authority too, where another name of the
    file is a combined authority's alone: the West Midlands are then one or the other, and nobody can tell."""
    authorities = _of_level(places, "combined_authority")
    plain = {name: plain_name(name) for name in names}
    both = [
        name for name, each in plain.items() if each in authorities and known.get(each) != authorities[each]
    ]
    alone = any(each in authorities and known.get(each) == authorities[each] for each in plain.values())
    return both if alone else []


def coded(
    frame: pd.DataFrame, where: Path, places: Places, codes: dict[str, str], include_former: bool = True
) -> pd.DataFrame:
    """`frame` with the code of the area that each name of `area_code` is, or that `codes` says.

    A code may stand among the names. `ended` is the last year of an area that a name meant and is no more:
    no later figure is of it. Raises Refused, with its line, for a name that no area has.
    """
    known, given = by_name(places, include_former), frame["area_code"]
    found = {
        name: codes.get(name) or known.get(plain_name(name)) or _code(name, places) for name in given.unique()
    }
    unsaid = [name for name in _two_of_a_name(places, list(found), known) if name not in codes]
    if unsaid:
        first = frame[given.isin(unsaid)].iloc[0]
        sentence = f"'{listed(unsaid)}' is the name of a region or county and of a combined authority"
        mend = "give the code of the one that is meant as codes in options"
        raise Refused(where, f"{sentence}, {mend}", int(first["line"]), str(first.get("sheet", "")))
    if lost := [name for name, code in found.items() if not code]:
        first = frame[given.isin(lost)].iloc[0]
        called = ", ".join(f"'{name}'" for name in lost[:5])
        more = f" (nor the {len(lost) - 5} others)" if len(lost) > 5 else ""
        raise Refused(
            where,
            f"no area is called {called}{more}, give the code as codes in options, or leave it out with "
            "skip or only",
            int(first["line"]),
            str(first.get("sheet", "")),
        )
    ended = {name: places.ended.get(code) for name, code in found.items() if name != code}
    return frame.assign(area_code=given.map(found), ended=given.map(ended).astype("float64"))


def _code(text: str, places: Places) -> str:
    return text if text in places.levels or text in places.recodes else ""
