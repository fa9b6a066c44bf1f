"""Since: the figure of a period beside the newest or another, and whether they differ by more than chance."""

from dashboard.ask.answer_text import AnswerText, unit_notes, unit_words, value_words
from dashboard.ask.figures import AnswerFigure, figure
from dashboard.ask.fresher import newer_named
from dashboard.ask.period import NoFigure, latest_or_in
from dashboard.ask.question import AskRefusal, Option, Question, page
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.headline import apart

_ENDS = "Only the two ends are held against each other: the page has the years between."


def since(site: Site, region: Area, question: Question) -> AnswerText | AskRefusal:
    """Both figures of each place. That they differ is no trend, and is not called one."""
    parts: list[str] = []
    figures: list[AnswerFigure] = []
    for place in question.places:
        ends = [
            latest_or_in(site, region, question.indicator, place, when)
            for when in (question.when, question.until)
        ]
        for end in ends:
            if isinstance(end, AskRefusal):
                return end
            if isinstance(end, NoFigure):
                return AskRefusal(end.state, end.sentence, _page(question, region))
        first, last = (end for end in ends if isinstance(end, Observation))
        if first.period == last.period:
            return AskRefusal(
                "not_published", f"{value_words(question.indicator, place, last)} No later one is held."
            )
        parts.append(_both(question, place, first, last))
        figures += [figure(site, region, question.indicator, place, end) for end in (first, last)]
    notes = (*unit_notes(question.indicator), _ENDS, *newer_named(site, question.indicator))
    return AnswerText(" ".join(parts) + unit_words(question.indicator), tuple(figures), notes)


def _page(question: Question, region: Area) -> tuple[Option, ...]:
    return (Option(question.indicator.title, page(question.indicator, region)),)


def _both(question: Question, place: Area, first: Observation, last: Observation) -> str:
    indicator = question.indicator
    now = value_words(indicator, place, last).split(": ", 1)[1]
    lead = "Then" if question.until else "Newest"
    return f"{value_words(indicator, place, first)} {lead}: {now}{_chance(indicator, first, last)}"


def _chance(indicator: Indicator, first: Observation, last: Observation) -> str:
    """What a change of method and the margins of error leave of the difference; nothing of what was
    counted."""
    if any(first.period < change.since <= last.period for change in indicator.breaks):
        return " The way it is measured changed in between, so the two cannot be held against each other."
    if indicator.statistic == "count":
        return ""
    differ = apart(last, first)
    if differ is None:
        return " No margin of error is published for both, so a small difference may be chance."
    return (
        "" if differ else " The difference may be chance: they are not told apart by their margins of error."
    )
