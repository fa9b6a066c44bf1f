"""Compared: two places in the newest period that both have, and whether they differ by more than chance."""

from dashboard.ask.answer_text import AnswerText, unit_notes, unit_words
from dashboard.ask.dates import periods_meant
from dashboard.ask.figures import figure
from dashboard.ask.period import none_at_all
from dashboard.ask.question import AskRefusal, Option, Question, page
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.headline import apart
from dashboard.statements.judgement.benchmark import BENCHMARKS, held_against
from dashboard.statements.judgement.words import against

_UNSURE = "no margin of error is published for both, so a small difference may be chance"


def compared(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """The figures of both places side by side."""
    if len(question.places) < 2:
        return AskRefusal("nothing", "Name the two places that are to be compared.")
    indicator, (one, other) = question.indicator, question.places
    near = (Option(indicator.title, page(indicator, region)),)
    observations = site.observations(indicator)
    first, second = (
        {item.period: item for item in observations.series(place.code) if item.value is not None}
        for place in (one, other)
    )
    for place, by_period in ((one, first), (other, second)):
        if not by_period:
            none = none_at_all(site, indicator, place)
            return AskRefusal(none.state, none.sentence, near)
    both = sorted(first.keys() & second.keys())
    if question.when:
        both = periods_meant(indicator, both, question.when)
        if len(both) > 1:
            return AskRefusal(
                "ambiguous", f"{question.when.typed} names no single period of {indicator.title}.", near
            )
    if not both:
        return AskRefusal("not_published", f"{indicator.title}: no period in which both have a figure.", near)
    a, b = first[both[-1]], second[both[-1]]
    sentence = (
        f"{indicator.title} {indicator.period_phrase(both[-1])}: {one.name} {indicator.format(a.value)}, "
        f"{other.name} {indicator.format(b.value)}. {_verdict(indicator, (one, a), (other, b))}"
        f"{unit_words(indicator)}"
    )
    pairs = ((one, a), (other, b))
    figures = tuple(figure(site, region, indicator, place, item) for place, item in pairs)
    return AnswerText(sentence, figures, unit_notes(indicator))


def _verdict(indicator: Indicator, first: tuple[Area, Observation], second: tuple[Area, Observation]) -> str:
    (one, a), (other, b) = first, second
    if indicator.statistic == "count":
        return "These are counts: a larger place has more."
    if other.code in BENCHMARKS and b.value is not None:
        comparison = held_against(indicator, a, BENCHMARKS[other.code], b.value)
        unsure = f"{capital(_UNSURE)}." if comparison.chance == "unknown" else ""
        return f"{one.name} is {against(comparison)}. {unsure}".strip()
    if indicator.format(a.value) == indicator.format(b.value):
        return "As published they are the same."
    if apart(a, b) is False:
        return "The difference may be chance: they are not told apart by their margins of error."
    side = "higher" if (a.value or 0) > (b.value or 0) else "lower"
    sure = ", by more than chance explains" if apart(a, b) else ""
    unsure = "" if sure else f"; {_UNSURE}"
    return f"{one.name} is {side} than {other.name}{sure}{unsure}."
