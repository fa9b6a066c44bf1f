"""Which stages of a promise are reached, by the published figures alone, and what is said of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY, day_words
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import counted_otherwise
from dashboard.datastore.observations import Observation
from dashboard.record_port import StageAim
from dashboard.site import Site
from dashboard.statements.absence.absent import absent
from dashboard.statements.judgement.regular import period_end

STATES = {
    "reached": "Reached",
    "late": "Reached late",
    "back": "Fallen back",
    "missed": "Not reached by its date",
    "waiting": "No figure yet",
    "not yet": "Not reached yet",
    "recounted": "Figures counted otherwise since",
    "none": "No figure here",
}
DONE = ("reached", "late")
_FINAL = (*DONE, "missed")  # what stays so by the figures of its own count


@dataclass(frozen=True)
class StageStanding:
    """Where a stage stands: `state` of STATES, the `goal` for its figure, and the `sentence` on it."""

    aim: StageAim
    state: str
    goal: str
    sentence: str


def stage_standing(site: Site, aim: StageAim, today: date) -> StageStanding:
    """Hold the figures since the promise to one stage, on the day `today`."""
    indicator, area = site.indicators.get(aim.indicator), site.geography.areas.get(aim.area_code)
    if indicator is None or area is None:
        return StageStanding(aim, "none", "", "Its figure is not held here.")
    way = "at least" if aim.value > aim.baseline else "at most"
    asked = f"{indicator.title}, {area.name}: {way} {indicator.format(aim.value)}"
    if aim.as_known_on and (day := counted_otherwise(site.store, indicator, aim.as_known_on, site.as_of)):
        return _recounted(site, aim, asked, day)
    series = _series(site, indicator, area)
    if not series:
        return StageStanding(aim, "none", asked, f"{absent(site, indicator, area).full}.")
    state, figure = _state(indicator, aim, series, today)
    return StageStanding(aim, state, asked, _stage_words(indicator, state, figure, series[-1]))


def _series(site: Site, indicator: Indicator, area: Area) -> list[Observation]:
    return [item for item in site.observations(indicator).series(area.code) if item.value is not None]


def _recounted(site: Site, aim: StageAim, asked: str, day: date) -> StageStanding:
    """A stage whose figures are counted in another way since `day`: judged by those before it alone."""
    indicator, last = site.indicators[aim.indicator], day - A_DAY
    series = _series(replace(site, as_of=last), indicator, site.geography[aim.area_code])
    state, then = "recounted", ""
    if series:
        before, figure = _state(indicator, aim, series, last)
        state = before if before in _FINAL else "recounted"
        said = _stage_words(indicator, before, figure, series[-1])
        then = f"As counted until {day_words(last)}: {said[:1].lower()}{said[1:]} "
    otherwise = f"Since {day_words(day)} the figures are counted otherwise, and none of them is held to it."
    return StageStanding(aim, state, asked, f"{then}{otherwise}")


def _state(
    indicator: Indicator, aim: StageAim, series: Sequence[Observation], today: date
) -> tuple[str, Observation]:
    """The state, and the figure that it rests on."""
    since = [item for item in series if item.period > aim.since]
    newest = series[-1]
    met = [item for item in since if _meets(aim, item.figure)]
    due = [item for item in since if period_end(indicator, item.period) >= aim.due]
    if met and met[-1] is newest:
        first = met[0]
        return ("late" if any(item.period < first.period for item in due) else "reached"), first
    if met:
        return "back", met[-1]
    if due:
        return "missed", newest
    return ("waiting" if aim.due < today else "not yet"), newest


def _meets(aim: StageAim, value: float) -> bool:
    return value >= aim.value if aim.value > aim.baseline else value <= aim.value


def _stage_words(indicator: Indicator, state: str, figure: Observation, newest: Observation) -> str:
    then, now = (
        f"{indicator.format(item.value)} {indicator.period_phrase(item.period)}" for item in (figure, newest)
    )
    if state in DONE and figure is not newest:
        return f"It was first reached with {then}. The newest figure is {now}."
    return {
        "back": f"It was reached ({then}), and is not any more: {now}.",
        "waiting": f"The figure for its date is not held here yet. The newest is {now}.",
    }.get(state, f"The newest figure is {now}.")


def stages_reached(found: Sequence[StageStanding]) -> str:
    """How many stages the published figures have reached, and which comes next."""
    if not found:
        return "None of its stages has a public figure."
    done = sum(item.state in DONE for item in found)
    stages = "1 stage" if len(found) == 1 else f"{len(found)} stages"
    sentence = f"By published figures, {done or 'none'} of {stages} {'is' if done < 2 else 'are'} reached."
    after = next((item for item in found if item.state not in DONE), None)
    return f"{sentence} Next: {after.aim.name}, by {day_words(after.aim.due)}." if after else sentence
