"""Figures and views as they stood on the day on which something was recorded."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import SplitResult, urlsplit


@dataclass(frozen=True)
class RecordedFigure:
    """A published figure as it stood when it was recorded: its period, value and snapshot. `known`: a day on
    which it stood so, which says what it counts in; None in versions from before this was kept."""

    period: date
    value: float
    snapshot: str
    known: date | None = None


@dataclass(frozen=True)
class FrozenFigure:
    """One figure of a frozen view: the newest of a place as it stood.

    `indicator` is empty in evidence of earlier versions, which kept the figures of its one indicator alone.
    """

    area_code: str
    period: date
    value: float
    indicator: str = ""


@dataclass(frozen=True)
class Evidence:
    """A frozen view: the address of a page, the day and snapshot of its figures, what it said then.

    `public`: the public view has it too. `indicator`: of a page of one. `figures`: those that the page shows,
    kept here because a later release replaces them; none for a page of other things (journeys, casualties).
    `public_snapshot`: the public view's edition on that day, which has an id of its own.
    """

    address: str
    title: str
    day: date
    snapshot: str
    words: str = ""
    public: bool = False
    indicator: str = ""
    figures: tuple[FrozenFigure, ...] = ()
    public_snapshot: str = ""

    @property
    def leads_here(self) -> bool:
        """Whether its address is that of a page of ours, as that of every view is that was kept here."""
        return parts_here(self.address) is not None


def parts_here(address: str) -> SplitResult | None:
    """The parts of the `address` of a page of ours (path and query); None for any other."""
    try:
        parts = urlsplit(address)
    except ValueError:  # http://[
        return None
    ours = parts.path.startswith("/") and not parts.scheme and not parts.netloc and "\\" not in address
    return parts if ours else None
