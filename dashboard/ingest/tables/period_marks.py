"""What stands beside a period: “2024 (p)”, “2023-24 [r]”, “March 2025 provisional”."""

import re

from dashboard.ingest.tables.periods import Period, Reader

_BESIDE = re.compile(
    r"\s*[\[(]?\b(?P<mark>p|r|provisional|revised|prov|rev|final|notes? [\w, ]+)\b\.?[\])]?\s*$", re.I
)
_PROVISIONAL = ("p", "prov", "provisional")


def unmarked(text: str) -> tuple[str, str]:
    """(the text without its marks, the status that they give its figures: p or none)."""
    status = ""
    while (match := _BESIDE.search(text)) and match.start():
        text = text[: match.start()].strip()
        status = "p" if match["mark"].lower() in _PROVISIONAL else status
    return text.removesuffix(","), status


def read_marked(read: Reader, text: str) -> tuple[Period, str]:
    """The period that `text` is, with or without marks, and their status. ValueError where it is none."""
    try:
        return read(text), ""
    except ValueError:
        plain, status = unmarked(text)
        if plain == text:
            raise
        return read(plain), status


def period_and_words(read: Reader, title: str) -> list[tuple[str, str]]:
    """Each way in which `title` is a period before or after words: “2023-24 Starts” is (2023-24, Starts)."""
    words = re.split(r"[ _]+", title)
    found = []
    for at in range(1, len(words)):
        for when, rest in ((words[:at], words[at:]), (words[at:], words[:at])):
            period, name = (" ".join(each).strip(" :,-") for each in (when, rest))
            if name and is_period(read, period):
                found.append((period, name))
    return found


def is_period(read: Reader, text: str) -> bool:
    """Whether `text` is a period as `read` reads them."""
    try:
        read_marked(read, text)
    except ValueError:
        return False
    return True
