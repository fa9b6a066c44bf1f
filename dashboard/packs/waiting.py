"""What waits in a place: decisions and their reviews, targets, what changed since, lines set aside."""

from dashboard.catalogue.periods import day_words
from dashboard.packs import brief_words as words
from dashboard.packs.evidence import Evidence
from dashboard.packs.model import Listing
from dashboard.packs.previous import last_of_other_figures, since_last
from dashboard.statements.changes import Change
from dashboard.statements.outlook.record_targets import targets_of
from dashboard.statements.outlook.target_words import held_to
from dashboard.statements.record_words import parked, review

_DUE = ("due", "soon", "later", "done")  # the order of decisions by their review
_NEWS = ("period", "revised", "new", "gone", "earlier")


def waiting(evidence: Evidence) -> list[Listing]:
    """The lists of the office; none for the public."""
    if evidence.audience != "office":
        return []
    return [_decisions(evidence), _targets(evidence), _changed(evidence)]


def _decisions(evidence: Evidence) -> Listing:
    record, day, code = evidence.site.record, evidence.day, evidence.place.code
    taken = [item for item in record.decisions(day) if item.region == code]
    taken.sort(key=lambda item: _DUE.index(review(item.review, item.reviewed, day)[1]))
    stuck = words.actions(record.waiting(code, day).actions)
    lines = [*filter(None, [stuck]), *(words.decision(item, day) for item in taken)]
    return words.shortened("Decisions and reviews due", lines, "No decision is recorded.")


def _targets(evidence: Evidence) -> Listing:
    site, code = evidence.site, evidence.place.code
    lines = []
    for key, target in targets_of(site, code).items():
        indicator = site.indicators[key]
        held = held_to(indicator, target, site.observations(indicator).latest(code))
        lines.append(({"off": 0, "on": 1}.get(held.status, 2), f"{indicator.title}: {held.text}."))
    said = [line for _, line in sorted(lines)]
    return words.shortened("Targets on track", said, "No target is set.")


def _changed(evidence: Evidence) -> Listing:
    """What the figures hold that the brief did not when it was last made from others."""
    site, place = evidence.site, evidence.place
    last = last_of_other_figures(evidence.made_into, evidence.name, place.code, site.store.snapshot)
    title = "What changed since the last brief"
    if last is None or site.as_of is not None:
        return words.shortened(title, [], "No earlier brief is kept here to compare with.")
    found = since_last(site, last, place)
    title = f"What changed since the brief of {day_words(last.day)}"
    return words.shortened(title, [item.text for item in sorted(found, key=_news)], "No figure has changed.")


def _news(item: Change) -> int:
    return _NEWS.index(item.kind)


def set_aside(evidence: Evidence) -> list[Listing]:
    """The lines that the office has set aside, named as such; no list for the public."""
    if evidence.audience != "office":
        return []
    aside = evidence.site.record.set_aside(evidence.place.code, evidence.day)
    titles = {key: item.title for key, item in evidence.site.indicators.items()}
    lines = [f"{titles[key]}: {parked(item)}" for key, item in aside.items() if key in titles]
    return [words.shortened("Set aside for now", lines, "No line is set aside.")]
