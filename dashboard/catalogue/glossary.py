"""Glossary: the short forms that stand on the pages, and what they mean (data/glossary.toml)."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dashboard.catalogue.reading.toml_file import read_toml


class InvalidGlossary(ValueError):
    """A data/glossary.toml that cannot be used; the message says what to do."""


@dataclass(frozen=True)
class Glossary:
    """What each short form means, by the form; `pattern` finds them as whole words, in the plural too."""

    meanings: dict[str, str]
    pattern: re.Pattern[str]

    def forms_in(self, texts: Iterable[str]) -> dict[str, str]:
        """The forms that stand in `texts`, in the glossary's order, each with its meaning."""
        seen = {form for text in texts for form in self.pattern.findall(text)}
        return {form: meaning for form, meaning in self.meanings.items() if form in seen}


NO_GLOSSARY = Glossary({}, re.compile(r"(?!)"))


def load_glossary(path: Path) -> Glossary:
    """The Glossary in the file at `path`; an empty one without a file. Raises InvalidGlossary."""
    try:
        given = read_toml(path) if path.exists() else {}
    except tomllib.TOMLDecodeError as error:
        raise InvalidGlossary(f"{path.name}: mend its TOML: {error}") from error
    if not all(form.strip() for form in given):
        raise InvalidGlossary(
            f"{path.name}: give each meaning its short form; one stands behind empty quotes"
        )
    if wrong := [form for form, meaning in given.items() if not isinstance(meaning, str) or not meaning]:
        raise InvalidGlossary(f"{path.name}: say what {', '.join(wrong)} means, in words")
    forms = "|".join(map(re.escape, sorted(given, key=len, reverse=True)))
    # Looked for by its first letter a form takes a third of the time: a page is long, and there are thirty.
    first = "".join(sorted({re.escape(form[0]) for form in given}))
    return Glossary(given, re.compile(rf"(?=[{first}])\b({forms})s?\b" if given else r"(?!)"))
