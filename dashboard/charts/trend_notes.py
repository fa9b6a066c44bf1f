"""The words round the chart of an indicator over time: message, summary, source."""

from dashboard.capital_letter import capital
from dashboard.charts.selection import BENCHMARKS, Selection
from dashboard.datastore.observed import common_period
from dashboard.statements.absence.parts_of_region import of_all
from dashboard.statements.judgement import trend_words as words
from dashboard.statements.judgement.change_words import briefly
from dashboard.statements.judgement.judgement import cached_judgement
from dashboard.statements.judgement.words import of_place
from dashboard.statements.map_words import LEVEL_NAMES

LOOKUPS = ("areas", "membership", "recodes")  # they say what lies where, not how much


def title(chosen: Selection) -> str:
    """The message: the region's newest figure and what its verdict says; where no verdict is reached on the
    change, how far it came; without a figure, how far its areas go."""
    if chosen.has(chosen.region.code):
        judged = cached_judgement(chosen.site, chosen.indicator, chosen.region)
        if judged and briefly(judged):
            return of_place(judged)
        return words.message(chosen.indicator, chosen.region.name, chosen.series(chosen.region.code))
    indicator, areas = chosen.indicator, chosen.members
    observations = chosen.site.observations(indicator)
    period = common_period(observations, areas)
    none = words.message(indicator, chosen.region.name, ())
    if period is None:
        return none
    found = [(area.name, observations.at(area.code, period)) for area in areas]
    number = sum(item is not None and item.value is not None for _, item in found)
    who = of_all(number, len(found), LEVEL_NAMES[chosen.level][1 if len(found) == 1 else 2], "its ")
    return f"{none}. {words.spread(indicator, capital(who), found, period).rstrip('.')}"


def summary(chosen: Selection) -> str:
    """Every named line in words, then the grey areas and those of the region from lowest to highest."""
    indicator, observations = chosen.indicator, chosen.site.observations(chosen.indicator)
    parts = [
        words.spoken(indicator, area.name, chosen.series(area.code))
        for area in (chosen.region, *chosen.named)
    ]
    if code := chosen.drawn_benchmark:
        parts.append(words.spoken(indicator, BENCHMARKS[code], chosen.series(code)))
    elif code := chosen.benchmark:
        parts.append(words.not_drawn(indicator, BENCHMARKS[code], chosen.series(code)))
    else:
        parts.append(words.NO_BENCHMARK)
    for what, areas in {chosen.context[0]: chosen.context[1], chosen.inside: chosen.members}.items():
        period = common_period(observations, areas)
        if period and what:
            there = [(area.name, observations.at(area.code, period)) for area in areas]
            parts.append(words.spread(indicator, what, there, period))
    return " ".join(dict.fromkeys(parts))


def foot(chosen: Selection) -> str:
    """Source and caveat."""
    sources = chosen.site.sources(chosen.indicator)
    names = "; ".join(f"{item.publisher}, {item.title}" for item in sources if item.dataset not in LOOKUPS)
    return f"Source: {names}. {chosen.indicator.caveat.strip()}" if names else chosen.indicator.caveat.strip()
