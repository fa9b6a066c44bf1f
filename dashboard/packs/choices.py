"""Choices: which of a place's indicators a section of a pack holds, and their sources."""

from collections.abc import Iterable

from dashboard.catalogue.indicators import Indicator
from dashboard.packs.brief import EACH, SectionRequest
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import SourceNote
from dashboard.packs.pictures import Picture

FIGURES = 2  # a theme, on a summary


def themes_of(evidence: PackEvidence, request: SectionRequest) -> list[str]:
    """The themes of a request that have an indicator, in their order; all of them for none and for "each"."""
    return [
        key
        for key in evidence.site.themes
        if not request.themes or EACH in request.themes or key in request.themes
    ]


def headlines(evidence: PackEvidence, theme: str, most: int) -> list[Indicator]:
    """The theme's main indicators, those with a figure for the place first, each group in its order.

    Where fewer are main than asked for, the theme's others follow.
    """
    inside = evidence.site.in_theme(theme)
    main = sorted(inside, key=lambda item: not item.headline)
    known = [item for item in main if evidence.site.observations(item).latest(evidence.place.code)]
    rest = [item for item in main if item not in known and item.headline]
    return [*known, *rest][: most or FIGURES]


def first(pictures: Iterable[Picture | None], most: int) -> Iterable[Picture]:
    """The first `most` pictures that there are: later ones are not drawn at all."""
    found = 0
    for picture in pictures:
        if found == most:
            return
        if picture:
            found += 1
            yield picture


def sources(evidence: PackEvidence, indicators: Iterable[Indicator]) -> tuple[SourceNote, ...]:
    """What must be known of each indicator, once."""
    return tuple(evidence.source(item) for item in dict.fromkeys(indicators))
