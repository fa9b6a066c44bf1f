"""What is aimed for and what happened: targets, promises in stages, events on charts, lines set aside."""

from dataclasses import dataclass
from datetime import date

from dashboard.record.kinds.evidence import RecordedFigure


@dataclass(frozen=True)
class Target:
    """`value` of `indicator` in `area_code` by `due`, from the published `baseline`."""

    indicator: str
    area_code: str
    value: float
    due: date
    baseline: RecordedFigure
    owner: str
    reason: str


@dataclass(frozen=True)
class Event:
    """A dated annotation for charts of `area_code`: of the `indicators` that it may concern, of every one
    where none is named. `indicator` is the one of versions from before there could be several, else empty.
    """

    day: date
    text: str
    reason: str
    indicator: str
    area_code: str
    indicators: tuple[str, ...] = ()

    @property
    def concerns(self) -> tuple[str, ...]:
        """The indicators on whose charts it is drawn; none for every one."""
        return self.indicators or ((self.indicator,) if self.indicator else ())


@dataclass(frozen=True)
class Parked:
    """A line of the attention list set aside until a day, with the reason."""

    indicator: str
    until: date
    reason: str
    owner: str


@dataclass(frozen=True)
class Stage:
    """One stage of a promise: `indicator` in `area_code` at `value` or past it, in the direction from the
    published `baseline` of the day on which it was promised, by `due`."""

    name: str
    due: date
    indicator: str
    area_code: str
    value: float
    baseline: RecordedFigure


@dataclass(frozen=True)
class Promise:
    """What was promised on `day`, in the words of whoever did (`said`, at the address `source`), in `stages`
    by date. Published figures alone say which of them is reached."""

    title: str
    said: str
    day: date
    owner: str
    stages: tuple[Stage, ...]
    source: str = ""
    published: bool = False
