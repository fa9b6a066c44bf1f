"""Answer text: the sentences of answers that no page has."""

import re
from dataclasses import dataclass

from dashboard.ask.figures import AnswerFigure
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.statements.headline import REASONS
from dashboard.statements.rank_words import limits_words

_PER = re.compile(r"\b(?:per|each|every)\b", re.IGNORECASE)


@dataclass(frozen=True)
class AnswerText:
    """An answer in a sentence or two, the figures that it rests on, and what must be known with it."""

    sentence: str
    figures: tuple[AnswerFigure, ...]
    notes: tuple[str, ...] = ()


def unit_words(indicator: Indicator) -> str:
    """A sentence that gives the unit of a figure without prefix or suffix: 80 per 10,000 is not 80
    children."""
    return "" if indicator.prefix or indicator.suffix else f" Unit: {indicator.unit}."


def unit_notes(indicator: Indicator) -> tuple[str, ...]:
    """The unit as a note, where no sentence holds it."""
    return () if unit_words(indicator) else (f"Unit: {indicator.unit}.",)


def rate_for_count(indicator: Indicator, counted: bool) -> str:
    """A sentence more where a number of things was asked for and a rate of them answers."""
    if not counted or indicator.prefix or indicator.statistic == "count":
        return ""
    share = "%" in indicator.suffix
    if not share and not _PER.search(indicator.unit):
        return ""
    return f" A number was asked for; what is held is a {'share' if share else 'rate'}, not a number."


def value_words(indicator: Indicator, place: Area, item: Observation) -> str:
    """One figure: "Employment rate in Bolton: 71.9% in 2023 (likely 68.0% to 75.8%)."."""
    status = f", {REASONS[item.status]}" if item.status in REASONS else ""
    likely = (
        f" (likely {limits_words(indicator.format, item)})" if limits_words(indicator.format, item) else ""
    )
    figure = f"{indicator.format(item.value)} {indicator.period_phrase(item.period)}{status}{likely}"
    return f"{indicator.title}, {place.name}: {figure}."
