"""A headline in the office's words: taken while it names no other figures than the one that is worked out."""

import re
from collections.abc import Iterable
from dataclasses import replace

from dashboard.catalogue.periods import day_words
from dashboard.packs.model import Pack, Section
from dashboard.record_port import Composed

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_LOCKED = {*NUMBERS, "no", "none", "nothing", "half", "twice", "double", "third", "quarter"}
_NUMBER = re.compile(r"[£$€]?\d[\d,]*(?:\.\d+)?%?")


def figures(*texts: str) -> set[str]:
    """The figures of texts, in digits and in words: {"24.7%", "five"}."""
    words = {word for text in texts for word in re.findall(r"[a-z]+", text.lower())}
    digits = {found.rstrip(",") for text in texts for found in _NUMBER.findall(text)}
    spelt = {str(at) for at, word in enumerate(NUMBERS, 1) if word in words}
    return digits | spelt | (words & _LOCKED - {*NUMBERS})


def figures_not_in_section(headline: str, section: Section) -> list[str]:
    """The figures of `headline` that the section it heads has not, in order; empty where it may stand."""
    return sorted(figures(headline) - figures(*_texts(section)))


def _texts(section: Section) -> Iterable[str]:
    yield from (section.title, section.lead)
    for ask in section.asks:
        value = ask.figure.value if ask.figure.latest else ""
        yield from (value, ask.figure.period, ask.what, ask.size, ask.where)


def with_headline(pack: Pack, kept: Composed) -> Pack:
    """`pack` under the headline that the office gave it, marked as edited; as it is where newer figures have
    left that wording behind."""
    first, *rest = pack.sections
    if not kept.headline or first.kind != "brief" or figures_not_in_section(kept.headline, first):
        return pack
    when = f" on {day_words(kept.day)}" if kept.day else ""
    sentence = f"Headline edited by {kept.by or 'the office'}{when}; its figures are those of this pack."
    return replace(pack, sections=(replace(first, title=kept.headline, edited=sentence), *rest))
