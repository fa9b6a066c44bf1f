"""What stands in a cell of figures: a number as people write it, a mark instead of one, or both.

Marks in brackets are those that the Government Analysis Function advises; the signs of older tables (.. : -)
only say that there is no figure, and that is all that is taken from them. What else a cell may hold, the
entry's options say: `marks` (text -> status), `decimal = ","`, `affixes = ["£", "%"]`, `brackets =
"negative"` (“(1,234)” is -1234) and `times` (100 where a share of one is to be a percentage;
or series -> number).
"""

import json
import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

import pandas as pd

from dashboard.ingest import refusal
from dashboard.ingest.raised_digits import RAISED

# What an entry may say of the text of its cells.
OPTIONS = frozenset(("marks", "decimal", "affixes", "brackets", "times"))
MARKS = {f"[{mark}]": mark for mark in ("x", "z", "c", "u", "low")}
MARKS |= {mark: mark for mark in ("x", "z", "c", "low")}
SIGNS = dict.fromkeys(("..", "...", "…", ":", "-", "‐", "–", "—", "−", ".", "n/a", "N/A"), "x")
# Beside a number: [p] provisional and [u] unreliable are kept; what is revised or has a note is a figure.
_BESIDE = {"p": "p", "u": "u", "r": "", "low": "low"}
_MARKED = re.compile(r"(?P<number>[^\[\]]*\d[^\[\]]*?)(?P<marks>(?:\s*\[[^\[\]]+\])+)")
_NOTE = re.compile(r"notes? [\w ,]+")
_NOTES_BESIDE = re.compile(r"(?<=.)(?:\s*\[notes? [\w ,]+\])+$", re.I)  # “[c] [note 3]”
_RAISED = re.compile(rf"(?<=.)\s*[{RAISED}]+$")  # the number of a footnote
# No thousand begins with 0: “0,125” is an eighth with a comma before its decimals, and no 125.
_NUMBERS = {
    ".": re.compile(r"-?(?:[1-9]\d{0,2}([, ’])\d{3}(?:\1\d{3})*|\d+)(?:\.\d+)?|-?\.\d+", re.ASCII),
    ",": re.compile(r"-?(?:[1-9]\d{0,2}([. ’])\d{3}(?:\1\d{3})*|\d+)(?:,\d+)?", re.ASCII),
}
_ROUND = re.compile(
    r"(?<=\d)\s*\((p|r|u|low|notes? [\w ,]+)\)$", re.I
)  # “12.5 (p)”, as older tables write it
_PLAIN = re.compile(r"-?\d*\.?\d+")
_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)")
_SIGNS_BESIDE = ("£", "$", "€", "%", "p", "m", "k")
_BLANKS = re.compile(r"[\u00a0\u2009\u202f ]+")
# What makes a number another one: beside some numbers of a series and not beside others it is refused.
_SIZES = ("%", "m", "k", "mn", "bn", "million", "thousand", "billion")
_UNREAD = "\u2060"  # after a text that is no number here, though it would be one to Python


def figures(
    texts: pd.Series, options: dict[str, Any], series: pd.Series | None = None
) -> tuple[pd.Series, pd.Series, list[str]]:
    """`texts` as plain numbers ("" where there is none; as they stand where they cannot be read), the status
    of each, and what is to be told: the signs that were taken for "no figure". `series`: that of each."""
    read = {text: read_cell(text, options) for text in texts.unique()}
    counted = texts[texts.isin(SIGNS.keys() - options.get("marks", {}).keys())].value_counts()
    signs = ", ".join(f"“{sign}” in {refusal.number(count, 'cell')}" for sign, count in counted.items())
    told = [f"{signs} read as no figure (x); say in options.marks what else a sign means"] if signs else []
    numbers = texts.map({text: each[0] for text, each in read.items()})
    odd = _of_another_size(texts, numbers, options.get("affixes", ()), series)
    return (
        numbers.mask(odd, texts + _UNREAD),
        texts.map({text: each[1] for text, each in read.items()}),
        told,
    )


def _of_another_size(
    texts: pd.Series, numbers: pd.Series, affixes: Iterable[str], series: pd.Series | None
) -> pd.Series:
    """Which numbers have another of _SIZES beside them than most of their series: “£350k” among millions,
    0.45 among percentages. Of none it is so where there is one way of writing; 0 is of every size."""
    sizes = [affix for affix in affixes if affix.strip().lower() in _SIZES]
    nothing = pd.Series(False, index=texts.index)
    counted = numbers.str.contains(r"[1-9]", na=False) & numbers.ne(texts + _UNREAD)
    if not sizes or not counted.any():
        return nothing
    after = re.compile(rf"\d\s*({'|'.join(map(re.escape, sizes))})(?![a-z])")
    beside = texts.map({text: after.search(text) for text in texts.unique()})
    beside = beside.map(lambda match: match[1] if match else "")
    by = nothing if series is None else series
    most = beside[counted].groupby(by[counted]).agg(lambda each: each.value_counts().index[0])
    return counted & beside.ne(by.map(most))


def read_cell(text: str, options: dict[str, Any]) -> tuple[str, str]:
    """(number, status) of one cell; a text that is neither number nor mark is given back as it is."""
    marks = SIGNS | MARKS | options.get("marks", {})
    if text in marks or text.lower() in MARKS:
        return "", marks.get(text, marks.get(text.lower(), ""))
    if (beside := _with_own_mark(text, options)) is not None:
        return beside
    for after in (_RAISED, _NOTES_BESIDE):
        if (bare := after.sub("", text)) != text:
            number, status = read_cell(bare, options)
            return (text, "") if number == bare and not _PLAIN.fullmatch(bare) else (number, status)
    given, status = _ROUND.sub(lambda match: f"[{match[1]}]", text), ""
    if match := _MARKED.fullmatch(given):
        beside_it = [mark.strip().lower() for mark in re.findall(r"\[([^\[\]]+)\]", match["marks"])]
        if not all(mark in _BESIDE or _NOTE.fullmatch(mark) for mark in beside_it):
            return text, ""
        status = next((_BESIDE[mark] for mark in beside_it if _BESIDE.get(mark)), "")
        given = match["number"]
    if options.get("brackets") == "negative" and (match := _BRACKETS.fullmatch(given.strip())):
        given = f"-{match[1]}"
    plain = _number(given, options.get("decimal", "."), options.get("affixes", ()))
    if plain is None and options.get("decimal") == "," and _PLAIN.fullmatch(text):
        return text + _UNREAD, ""  # 12.5 among commas: nobody knows whether 1.234 beside it is a thousand
    return (text, "") if plain is None else (plain, status)


def are_figures(texts: Iterable[str]) -> bool:
    """Whether there is a number among `texts`, and nothing but numbers and marks, whatever money or per cent
    stands beside them."""
    read = [read_cell(text, {"affixes": _SIGNS_BESIDE})[0] for text in texts]
    return any(read) and all(not number or _PLAIN.fullmatch(number) for number in read)


def _with_own_mark(text: str, options: dict[str, Any]) -> tuple[str, str] | None:
    """A number with a sign or letters of the publisher's own beside it, “1,234 *”, “12.5 (e)”: options.marks
    gives its meaning: provisional, unreliable, low or nothing. None for anything else."""
    for mark, status in options.get("marks", {}).items():
        if not text.endswith(mark) or mark[:1].isdigit() or status not in _BESIDE.values():
            continue
        number, own = read_cell(text[: -len(mark)].rstrip(), {**options, "marks": {}})
        if _PLAIN.fullmatch(number):
            return number, status or own
    return None


def multiplied(frame: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    """`frame` with value, lower and upper (plain texts) times options.times, without a binary rest."""
    times = options.get("times", {})
    by = frame["series"].map(times) if isinstance(times, dict) else pd.Series(times, index=frame.index)
    for name in {"value", "lower", "upper"} & {*frame} if by.notna().any() else ():
        pairs = zip(frame[name], by, strict=True)
        frame[name] = [_times(text, number) for text, number in pairs]
    return frame


def _times(text: str, number: float) -> str:
    if pd.isna(number) or not text:
        return text
    try:
        return format((Decimal(text) * Decimal(str(number))).normalize(), "f")
    except InvalidOperation:
        return text  # no number: refused with its place, as all such texts are


def with_limits(frame: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    """`frame` (`value` plain texts) with lower and upper: `margin` below and above where both are numbers."""
    given = frame.pop("margin")
    read = {text: read_cell(text, options)[0] for text in given.unique()}
    pairs = list(zip(frame["value"], given.map(read), strict=True))
    for name, sign in (("lower", -1), ("upper", 1)):
        frame[name] = [_limit(value, margin, sign) for value, margin in pairs]
    return frame


def _limit(value: str, margin: str, sign: int) -> str:
    if not (_PLAIN.fullmatch(value) and _PLAIN.fullmatch(margin)):
        return ""
    return format(Decimal(value) + sign * Decimal(margin), "f")


def _beside_number(text: str, options: dict[str, Any]) -> list[str]:
    """The sign of money or per cent beside what is a number without it."""
    bare = text.strip("".join(_SIGNS_BESIDE) + " ")
    if bare == text or _number(bare, options.get("decimal", "."), ()) is None:
        return []
    return [sign for sign in _SIGNS_BESIDE if text.startswith(sign) or text.endswith(sign)]


def mend(options: dict[str, Any]) -> Callable[[str], str]:
    """mend(text) -> what to do about a cell that could not be read."""

    def what(text: str) -> str:
        text = text.removesuffix(_UNREAD)
        if _PLAIN.fullmatch(read_cell(text, options)[0]):
            return "write the numbers of a series alike, with the same sign of % or of millions beside each"
        if text.startswith("="):
            return "open the workbook and save it again: what this formula gives was never stored in it"
        if _BRACKETS.fullmatch(text) and "brackets" not in options:
            return 'correct it, or write brackets = "negative" in options where that is what they mean'
        if beside := _beside_number(text, options):
            both = json.dumps([*options.get("affixes", []), *beside], ensure_ascii=False)
            size = next((sign for sign in beside if sign in ("m", "k")), "")
            many = {"m": 1_000_000, "k": 1000}.get(size)
            also = f" (and times = {many} where {size} means so many)" if many else ""
            return f"correct it, or write affixes = {both}{also} in options, for what stands beside it"
        if options.get("decimal") == "," and _PLAIN.fullmatch(text):
            return 'correct it: decimal = "," in options says a comma before decimals, and here is a point'
        if re.search(r"\d,\d", text) and options.get("decimal", ".") == ".":
            return 'correct it, or write decimal = "," in options where a comma stands before the decimals'
        if re.fullmatch(r"[<>≤≥~]\s*[\d.]+", text):
            return f'say in options.marks what it means, as marks = {{ "{text}" = "c" }}'
        if re.fullmatch(r"[^\d\[#]*\d[\d.,]*[^\d]*", text):
            return "correct it, or name in options.affixes what stands beside the number"
        return "correct it, or say in options.marks what it means"

    return what


def _number(text: str, decimal: str, affixes: Iterable[str]) -> str | None:
    """`text` with a point before its decimals and nothing between thousands; None for what is no number."""
    text = _BLANKS.sub(" ", text).strip().replace("\u2212", "-").replace("'", "’")
    before = "-" if text.startswith("-") else ""  # of “-£5” too
    text = text.removeprefix("-")
    for affix in affixes:
        text = text.strip().removeprefix(affix).removesuffix(affix)
    text = f"{before}{text.strip()}"
    if not text or re.fullmatch(r"-?\d+(\.\d+)?[eE][+-]?\d+", text):
        return text
    if not _NUMBERS[decimal].fullmatch(text):
        return None
    thousands = "," if decimal == "." else "."
    return re.sub(f"[ ’{thousands}]", "", text).replace(decimal, ".")
