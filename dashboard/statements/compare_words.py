"""Compare words: one indicator for several places side by side, fairly."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent
from dashboard.statements.absence.england_words import no_england
from dashboard.statements.age import Age, age
from dashboard.statements.attention.chance_words import by_chance
from dashboard.statements.headline import REASONS
from dashboard.statements.judgement.benchmark import BENCHMARKS, Against, gap
from dashboard.statements.place_words import against_england, verdict
from dashboard.statements.shading import shade

_ARROWS = {"Higher": "▲ ", "Lower": "▼ "}


@dataclass(frozen=True)
class Cell:
    """One place's figure: `absence` says why there is none; `period` is empty where it is the line's.

    `word` compares the figure with the line's `england`; with any other figure it names that figure.
    `chance` says whether they differ by more than chance (benchmark.Against); empty without a comparison.
    `shade` is how far they lie apart (shading.shade), `at` the figure itself, to sort by.
    """

    value: str
    period: str
    word: str
    mark: str
    absence: Absence | None
    chance: str = ""
    shade: str = ""
    at: float | None = None

    @property
    def missing(self) -> str:
        """Why there is no figure; empty where there is one."""
        return self.absence.sentence if self.absence else ""


@dataclass(frozen=True)
class Line:
    """One indicator for several places, by code: the period that most have, and England's figure for it.

    Where `england` is empty, `no_england` says why.
    """

    period: str
    england: str
    cells: dict[str, Cell]
    age: Age
    no_england: str = ""


def compared(site: Site, indicator: Indicator, places: list[Area]) -> Line:
    """The Line of `indicator` for `places`: each with its newest figure, in the indicator's unit."""
    observations = site.observations(indicator)
    latest = {place.code: observations.latest(place.code) for place in places}
    periods = [item.period for item in latest.values() if item]
    common = max(periods, key=lambda period: (periods.count(period), period)) if periods else None
    cells = {place.code: _cell(site, indicator, place, latest[place.code], common) for place in places}
    there = observations.at(ENGLAND, common) if common else None
    if indicator.statistic == "count" or there is None or there.value is None:
        england, why = "", no_england(site, indicator, common)
    else:
        england, why = indicator.format(there.value), ""
    period = indicator.period_label(common) if common else ""
    return Line(period, england, cells, age(site, indicator), why)


def _cell(
    site: Site, indicator: Indicator, place: Area, latest: Observation | None, common: date | None
) -> Cell:
    if latest is None:
        return Cell("", "", "", "neutral", absent(site, indicator, place))
    notes = [] if latest.period == common else [indicator.period_label(latest.period)]
    if latest.status in REASONS:
        notes.append(REASONS[latest.status])
    against = against_england(site, indicator, place, latest)
    word, mark = verdict(against) if against else ("", "neutral")
    text = _ARROWS.get(word, "") + word
    if against and (against.name != BENCHMARKS[ENGLAND] or latest.period != common):
        text += _than(indicator, against, word, latest.period if latest.period != common else None)
    return Cell(
        indicator.format(latest.value),
        ", ".join(notes),
        text,
        mark,
        None,
        against.chance if against else "",
        shade(gap(site, indicator, place, latest, against)),
        latest.value,
    )


def _than(indicator: Indicator, against: Against, word: str, period: date | None) -> str:
    """The figure that a verdict is about where it is not the one in England's column beside it."""
    figure = indicator.format(against.value)
    if period:
        figure += f" {indicator.period_phrase(period)}"
    return f" {'to' if word == 'Similar' else 'than'} {against.name} ({figure})"


def compared_by_chance(lines: Iterable[Line]) -> str:
    """How many comparisons of `lines` rest on a margin of error, and what chance would make of them."""
    found = [cell.chance for line in lines for cell in line.cells.values()]
    return by_chance(len(found) - found.count("") - found.count("unknown"), found.count("beyond"))


def by_row(places: list[Area], line: Line, better: str) -> list[Area]:
    """`places` sorted by the figures of one line, the worse side first; those without a figure last."""
    side = 1 if better == "higher" else -1
    figures = [(at, place) for place in places if (at := line.cells[place.code].at) is not None]
    held = [place for _, place in sorted(figures, key=lambda pair: side * pair[0])]
    return [*held, *(place for place in places if place not in held)]
