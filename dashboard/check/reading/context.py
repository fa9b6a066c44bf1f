"""Context: what a sentence takes from those before it where it does not say it: indicator, places, period."""

import re
from dataclasses import dataclass, replace

from dashboard.catalogue.indicator import Indicator
from dashboard.check.draft import CELL, HEADING, Block
from dashboard.check.reading.dates import AT, NOW, Date
from dashboard.check.reading.phrases import PhraseMatch
from dashboard.check.reading.places_of_numbers import subjects
from dashboard.check.reading.sentences import Sentence
from dashboard.datastore.areas import Area

_GOES_ON = re.compile(
    r"\b(?:it|this|that|these|those|the (?:figure|rate|number|average|share|proportion|total|same figure"
    r"|equivalent(?: figure)?)"
    r"|compares?|compared|by comparison|elsewhere)\b",
    re.IGNORECASE,
)


_GROUP = re.compile(
    r"\b(?:wom[ae]n|m[ae]n|girls?|boys?|young(?:er)? people|youths?|older people|pensioners|disabled people"
    r"|graduates|students|parents|mothers|fathers|carers|migrants|refugees|veterans|apprentices)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are|has|have)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Context:
    """What stands before a sentence: of the sentence before in the paragraph, of the heading over it."""

    indicators: tuple[PhraseMatch, ...] = ()
    places: tuple[PhraseMatch, ...] = ()
    dates: tuple[Date, ...] = ()
    title: tuple[PhraseMatch, ...] = ()  # indicators of the heading
    under: tuple[PhraseMatch, ...] = ()  # places of the heading
    headed: tuple[Date, ...] = ()
    above: tuple[PhraseMatch, ...] = ()  # places of the last heading or paragraph that named some
    own: tuple[Indicator, Area] | None = None  # of what our own sentence before is
    group: str = ""  # people that the sentence before speaks of, where it has no figure
    alone: tuple[PhraseMatch, ...] = ()  # the places that it names, where it has no figure and no indicator

    def after(self, sentence: Sentence, own: tuple[Indicator, Area] | None) -> "Context":
        """The context of the next sentence of the paragraph."""
        at = tuple(when for when in sentence.dates if when.role == AT)
        group = None if sentence.numbers else _GROUP.search(sentence.text)
        return replace(
            self,
            group=group[0] if group else "",
            alone=() if sentence.numbers or sentence.indicators else sentence.places,
            indicators=sentence.indicators or self.indicators,
            places=subjects(sentence) or sentence.places or self.places,
            dates=at or self.dates,
            own=own,
        )

    def into(self) -> "Context":
        """The context in which a block begins: a paragraph carries little over from the one before."""
        above = self.places or self.above
        return replace(self, indicators=(), places=(), dates=(), own=None, group="", alone=(), above=above)

    def headed_by(self, sentence: Sentence) -> "Context":
        """The context under the heading `sentence`."""
        above = self.under or self.above
        return Context(title=sentence.indicators, under=sentence.places, headed=sentence.dates, above=above)

    def indicators_for(self, sentence: Sentence, block: Block) -> tuple[PhraseMatch, ...]:
        """The indicators that a sentence without any goes on about."""
        few = len(sentence.words) <= 8
        if block.kind == CELL or not (few or _GOES_ON.search(sentence.text)):
            return ()
        return self.indicators or (self.title if few else ())

    def places_for(self, home: PhraseMatch) -> tuple[tuple[PhraseMatch, ...], str]:
        """The places that a sentence without any goes on about, and where they were named: where only an
        earlier paragraph or heading names one, it may be that or `home`, the region of the office."""
        if self.places:
            return self.places, "the sentence before"
        if self.under:
            return self.under, "the heading"
        return (*self.above, home), "what stands before, or your own region" if self.above else ""

    def dates_for(self, sentence: Sentence, indicators: tuple[PhraseMatch, ...]) -> tuple[Date, ...]:
        """The period that a sentence without any goes on about, with the same indicator as before or in the
        past tense: of another, "is" means the newest."""
        same = {name for item in indicators for name in item.meaning} & {
            name for item in self.indicators for name in item.meaning
        }
        if NOW.search(sentence.text) or (not same and _IS.search(sentence.text)):
            return ()
        return self.dates or self.headed


def is_heading(block: Block) -> bool:
    """Whether what follows stands under it."""
    return block.kind == HEADING
