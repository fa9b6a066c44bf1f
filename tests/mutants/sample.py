"""Which mutants of a large part are asked: a sample that a change elsewhere leaves alone."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from tests.mutants.scope import SAMPLE


class Keyed(Protocol):
    """A mutant, by what it reads like."""

    key: str


M = TypeVar("M", bound=Keyed)


def name_of(part: str, key: str) -> str:
    """What a mutant of a part is called in outcomes.csv: ten digits, since a key may be a page long."""
    return hashlib.sha256(f"{part} {key}".encode()).hexdigest()[:10]


def sample(name: str, every: Iterable[M], asked: Mapping[str, str]) -> list[M]:
    """As many of a part as SAMPLE says, in the order of their names, which falls as by chance.

    Those `asked` before, chosen by chance too, stay in it as long as their code stands.
    """
    names = {mutant.key: name_of(name, mutant.key) for mutant in every}
    return sorted(every, key=lambda each: (names[each.key] not in asked, names[each.key]))[: SAMPLE[name]]
