"""Words for what changed: a sentence for an indicator, one for each area, and what cannot be said."""

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.statements.changed.between import Changes
from dashboard.statements.changed.compared import AreaChange, DatedFigure, IndicatorChange

DECIDED = {"taken": "Decided", "changed": "Changed", "reviewed": "Reviewed", "withdrawn": "Withdrawn"}
DAYS = (
    "A day is when a figure was read here, or by when its publisher’s files had it. It may have come out "
    "before."
)


def headline_of(item: IndicatorChange) -> str:
    """What changed of an indicator, without its name: "figures for 2024 are out for 11 areas"."""
    kinds = [area for area in item.areas if area.kind == item.kind]
    areas = "1 area" if len(kinds) == 1 else f"{len(kinds)} areas"
    newest = max((area.now.period for area in kinds if area.now), default=None)
    period = item.indicator.period_label(newest) if newest else ""
    text = {
        "first": f"first figures held here, up to {period}, for {areas}",
        "period": f"figures for {period} are out for {areas}",
        "rebased": f"figures are counted otherwise than before, for {areas}",
        "revised": f"figures were revised for {areas}",
        "gone": f"no figure is held any more for {areas}",
    }[item.kind]
    turned = sum(area.turned for area in item.areas)
    more = sum(bool(area.statement) and not area.turned for area in item.areas)
    if turned:
        text += f"; the revision turned {'1 statement' if turned == 1 else f'{turned} statements'} round"
    if more:
        text += f"; {'1 statement' if more == 1 else f'{more} statements'} changed"
    return text


def title_of(item: IndicatorChange) -> str:
    """The name of an indicator and what changed of it: the title of a feed's entry and of an alert's item."""
    return f"{item.indicator.title}: {headline_of(item)}"


def sentences_of(item: IndicatorChange) -> tuple[str, ...]:
    """What changed in each area of an indicator."""
    return tuple(area_sentence(item.indicator, area) for area in item.areas)


def area_sentence(indicator: Indicator, item: AreaChange) -> str:
    """What changed in one area: its figure, what it was, and what is said now instead of what was said."""
    name = item.area.name
    if item.kind == "gone":
        return f"{name}: no figure any more; before, {_figure(indicator, item.before)}."
    if item.kind == "first":
        return f"{name}: {_figure(indicator, item.now)}. Nothing earlier is held to compare it with."
    return " ".join(
        filter(None, [moved(indicator, item), _revised(item), statements_of(item), turned_of(item)])
    )


def moved(indicator: Indicator, item: AreaChange) -> str:
    """From which figure to which an area went: "Ash: 36.2 in 2020; it was 36.0."."""
    name, now, before = item.area.name, item.now, item.before
    if now is None or before is None:
        return f"{name}: {_figure(indicator, now or before)}."
    if now.period == before.period:
        if now == before:
            return f"{name}: {_figure(indicator, now)}, as before."
        return f"{name}: {_figure(indicator, now)}; it was {indicator.format(before.value)}."
    return f"{name}: {_figure(indicator, now)}; before, {_figure(indicator, before)}."


def _revised(item: AreaChange) -> str:
    if item.kind == "rebased":
        return "The figures count otherwise than before, so the two cannot be compared."
    if item.kind == "revised" and item.revised == 1:
        return ""
    if not item.revised:
        return ""
    return f"{item.revised} earlier figure{'s were' if item.revised > 1 else ' was'} revised."


def statements_of(item: AreaChange) -> str:
    """The statement as it is and as it was; "" where its verdict stayed."""
    return f"Now said: {item.statement} Said before: {item.statement_before}" if item.statement else ""


def turned_of(item: AreaChange) -> str:
    """That revised figures alone turn a statement round, where a later period came with them; else ""."""
    if not item.turned or item.kind == "revised":
        return ""
    return (
        f"Revised figures alone turn it round. Of the periods known before they say: {item.turned_to} The "
        "edition "
        f"before said: {item.turned_from}"
    )


def _figure(indicator: Indicator, figure: DatedFigure | None) -> str:
    return f"{indicator.format(figure.value)} {indicator.period_phrase(figure.period)}" if figure else ""


def summary(found: Changes) -> str:
    """How much changed between which two days, in one sentence."""
    asked = found.asked
    days = f"between {day_words(asked.since)} and {day_words(asked.until)}"
    many = len(found.indicators)
    if asked.indicator and many:
        return f"{'1 edition' if many == 1 else f'{many} editions'} changed figures here {days}."
    text = {0: "Nothing was recorded as new or revised", 1: "1 indicator has changed"}.get(
        many, f"{many} indicators have changed"
    )
    return f"{text} {days}."


def undated(found: Changes) -> str:
    """For how many indicators nobody can say when their figures came; "" for none."""
    if not found.undated:
        return ""
    return (
        f"For {found.undated} of {found.of} indicators the day on which their figures came out is not "
        "recorded: "
        "what they show may be new, and is not listed. From each refresh on they are."
    )
