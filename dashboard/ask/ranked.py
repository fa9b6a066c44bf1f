"""Ranked: which district has the highest or lowest figure, and what chance leaves of the order."""

from collections.abc import Callable

from dashboard.ask.answer_text import AnswerText, unit_notes, unit_words
from dashboard.ask.dates import periods_meant
from dashboard.ask.figures import figure
from dashboard.ask.period import none_at_all
from dashboard.ask.question import AskRefusal, Option, Question, page
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.datastore.observed import common_period
from dashboard.site import Site
from dashboard.statements.listing import listing
from dashboard.statements.rank_words import may_be, rank_range_words


def ranked(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """The district or districts at the end that was asked for, all in one period."""
    title = question.indicator.title
    near = (Option(title, page(question.indicator, region)),)
    side = _side(question.indicator, question.kind)
    if side is None:
        sentence = f"Of “{title}” neither more nor less is better: ask for the highest or the lowest."
        return AskRefusal("no_better", sentence, near)
    places = _districts(site, question.places[0])
    if not places:
        return AskRefusal(
            "not_applicable", f"{question.places[0].name} has no districts inside it to compare."
        )
    observations = site.observations(question.indicator)
    period = common_period(observations, places)
    if question.when:
        periods = periods_meant(question.indicator, observations.periods, question.when)
        if len(periods) != 1:
            return AskRefusal("ambiguous", f"{question.when.typed} names no single period of {title}.")
        period = periods[0]
    observed = [(place, observations.at(place.code, period)) for place in places] if period else []
    with_figure = [(place, item) for place, item in observed if item and item.value is not None]
    if len(with_figure) < 2:
        sentence = f"{title}: fewer than two districts of {question.places[0].name} have a figure."
        none = none_at_all(site, question.indicator, places[0])
        return AskRefusal(none.state, f"{sentence} {none.sentence}", near)
    return _ranked_answer(site, region, question, with_figure, len(places), side)


def _ranked_answer(
    site: Site, region: Area, question: Question, with_figure: list[tuple[Area, Observation]], total: int,
    side: Callable[..., float],
) -> AnswerText:  # fmt: skip
    indicator, end = question.indicator, side(item.value for _, item in with_figure)
    shown = indicator.format(end)
    first = [(place, item) for place, item in with_figure if indicator.format(item.value) == shown]
    names = listing([place.name for place, _ in first])
    period = indicator.period_phrase(with_figure[0][1].period)
    word, have = ("highest" if side is max else "lowest"), ("have" if len(first) > 1 else "has")
    sentence = (
        f"{indicator.title}: {names} {have} the {word} figure of the districts of {question.places[0].name}, "
        f"{shown} {period}.{unit_words(indicator)}"
    )
    order = rank_range_words([item for _, item in with_figure])
    notes = [may_be(place.name, order[[p for p, _ in with_figure].index(place)]) for place, _ in first[:1]]
    if indicator.statistic == "count":
        notes.append("These are counts: a larger place has more.")
    if len(with_figure) < total:
        notes.append(f"{total - len(with_figure)} of {total} districts have no figure for that period.")
    figures = tuple(figure(site, region, indicator, place, item) for place, item in first)
    return AnswerText(sentence, figures, (*unit_notes(indicator), *notes))


def _side(indicator: Indicator, kind: str) -> Callable[..., float] | None:
    if kind in ("highest", "lowest"):
        return max if kind == "highest" else min
    if indicator.better == "neither":
        return None
    return max if (kind == "best") == (indicator.better == "higher") else min


def _districts(site: Site, place: Area) -> list[Area]:
    if place.level == "country":
        return [area for area in site.geography.areas.values() if area.level == "district"]
    return site.geography.members(place.code)
