"""What is aimed for and what happened: targets, events on charts, lines set aside."""

from dataclasses import dataclass
from datetime import date

from dashboard.record.kinds.evidence import Figure


@dataclass(frozen=True)
class Target:
    """`value` of `indicator` in `area_code` by `due`, from the published `baseline`."""

    indicator: str
    area_code: str
    value: float
    due: date
    baseline: Figure
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
