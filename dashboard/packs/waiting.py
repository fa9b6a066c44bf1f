"""What waits in a place: decisions and their reviews, targets, what changed since, lines set aside."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import starmap

from dashboard.catalogue.indicators import THEMES
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.powers import load_powers
from dashboard.catalogue.region_words import leadership
from dashboard.datastore.areas import REGIONS
from dashboard.datastore.published import published
from dashboard.packs import brief_words as words
from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import Listing
from dashboard.packs.previous import last_of_other_figures, since
from dashboard.runtime.slips import without_slips
from dashboard.statements.changed.between import Changes
from dashboard.statements.changed.compared import IndicatorChange
from dashboard.statements.frameworks import frameworks, standings
from dashboard.statements.outlook.record_targets import targets_of
from dashboard.statements.outlook.target_words import target_status
from dashboard.statements.record_words import parked, review

_DUE = ("due", "soon", "later", "done")  # the order of decisions by their review
_NEWS = ("period", "revised", "rebased", "first", "gone")
_TARGETS = 3  # by name
MONTH = timedelta(days=31)  # where no earlier brief is kept: what a month brought


def waiting(evidence: PackEvidence) -> list[Listing]:
    """The lists of the office; of the public what its office has published."""
    if evidence.audience != "office":
        return [_powers(evidence), _published(evidence)]
    return [_decisions(evidence), _targets(evidence), _changed(evidence)]


def _decisions(evidence: PackEvidence) -> Listing:
    record, day, code = evidence.site.record, evidence.day, evidence.place.code
    taken = [item for item in record.decisions(day) if item.region == code]
    taken.sort(key=lambda item: _DUE.index(review(item.review, item.reviewed, day)[1]))
    stuck = words.actions(record.waiting(code, day).actions)
    lines = [*filter(None, [stuck]), *(words.decision(item, day) for item in taken)]
    return words.shortened("Decisions and reviews due", lines, "No decision is recorded.")


def _powers(evidence: PackEvidence) -> Listing:
    """What the law lets the place's mayor decide, of the themes that are asked about first."""
    site = evidence.unfiltered_site
    region = site.geography.home(evidence.place, site.settings.region)
    known = without_slips(load_powers, site.settings.data / "powers.toml") or {}
    about = dict.fromkeys([*(site.indicators[key].theme for key in sorted(evidence.asked_about)), *THEMES])
    found = [power for theme in about if theme in known for power in known[theme].of(region)]
    lines = list(dict.fromkeys(power.summary for power in found))
    if not region.mayor:
        return words.shortened("Who decides here", [leadership(region)], "")
    empty = "We know of no law on these subjects."
    return words.shortened("What the mayor decides, by law", lines, empty, len(lines))


def _published(evidence: PackEvidence) -> Listing:
    """What was decided, as the office has published it."""
    found = [item for item in published(evidence.site.settings.data) if item["region"] == evidence.place.code]
    days = [(date.fromisoformat(item["day"]), date.fromisoformat(item["review"])) for item in found]
    lines = [
        f"{item['title']}: decided on {day_words(day)}, to be looked at again on {day_words(again)}."
        for item, (day, again) in zip(found, days, strict=True)
    ]
    return words.shortened("What was decided", lines, "No decision has been published yet.")


def _targets(evidence: PackEvidence) -> Listing:
    site, code = evidence.site, evidence.place.code
    lines = []
    for key, target in targets_of(site, code).items():
        indicator = site.indicators[key]
        held = target_status(indicator, target, site.observations(indicator).latest(code))
        lines.append(({"off": 0, "on": 1}.get(held.status, 2), f"{indicator.title}: {held.text}."))
    parts = [line for _, line in sorted(lines)]
    title, mine = "Targets and frameworks on track", _frameworks(evidence)
    left = max(len(parts) - _TARGETS, 0)
    return Listing(title, (*parts[:_TARGETS], *mine), left, words.NO_TARGET)


def _frameworks(evidence: PackEvidence) -> list[str]:
    """How the region stands in each framework that sets it a target; none of a district."""
    site, place = evidence.site, evidence.place
    if place.level not in REGIONS:
        return []
    mine = [item for item in frameworks(site)[0] if item.of(place.code)]
    aimed = [replace(item, measures=tuple(each for each in item.measures if each.goal)) for item in mine]
    found = {item.title: standings(site, item, place) for item in aimed if item.measures}
    return list(filter(None, starmap(words.framework, found.items())))


def _changed(evidence: PackEvidence) -> Listing:
    """What changed since the brief was last made from other figures; where none is kept, in a month."""
    site, place = evidence.site, evidence.place
    if site.as_of is not None:
        title, empty = "What changed since the last brief", "A brief of a past day is compared with no other."
        return words.shortened(title, [], empty)
    last = last_of_other_figures(evidence.made_into, evidence.name, place.code, site.store.snapshot)
    day = last.day if last else evidence.day - MONTH
    title = f"What changed since {'the brief of ' if last else ''}{day_words(day)}"
    found = since(site, day, place)
    return words.shortened(title, changed_lines(evidence, found), _nothing(found))


def changed_lines(evidence: PackEvidence, found: Changes) -> list[str]:
    """A line for each indicator that changed: of the place itself, else of how many of its places."""
    return [words.changed(item, evidence.place) for item in sorted(found.indicators, key=_news)]


def _nothing(found: Changes) -> str:
    """That nothing changed, and of how many figures nobody can say when they came."""
    sentence = "No figure is recorded as new or revised."
    undated = f" Of {found.undated} of {found.of} indicators the day is not known."
    return sentence + undated if found.undated else sentence


def _news(item: IndicatorChange) -> tuple[bool, int]:
    """Statements that turned or changed first, then by kind."""
    return not any(area.statement or area.turned for area in item.areas), _NEWS.index(item.kind)


def set_aside(evidence: PackEvidence) -> list[Listing]:
    """The lines that the office has set aside, named as such; no list for the public."""
    if evidence.audience != "office":
        return []
    aside = evidence.site.record.set_aside(evidence.place.code, evidence.day)
    titles = {key: item.title for key, item in evidence.site.indicators.items()}
    lines = [f"{titles[key]}: {parked(item)}" for key, item in aside.items() if key in titles]
    return [words.shortened("Set aside for now", lines, "No line is set aside.")]
