"""Absence: why an area has no figure, decided in one place for every page, pack, file and answer.

Three states are kept apart: nobody gives the figure for the area; it is published, but not held here; it does
not apply to the area. On a past day there is a fourth, of time: it is not known what was known then,
or nothing was yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.capital_letter import capital
from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.regions import CITY_REGION, OWN_AREA
from dashboard.datastore.areas import Area

NOT_PUBLISHED, NOT_HELD, NOT_APPLICABLE, NOT_THEN = STATES = (
    "not_published",
    "not_held",
    "not_applicable",
    "not_known_then",
)
LABELS = {
    NOT_PUBLISHED: "Not published",
    NOT_HELD: "Not held here",
    NOT_APPLICABLE: "Does not apply",
    NOT_THEN: "No figure of that day",
}
_HEADINGS = {
    NOT_PUBLISHED: "Not published for {}",
    NOT_HELD: "Not held here for {}",
    NOT_APPLICABLE: "Does not apply to {}",
    NOT_THEN: "No figure of that day for {}",
}
# What is said of each mark that stands where a figure does not: in a cell, and as a reason.
CELL_WORDS = {
    "c": "withheld to protect people",
    "low": "too small to publish",
    "u": "too unreliable to publish",
    "x": "not available",
}
# What each mark says in the key below a table.
WORDS = CELL_WORDS | {"x": "not published", "h": "published, but not held here", "z": "does not apply"}
BLANK = "blank"  # a row of the source without figure and without mark
PLURALS = {
    "country": "countries",
    "region": "regions",
    CITY_REGION: "city regions",
    "county": "counties",
    "district": "districts",
    "ward": "wards",
    "msoa": "areas of about 8,000 people",
    "lsoa": "neighbourhoods",
}


@dataclass(frozen=True)
class Absence:
    """Why `area` has no figure. `reason` is a clause that follows a colon; `short` what a cell of a table has
    room for; `address` where the figure is published, and `instead` the larger area that has one, if any;
    `mark` what a cell of a file has in its place (dashboard/exports/shorthand.py)."""

    state: str
    area: str
    reason: str
    short: str
    address: str = ""
    instead: Area | None = None
    mark: str = ""

    @property
    def heading(self) -> str:
        """The state with the area's name: "Not published for Greater Manchester"."""
        return _HEADINGS[self.state].format(self.area)

    @property
    def sentence(self) -> str:
        """State and reason, where the area is named beside it: "Not published: set up in 2025, ..."."""
        return f"{LABELS[self.state]}: {self.reason}"

    @property
    def because(self) -> str:
        """The reason as a sentence of its own, without its full stop."""
        return capital(self.reason)

    @property
    def printed(self) -> str:
        """State and reason with the address written out: on paper nothing can be followed."""
        return f"{self.sentence} ({self.address})" if self.address else self.sentence

    @property
    def full(self) -> str:
        """Area, state and reason."""
        return f"{self.heading}: {self.reason}"


def shared(absences: Iterable[Absence]) -> str:
    """In a few words why areas have no figure, where it is the same for all of them; else ""."""
    shorts = {none.short for none in absences}
    return shorts.pop() if len(shorts) == 1 else ""


def key(absences: Iterable[Absence]) -> tuple[str, ...]:
    """What the marks in the cells of a table stand for: a line each, with every address."""
    fields: dict[str, dict[str, None]] = {}
    for none in absences:
        why = none.printed.removeprefix(f"{LABELS[none.state]}: ") if none.address else ""
        fields.setdefault(f"[{none.mark}] {WORDS[none.mark]}", {})[why] = None
    return tuple(f"{mark}{': ' * any(why)}{'. '.join(filter(None, why))}." for mark, why in fields.items())


@dataclass(frozen=True)
class Facts:
    """What is known of an absence. `publisher` is a name in a sentence ("the Department for Transport"),
    `seen_as` the area's level as publishers see it (London is a region to them), if another.

    `boroughs` is whether the figure of `whole` is made of one for metropolitan boroughs together, and others.
    `mark` is the status of the newest period, `when`, that the source prints without a figure; `hidden_here`
    that our own rule hides it, `worked_out` that it would be made of neighbourhoods' here, and `redrawn` that
    nothing was carried to it. `elsewhere` is a publication
    that has the area where the tables held do not; `whole` a larger area that the figure is of, `whole_words`
    what that has. `levels` are those with a figure anywhere in England. `lacking` names the parts that keep
    an area from having their sum. `founded` is the year the area was set up, `end` the newest period of all.
    `having` is how many of how many areas of its kind have a figure, and their name ("": that of the level).
    `later` says what is known of a past day.
    """

    area: Area
    publisher: str
    seen_as: str = ""
    mark: str = ""
    when: str = ""
    hidden_here: bool = False
    worked_out: bool = False
    redrawn: str = ""
    elsewhere: Elsewhere | None = None
    whole: Area | None = None
    whole_words: str = ""
    boroughs: bool = False
    levels: tuple[str, ...] = field(default=())
    lacking: str = ""
    founded: int | None = None
    end: tuple[int, str] = (0, "")
    having: tuple[int, int, str] = (0, 0, "")
    later: str = ""

    @property
    def level(self) -> str:
        """The level of the area, as publishers see it."""
        return self.seen_as or self.area.level


def absence(found: Facts) -> Absence:
    """The state, the reason and the address of what has no figure. Refuses nothing: the last rule holds."""
    rules = (_later, _marked, _elsewhere, _whole, _lacking, _made_here, _level, _founded, _alone)
    return next(text for rule in rules if (text := rule(found)))


def _later(found: Facts) -> Absence | None:
    if not found.later:
        return None
    return Absence(NOT_THEN, found.area.name, found.later, "not known then", mark="x")


def _marked(found: Facts) -> Absence | None:
    """The source has a row for the area, and a mark in place of the figure."""
    name, mark, when = found.area.name, found.mark, found.when
    if not mark:
        return None
    if found.redrawn:
        return Absence(NOT_PUBLISHED, name, found.redrawn, "not published", mark="x")
    if mark == "z":
        sentence = f"marked as not applicable in the figures held ({when})"
        return Absence(NOT_APPLICABLE, name, sentence, "does not apply", mark="z")
    if mark in ("x", "u") and found.worked_out:
        sentence = f"too little is known of its neighbourhoods to work out a figure from them ({when})"
        return Absence(NOT_PUBLISHED, name, sentence, "too little known", mark=mark)
    short = CELL_WORDS.get(mark, CELL_WORDS["x"])
    if mark not in CELL_WORDS:
        return Absence(NOT_PUBLISHED, name, f"left blank by {found.publisher} ({when})", short, mark="x")
    who = "this dashboard" if found.hidden_here and mark == "c" else found.publisher
    sentence = short if mark == "c" else f"marked as {short}"
    return Absence(NOT_PUBLISHED, name, f"{sentence} by {who} ({when})", short, mark=mark)


def _elsewhere(found: Facts) -> Absence | None:
    there = found.elsewhere
    if there is None:
        return None
    sentence = f"published by {found.publisher} for {there.published}; held for {there.held} only"
    return Absence(NOT_HELD, found.area.name, sentence, "not held here", there.address, mark="h")


def _whole(found: Facts) -> Absence | None:
    """The figure is one of larger areas: of counties, or of a region's transport."""
    if found.whole is None:
        return None
    of = f"{found.whole.name} as a whole, which has {found.whole_words}"
    sentence = f"it is a figure for {of}"
    if found.boroughs:
        sentence = f"it is a figure for metropolitan boroughs together, and is part of that for {of}"
    return Absence(NOT_APPLICABLE, found.area.name, sentence, "does not apply", instead=found.whole, mark="z")


def _made_here(found: Facts) -> Absence | None:
    if found.area.level != OWN_AREA:
        return None
    sentence = "it is an area made here, and these figures cannot be added up for it"
    return Absence(NOT_PUBLISHED, found.area.name, sentence, "not published", mark="x")


def _level(found: Facts) -> Absence | None:
    if not found.levels or found.level in found.levels:
        return None
    these = PLURALS.get(found.level, "such areas")
    local = [level for level in found.levels if level not in ("country", "region")] or found.levels
    have = _and([PLURALS[level] for level in local if level in PLURALS])
    sentence = f"the figures of {found.publisher} are for {have}, not for {these}"
    return Absence(NOT_PUBLISHED, found.area.name, sentence, "not published", mark="x")


def _lacking(found: Facts) -> Absence | None:
    if not found.lacking:
        return None
    sentence = f"it would be the sum of its parts, and {found.lacking} no figure"
    return Absence(NOT_PUBLISHED, found.area.name, sentence, "not published", mark="x")


def _founded(found: Facts) -> Absence | None:
    year, label = found.end
    if not found.founded or not year or found.founded < year:
        return None
    sentence = f"it was set up in {found.founded}, and the figures held go to {label}"
    return Absence(NOT_PUBLISHED, found.area.name, sentence, "not published", mark="x")


def _alone(found: Facts) -> Absence:
    number, total, many = found.having
    many = many or PLURALS.get(found.level, "areas")
    among = f"are for {number:,} of {total:,} {many}, not for this one" if total else "do not include it"
    sentence = f"the figures of {found.publisher} {among}"
    return Absence(NOT_PUBLISHED, found.area.name, sentence, "not published", mark="x")


def _and(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "other areas"
