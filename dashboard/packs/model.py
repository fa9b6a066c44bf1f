"""A pack as plain values: what every format (PDF, PowerPoint, spreadsheet, HTML) is made from.

Figures stay observations of an indicator until a format writes them, so that each writes the same figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import day_words
from dashboard.datastore.areas import Area
from dashboard.datastore.observations import Observation
from dashboard.packs.pictures import MapPicture, Picture
from dashboard.packs.words import message
from dashboard.statements.attention.statement import Statement
from dashboard.statements.compare_words import Line
from dashboard.statements.headline import Headline
from dashboard.statements.place_words import PlaceEntry
from dashboard.statements.revision_words import FormerFigure


def file_name(*parts: str) -> str:
    """A name for a file from its parts: "Greater Manchester, mayor's brief, 28 November 2026".

    Every part begins small but the first; signs that a file system or a header does not take are left out.
    """
    first, *rest = (part.replace("’", "'") for part in parts)
    sentence = ", ".join([first, *(part[:1].lower() + part[1:] for part in rest)])
    return re.sub(r'[\\/:*?"<>|;%]', "", sentence).encode("ascii", "ignore").decode()


@dataclass(frozen=True)
class Profile:
    """A table of one place: an indicator a row, beside its region (None: itself one) and England."""

    caption: str
    place: Area
    region: Area | None
    entries: tuple[PlaceEntry, ...]


@dataclass(frozen=True)
class Comparison:
    """A table of several places: an indicator a row, a place a column, each with its latest figure."""

    caption: str
    places: tuple[Area, ...]
    rows: tuple[tuple[Indicator, Line, dict[str, Observation | None]], ...]


@dataclass(frozen=True)
class DecisionItem:
    """One thing to decide on: `what` is seen and `where`, how `sure` that is, what was `decided` about it.

    `size` is what the gap comes to, "" where that may not be said; `where` is "" of a district, `decided` for
    the public. `statement` has it in full.
    """

    statement: Statement
    figure: Headline
    what: str
    size: str
    where: str
    sure: str
    decided: str
    caveat: str


@dataclass(frozen=True)
class Listing:
    """A short list under its `title`; `more` lines are left out, and `empty` says that there is none."""

    title: str
    lines: tuple[str, ...]
    more: int = 0
    empty: str = ""

    @property
    def shown_lines(self) -> tuple[str, ...]:
        """The lines to read, the last of them saying what is left out."""
        return (*self.lines, f"{self.more} more.") if self.more else self.lines or (self.empty,)


@dataclass(frozen=True)
class SourceNote:
    """What to know of one indicator: (publisher, dataset) of each origin, licences, newest period, and what
    the place's figures were `before`."""

    indicator: Indicator
    origins: tuple[tuple[str, str], ...]
    licences: str
    period: str
    experimental: bool
    before: tuple[FormerFigure, ...] = ()

    @property
    def names(self) -> str:
        """Publisher and dataset of each origin in one line."""
        return "; ".join(f"{publisher}, {title}" for publisher, title in self.origins)


@dataclass(frozen=True)
class Section:
    """One message with its evidence. `title` is the message, `kicker` the subject; `key` is its own; `edited`
    says who worded the title where it is not the one that is worked out."""

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
    sources: tuple[SourceNote, ...] = ()
    asks: tuple[DecisionItem, ...] = ()
    listings: tuple[Listing, ...] = ()
    edited: str = ""

    @property
    def headline_statement(self) -> Statement | None:
        """The statement that the title is, or None."""
        return next((item for item in self.statements if message(item) == self.title), None)

    @property
    def others(self) -> tuple[Statement, ...]:
        """The statements that the title does not tell already."""
        return tuple(item for item in self.statements if item != self.headline_statement)


@dataclass(frozen=True)
class Pack:
    """A whole pack for `audience` ("public" or "office") about `place`, with the figures of `snapshot`.

    `day` is the day whose knowledge it holds, `coverage_note` how completely a past day is known ("" for
    today); `messages` are its first lines, `office` is whose it is. `address` is where its figures have their
    pages ("" where that is not known), and `region` the code of the city region that those are of.
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
    sources: tuple[SourceNote, ...]
    coverage_note: str = ""
    office: str = "the office"
    address: str = ""
    region: str = ""

    @property
    def stem(self) -> str:
        """The name that people would give its files."""
        return file_name(self.place.name, self.title, day_words(self.day))

    @property
    def handling(self) -> str:
        """Who may have it."""
        return "For everybody" if self.audience == "public" else f"For {self.office}: not for publication"

    def page_of(self, indicator: Indicator) -> str:
        """The address of the page that a figure comes from; "" where it is not known."""
        return self.page_about(indicator.id)

    def page_about(self, indicator: str) -> str:
        """The same of an indicator's id, as a statement has it."""
        if not self.address:
            return ""
        inside = f"&places={self.place.code}" if self.place.code != self.region else ""
        return f"{self.address}/indicator/{indicator}?region={self.region}{inside}"

    def pages_of(self, table: Profile | Comparison) -> list[str]:
        """The address that each printed row of a table comes from, in order."""
        if isinstance(table, Profile):
            return [self.page_of(entry.indicator) for entry in table.entries if entry.latest]
        return [self.page_of(indicator) for indicator, _, _ in table.rows]

    def pictures(self) -> Iterator[tuple[Section, Picture]]:
        """Every chart with its section, in order."""
        return ((section, picture) for section in self.sections for picture in section.pictures)
