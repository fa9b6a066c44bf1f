"""First asked: indicators that the public's first page begins with, by subject (data/five-figures.toml)."""

import tomllib
from pathlib import Path

from dashboard.catalogue.reading.toml_file import read_toml

MOST_CARDS = 8  # cards that a first screen holds


class InvalidSubjects(ValueError):
    """A data/five-figures.toml that cannot be used; the message says what to do."""


def load_subjects(path: Path) -> tuple[tuple[str, ...], ...]:
    """For each subject its indicators ("housing/private_rent"), the first choice first; none without a file.
    Raises InvalidSubjects."""
    if not path.exists():
        return ()
    try:
        given = read_toml(path)
    except tomllib.TOMLDecodeError as error:
        raise InvalidSubjects(f"{path.name}: mend its TOML: {error}") from error
    subjects = given.get("subjects", [])
    whole = given.keys() == {"subjects"} and isinstance(subjects, list) and all(map(_names, subjects))
    if not whole or not 0 < len(subjects) <= MOST_CARDS:
        raise InvalidSubjects(
            f"{path.name}: give subjects = 1 to {MOST_CARDS} lists of indicators (theme/name)"
        )
    return tuple(map(tuple, subjects))


def _names(subject: object) -> bool:
    names = subject if isinstance(subject, list) else [None]
    return bool(names) and all(isinstance(name, str) and name.count("/") == 1 for name in names)
