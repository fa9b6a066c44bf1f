"""How big is the gap, in words: "at England's rate there would be about 80,000 more people in work"."""

from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.observations import Observation
from dashboard.datastore.observed import common_period
from dashboard.methods.size_of_gap import Best, Size, at_best, leading_step, rounded, size_of_gap
from dashboard.site import Site
from dashboard.statements.absence.parts_of_region import with_figures
from dashboard.statements.judgement.judgement import Judgement

NO_MARGIN = "No margin of error is held for it, so how much of it chance could make is not known."
WITHIN = "The gap is within what chance can make, so it is not put into numbers."
SAME = "To the step that is shown the two figures are the same, so there is no gap to put into numbers."
NO_BASE = "How many it is counted among is not held for the same year, so the gap is not put into numbers."
ASSUMED = (
    "This restates the difference in numbers and forecasts nothing: it takes as many people, homes or firms "
    "as there were, and says nothing of what would close the gap."
)
BEST = (
    "The rule of Unlocking Regional Growth (CBI, 2016): each district at the best of its region, with as "
    "many people as it has, in prices of that year. A district with under 1% of the region’s people is not "
    "taken for the best. It forecasts nothing and says nothing of how."
)
FAR_OFF = (
    "The highest district has so much more than the others that all of them at its figure would more than "
    "double what the region has. That is no measure for it, so the gap is not put into numbers."
)


def size(site: Site, judged: Judgement) -> Size | None:
    """How many more or fewer there would be at the benchmark's rate; None where that may not be said.

    Said of an indicator with `gap_words` that counts ones, against a benchmark of the same period, beyond
    chance. Where no margin of error is known it is said of counts, never of a survey's estimate.
    """
    indicator, against, latest = judged.indicator, judged.against, judged.latest
    if not indicator.gap_words or indicator.prefix == "£" or not (against and against.direction):
        return None
    if against.chance == "unknown" and indicator.statistic == "estimate":
        return None
    per = indicator.per or 100  # a share is per cent: metadata_faults asks for one or the other
    base = base_of(site, indicator, latest)
    return size_of_gap(latest.value, latest.lower, latest.upper, against.value, base, per)


def base_of(site: Site, indicator: Indicator, item: Observation) -> float | None:
    """How many the rate is of: the denominator, or the count of `gap_base` of the year that the period begins
    in. None where neither is held for that year: no other year's is taken."""
    if item.denominator is not None or not indicator.gap_base:
        return item.denominator
    counted = site.indicators.get(indicator.gap_base)
    if counted is None or not site.store.tables() >= set(sources_of(site.store, counted)):
        return None
    series = site.observations(counted).series(item.area_code)
    return next((each.value for each in series if each.period.year == item.period.year), None)


def size_sentence(site: Site, judged: Judgement) -> str:
    """ "If Greater Manchester had England's rate in 2023, there would be about 80,000 more people in work
    (45,000 to 110,000)."; "" where nothing may be said."""
    if judged.indicator.prefix == "£":
        return best_sentence(site, judged.indicator, judged.area)
    found, against = size(site, judged), judged.against
    if found is None or against is None:
        return ""
    when = judged.indicator.period_phrase(judged.latest.period)
    whose = f"{judged.area.name} had {against.name}’s rate {when}"
    return f"If {whose}, there would be {number_words(judged.indicator, found)}."


def size_briefly(site: Site, judged: Judgement) -> str:
    """ "At England’s rate: about 80,000 more people in work (45,000 to 110,000)"; "" for nothing said."""
    found, against = size(site, judged), judged.against
    return f"At {against.name}’s rate: {number_words(judged.indicator, found)}" if found and against else ""


def size_said(site: Site, judged: Judgement) -> tuple[str, ...]:
    """All that a page says of it: the sentence with what it assumes, or why it is not put into numbers;
    nothing where no indicator asks for it."""
    indicator, against = judged.indicator, judged.against
    if indicator.prefix == "£":
        return _best_said(site, indicator, judged.area)
    if found := size(site, judged):
        return size_sentence(site, judged), *([] if found.limits else [NO_MARGIN]), ASSUMED
    if not indicator.gap_words or against is None:
        return ()
    if not against.direction:
        return (SAME if against.chance == "unknown" else WITHIN,)
    return () if base_of(site, indicator, judged.latest) else (NO_BASE,)


def _best_said(site: Site, indicator: Indicator, region: Area) -> tuple[str, ...]:
    """What money comes to with where the rule is from, or that the best district is no measure."""
    if sentence := best_sentence(site, indicator, region):
        return sentence, BEST
    return (FAR_OFF,) if (best := _best(site, indicator, region)) and best[0].far_off else ()


def number_words(indicator: Indicator, found: Size) -> str:
    """ "about 80,000 more people in work (45,000 to 110,000)": fewer where the size is below 0."""
    more = "more" if found.count > 0 else "fewer"
    sentence = f"about {_many(abs(found.count))} {more} {indicator.gap_words}"
    if found.limits is None:
        return sentence
    low, high = sorted(map(abs, found.limits))
    return f"{sentence} ({_many(low)} to {_many(high)})"


def best_sentence(site: Site, indicator: Indicator, region: Area) -> str:
    """What money comes to where every district had the best one's figure; "" without `gap_words`, or where
    a district lacks the figure or its base in the newest period, or the best is no measure (FAR_OFF)."""
    worked_out = _best(site, indicator, region)
    if worked_out is None or worked_out[0].far_off:
        return ""
    found, places, many, period = worked_out
    best, when = places[found.place].name, indicator.period_phrase(period)
    total = rounded(found.total, leading_step(found.total))
    figure = f"{indicator.format(found.best)} {when}"
    return (
        f"If all {len(places)} {many} of {region.name} had the figure of {best} ({figure}), the highest of "
        f"them, there would be about £{_many(total)} more {indicator.gap_words}."
    )


def _best(site: Site, indicator: Indicator, region: Area) -> tuple[Best, list[Area], str, date] | None:
    """All districts at the best one's figure, with the districts, what they are called, and the period."""
    if not indicator.gap_words:
        return None
    places, many = with_figures(site, indicator, region)
    period = common_period(site.observations(indicator), places) if len(places) > 1 else None
    figures = [_figure(site, indicator, place, period) for place in places] if period else []
    found = at_best([pair for pair in figures if pair]) if figures and all(figures) else None
    return (found, list(places), many, period) if found and period else None


def _figure(site: Site, indicator: Indicator, place: Area, period: date) -> tuple[float, float] | None:
    """The figure of a district and how many it is for; None where either is missing."""
    item = site.observations(indicator).at(place.code, period)
    if item is None or item.value is None:
        return None
    base = base_of(site, indicator, item)
    return (item.value, base) if base else None


def _many(number: float) -> str:
    """A number as a sentence has it: "80,000", "1.25 million", "13 billion"."""
    for whole, name in ((1e9, " billion"), (1e6, " million")):
        if number >= whole:
            return f"{number / whole:g}{name}"
    return f"{number:,.0f}"
