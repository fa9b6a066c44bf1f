"""A pack as plain values: what every face (PDF, PowerPoint, spreadsheet, HTML) is made from.

Figures stay observations of an indicator until a face writes them, so that each face writes the same figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.words import message
from dashboard.statements.attention.statement import Statement
from dashboard.statements.compare_words import Line
from dashboard.statements.headline import Headline
from dashboard.statements.place_words import Entry


@dataclass(frozen=True)
class Profile:
    """A table of one place: an indicator a row, beside its region (None: itself one) and England."""

    caption: str
    place: Area
    region: Area | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Comparison:
    """A table of several places: an indicator a row, a place a column, each with its latest figure."""

    caption: str
    places: tuple[Area, ...]
    rows: tuple[tuple[Indicator, Line, dict[str, Observation | None]], ...]


@dataclass(frozen=True)
class Source:
    """What to know of one indicator: (publisher, dataset) of each origin, licences, newest period."""

    indicator: Indicator
    origins: tuple[tuple[str, str], ...]
    licences: str
    period: str
    experimental: bool

    @property
    def names(self) -> str:
        """Publisher and dataset of each origin in one line."""
        return "; ".join(f"{publisher}, {title}" for publisher, title in self.origins)


@dataclass(frozen=True)
class Section:
    """One message with its evidence. `title` is the message, `kicker` the subject; `key` is its own."""

    key: str
    kind: str
    kicker: str
    title: str
    lead: str = ""
    statements: tuple[Statement, ...] = ()
    figures: tuple[Headline, ...] = ()
    pictures: tuple[Picture, ...] = ()
    profiles: tuple[Profile, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    maps: tuple[MapPicture, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def told(self) -> Statement | None:
        """The statement that the title is, or None."""
        return next((item for item in self.statements if message(item) == self.title), None)

    @property
    def others(self) -> tuple[Statement, ...]:
        """The statements that the title does not tell already."""
        return tuple(item for item in self.statements if item != self.told)


@dataclass(frozen=True)
class Pack:
    """A whole pack for `audience` ("public" or "office") about `place`, with the figures of `snapshot`.

    `day` is the day whose knowledge it holds, `known` how completely a past day is known ("" for today);
    `messages` are its first lines, `office` is whose it is.
    """

    name: str
    title: str
    about: str
    audience: str
    place: Area
    day: date
    as_of: str
    snapshot: str
    messages: tuple[str, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    known: str = ""
    office: str = "the office"

    @property
    def stem(self) -> str:
        """The name of its files: brief, place and snapshot."""
        return f"{self.name}-{self.place.code}-{self.day.isoformat()}-{self.snapshot}"

    @property
    def handling(self) -> str:
        """Who may have it."""
        return "For everybody" if self.audience == "public" else f"For {self.office}: not for publication"

    def pictures(self) -> Iterator[tuple[Section, Picture]]:
        """Every chart with its section, in order."""
        return ((section, picture) for section in self.sections for picture in section.pictures)
