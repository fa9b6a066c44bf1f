"""Frameworks in a region: what is measured here, how it stands against its targets, what is missing."""

from dataclasses import dataclass
from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.frameworks import Framework, Measure, load_frameworks
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.methods.size_of_gap import size_of_gap
from dashboard.methods.targets import Target
from dashboard.site import Site
from dashboard.statements.absence.parts_of_region import of_all, with_figures
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.regular import period_end
from dashboard.statements.judgement.size_words import base_of, number_words, size_briefly
from dashboard.statements.outlook.possible import possible
from dashboard.statements.outlook.target_words import TRACKS, TargetStatus, target_status

STATES = {"measured": "Measured here", "partly": "Measured in part", "missing": "Missing"}
Goal = tuple[float, date]  # a target's value and the day that it is due


@dataclass(frozen=True)
class Standing:
    """How a measure stands in a region: its state, one of STATES, the indicators that have a figure there,
    what they say, a `note` on what is lacking and who could give it, and where it stands on its target."""

    measure: Measure
    state: str
    indicators: tuple[Indicator, ...]
    figures: tuple[str, ...]
    note: str
    track: str = ""
    target: str = ""


def frameworks(site: Site) -> tuple[list[Framework], list[str]]:
    """Those that this audience may see, and one sentence for each file that cannot be used."""

    def read() -> tuple[list[Framework], list[str]]:
        every = set(site.indicators) if site.settings.audience == "office" else None
        found, refused = load_frameworks(site.settings.data / "frameworks", every)
        wrong = {item.name: said for item in found if (said := _impossible(site, item))}
        return [item for item in found if item.name not in wrong], sorted([*refused, *wrong.values()])

    found, refused = site.store.remember(("frameworks", site.settings), read)
    mine = [item for item in found if item.audience == "public" or site.settings.audience == "office"]
    return mine, refused


def _impossible(site: Site, framework: Framework) -> str:
    """Which target of a framework no figure of its indicator could be; "" where all can."""
    for number, measure in enumerate(framework.measures, 1):
        indicator = site.indicators.get(measure.measured_by[0]) if measure.measured_by else None
        if indicator is None or measure.target is None:
            continue
        low, high = possible(site, indicator)
        if not low <= measure.target <= high:
            where = f"data/frameworks/{framework.name}.toml, measure {number}"
            return f"{where}: correct target: {measure.target:g} cannot be {indicator.unit}"
    return ""


def standings(site: Site, framework: Framework, region: Area) -> list[Standing]:
    """How each measure of `framework` stands in `region`, in its order."""
    return [_standing(site, framework, measure, region) for measure in framework.measures]


def _standing(site: Site, framework: Framework, measure: Measure, region: Area) -> Standing:
    full = _here(site, measure.measured_by, region)
    part = _here(site, measure.partly_by, region)
    ask = f"Who could give it: {measure.holder}."
    if full:
        found, state, text = full, "measured", ""
    elif part:
        lacking = capital(measure.lacking)
        found, state, text = part, "partly", f"{lacking}. {ask}"
    else:
        found, state, text = {}, "missing", ask
    goal = measure.goal if measure.measured_by and measure.measured_by[0] in site.indicators else None
    held = _held(site, measure, goal, measure.since or framework.published, region) if goal and full else None
    target = _target_words(site, measure, goal, region, held) if goal else ""
    track = held.progress.track if held else "cannot tell" if target else ""
    return Standing(measure, state, tuple(found), tuple(found.values()), text, track, target)


def _here(site: Site, names: tuple[str, ...], region: Area) -> dict[Indicator, str]:
    """The indicators with a figure for the region or its local authorities, each with what it says and how
    many people or homes it is from England's."""
    found = {}
    for indicator in (site.indicators[name] for name in names if name in site.indicators):
        latest = site.observations(indicator).latest(region.code)
        if latest:
            figure = f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}"
            judged = judgement(site, indicator, region)
            size = size_briefly(site, judged) if judged else ""
            found[indicator] = f"{figure}. {size}" if size else figure
        elif (parts := with_figures(site, indicator, region))[0]:
            count = len(site.geography.members(region.code))
            found[indicator] = f"figures of {of_all(len(parts[0]), max(count, len(parts[0])), parts[1])}"
        elif any(True for _ in site.observations(indicator, region.code).areas()):
            found[indicator] = "figures of neighbourhoods"
    return found


def _held(site: Site, measure: Measure, goal: Goal, since: date, region: Area) -> TargetStatus | None:
    """The latest figure against the target's path, which begins at the figure known for the day `since`. None
    where either figure is not held: nothing is guessed."""
    indicator = site.indicators[measure.measured_by[0]]
    series = [item for item in site.observations(indicator).series(region.code) if item.value is not None]
    before = [item for item in series if period_end(indicator, item.period) <= since]
    if not before or indicator.better == "neither":
        return None
    start = period_end(indicator, before[-1].period)
    value, due = goal
    if start >= due:
        return None
    recounted = counted_otherwise(site.store, indicator, since, site.as_of)
    target = Target(value, due, before[-1].figure, start, indicator.better, recounted)
    return target_status(indicator, target, series[-1])


def _target_words(site: Site, measure: Measure, goal: Goal, region: Area, held: TargetStatus | None) -> str:
    """The target with its path and its distance, or that it cannot be followed here."""
    indicator = site.indicators[measure.measured_by[0]]
    value, due = goal
    aim = f"{indicator.format(value)} by {due.day} {due:%B %Y}"
    if held is None:
        return f"Target: {aim}. It cannot be followed: no figure is held from before its path begins."
    distance = (
        "" if held.progress.track == "met" or held.recounted else _distance(site, indicator, value, region)
    )
    return " ".join(filter(None, [f"Target: {aim}. {held.reason}", distance]))


def _distance(site: Site, indicator: Indicator, target: float, region: Area) -> str:
    """What is missing to the target in people or homes; "" where that is within chance or not known."""
    latest = site.observations(indicator).latest(region.code)
    if not indicator.gap_words or indicator.prefix == "£" or latest is None:
        return ""
    base = base_of(site, indicator, latest)
    limits = latest.lower, latest.upper
    found = size_of_gap(latest.value, *limits, target, base, indicator.per or 100)
    return f"To meet it there would have to be {number_words(indicator, found)}." if found else ""


def counted(found: list[Standing]) -> str:
    """How much of a framework is measured, and how its targets stand."""
    states = [item.state for item in found]
    numbers = {state: states.count(state) for state in STATES}
    measured, missing = (
        f"{numbers[state] or 'none'} {'is' if numbers[state] == 1 else 'are'}"
        for state in ("measured", "missing")
    )
    sentence = (
        f"Of {len(found)} measure{'' if len(found) == 1 else 's'} {measured} measured here, "
        f"{numbers['partly'] or 'none'} in part, and {missing} missing."
    )
    tracks = [item.track for item in found if item.track]
    if not tracks:
        return f"{sentence} No target is set in it."
    parts = [f"{tracks.count(key)} {name.lower()}" for key, name in TRACKS.items() if key in tracks]
    return f"{sentence} Of {len(tracks)} target{'' if len(tracks) == 1 else 's'}: {', '.join(parts)}."
