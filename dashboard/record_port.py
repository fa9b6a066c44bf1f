"""What the office has recorded, as plain values for charts and statements. The public has recorded nothing.

This is the port of the record: it imports nothing of ours, so the public process can hold it without the
record (dashboard/record) behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Annotation:
    """A dated event that explains a chart: `text` names it in a word or two, `reason` says what happened."""

    day: date
    text: str
    reason: str


@dataclass(frozen=True)
class Goal:
    """A target: `value` of an indicator (its id) in an area by `due`, from the `baseline` of `since`, which
    stood so on the day `as_known_on`, None where that was not kept."""

    indicator: str
    area_code: str
    value: float
    due: date
    baseline: float
    since: date
    owner: str
    reason: str
    as_known_on: date | None = None


@dataclass(frozen=True)
class SetAside:
    """A line of the attention list that is parked until a day, by whom and why."""

    indicator: str
    until: date
    owner: str
    reason: str


@dataclass(frozen=True)
class Decided:
    """A decision by its title, with the region that it is about and the `indicator` (its id) that it is to
    move, "" where none. `reviewed` is when it was last looked at again. `about` are the indicators and
    `places` the areas that it concerns: those that it is to move, and those of its evidence. `kept` are the
    figures of its evidence as they stood: indicator, area, first day of the period, value."""

    id: str
    title: str
    region: str
    day: date
    review: date
    indicator: str = ""
    reviewed: date | None = None
    about: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    kept: tuple[tuple[str, str, date, float], ...] = ()


@dataclass(frozen=True)
class StageAim:
    """A stage of a promise: `value` of an indicator in an area by `due`; it was `baseline` in the period
    `since`, as it stood on the day `as_known_on`, None where that was not kept."""

    name: str
    due: date
    indicator: str
    area_code: str
    value: float
    baseline: float
    since: date
    as_known_on: date | None = None


@dataclass(frozen=True)
class Promised:
    """What was promised for a region on `day`, by its title and its stages."""

    id: str
    title: str
    region: str
    day: date
    stages: tuple[StageAim, ...]


@dataclass(frozen=True)
class Waiting:
    """How many reviews are due in a region, and how many actions are blocked or late."""

    reviews: int = 0
    actions: int = 0


@dataclass(frozen=True)
class Composed:
    """How the office wants a pack: its sections by kind in their order, and the wording of its headline with
    who gave it that and when; both may be empty."""

    sections: tuple[str, ...] = ()
    headline: str = ""
    by: str = ""
    day: date | None = None


class RecordPort(Protocol):
    """What a Site can ask of the record."""

    def at(self, day: date) -> "RecordPort":
        """The record as it stood at the end of `day` (UTC)."""

    def days(self) -> tuple[date, ...]:
        """The days on which something was written, oldest first."""

    def stamp(self) -> str:
        """Another text after every change: what was answered before it no longer holds."""

    def trouble(self) -> str:
        """One sentence where what is recorded cannot be read now; else ""."""

    def is_example(self) -> bool:
        """Whether what is recorded is the worked example, made up and never in a file."""

    def writable(self) -> bool:
        """Whether whoever asks may write in the record."""

    def marks(self, indicator: str, areas: Iterable[str]) -> tuple[Annotation, ...]:
        """The events for charts of `indicator` (its id) in any of `areas`, in time order."""

    def targets(self, areas: Iterable[str], indicator: str | None = None) -> tuple[Goal, ...]:
        """The targets set for any of `areas`, of one indicator or all, by due date."""

    def set_aside(self, region: str, day: date) -> dict[str, SetAside]:
        """The lines set aside of a region's attention list on `day`, by indicator id."""

    def decisions(self, day: date) -> tuple[Decided, ...]:
        """The decisions taken up to `day`, newest first, of all regions."""

    def promises(self) -> tuple[Promised, ...]:
        """What was promised, of all regions, in the order of their ids."""

    def waiting(self, region: str, day: date) -> Waiting:
        """What waits in a region on `day`."""

    def composed(self, region: str, brief: str, area: str) -> Composed:
        """How the office wants the pack `brief` about `area`, a place in `region`."""


class NothingRecorded:
    """The public's record: empty."""

    def at(self, day: date) -> "NothingRecorded":
        """It was empty on every day."""
        return self

    def days(self) -> tuple[date, ...]:
        """No day."""
        return ()

    def stamp(self) -> str:
        """Nothing ever changes."""
        return ""

    def trouble(self) -> str:
        """There is nothing that could not be read."""
        return ""

    def is_example(self) -> bool:
        """Never in public."""
        return False

    def writable(self) -> bool:
        """There is nothing to write in."""
        return False

    def marks(self, indicator: str, areas: Iterable[str]) -> tuple[Annotation, ...]:
        """No events."""
        return ()

    def targets(self, areas: Iterable[str], indicator: str | None = None) -> tuple[Goal, ...]:
        """No targets."""
        return ()

    def set_aside(self, region: str, day: date) -> dict[str, SetAside]:
        """Nothing parked."""
        return {}

    def decisions(self, day: date) -> tuple[Decided, ...]:
        """No decisions."""
        return ()

    def promises(self) -> tuple[Promised, ...]:
        """None."""
        return ()

    def waiting(self, region: str, day: date) -> Waiting:
        """Nothing waits."""
        return Waiting()

    def composed(self, region: str, brief: str, area: str) -> Composed:
        """As the brief says."""
        return Composed()


NOTHING = NothingRecorded()
