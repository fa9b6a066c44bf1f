"""Period of an answer: the newest figure, or that of the one period that a date may mean."""

from dataclasses import dataclass

from dashboard.ask.dates import When, periods_meant
from dashboard.ask.question import AskRefusal, Option, page
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.site import Site
from dashboard.statements.absence.absent import absent, absent_in

_MANY = 6


@dataclass(frozen=True)
class NoFigure:
    """That a place has no figure: the state of its absence, and why."""

    state: str
    sentence: str


def latest_or_in(
    site: Site, region: Area, indicator: Indicator, place: Area, when: When | None
) -> Observation | NoFigure | AskRefusal:
    """The figure of `place` in the period of `when`, or its newest."""
    observations = site.observations(indicator)
    latest = observations.latest(place.code)
    if latest is None:
        return none_at_all(site, indicator, place)
    if when is None:
        return latest
    series = observations.series(place.code)
    periods = periods_meant(indicator, [item.period for item in series], when)
    if len(periods) > 1:
        return _choice(region, indicator, place, [indicator.period_label(start) for start in periods], when)
    if not periods:
        newest = f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}"
        sentence = (
            f"{indicator.title}, {place.name}: no figure for {when.typed} is held; the newest is {newest}."
        )
        return AskRefusal("not_published", sentence, (Option(indicator.title, page(indicator, region)),))
    observation = observations.at(place.code, periods[0])
    if observation is None or observation.value is None:
        none = absent_in(site, indicator, place, periods[0])
        return NoFigure(none.state, f"{indicator.title}: {none.full}.")
    return observation


def none_at_all(site: Site, indicator: Indicator, place: Area) -> NoFigure:
    """Why `place` has no figure in any period, and the nearest that is held."""
    none = absent(site, indicator, place)
    larger = site.observations(indicator).latest(none.instead.code) if none.instead else None
    if larger is None or none.instead is None:
        return NoFigure(none.state, f"{indicator.title}: {none.full}.")
    figure = f"{indicator.format(larger.value)} {indicator.period_phrase(larger.period)}"
    return NoFigure(
        none.state, f"{indicator.title}: {none.full}. Nearest held: {none.instead.name}, {figure}."
    )


def _choice(region: Area, indicator: Indicator, place: Area, labels: list[str], when: When) -> AskRefusal:
    shown = ", ".join(labels[-_MANY:]) + (" and others" if len(labels) > _MANY else "")
    sentence = f"{indicator.title}, {place.name}: {when.typed} may mean {shown}. Which?"
    return AskRefusal("ambiguous", sentence, (Option(indicator.title, page(indicator, region)),))
