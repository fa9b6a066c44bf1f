"""What was decided and said: decisions, answers to the public, approvals, how a pack is to be."""

from dataclasses import dataclass
from datetime import date

from dashboard.record.kinds.evidence import Evidence, RecordedFigure


@dataclass(frozen=True)
class Decision:
    """What was decided, why, on what evidence, and what was expected of it.

    `expected`: the direction ("rise", "fall", "hold") that `indicator` in `area_code` should take; both empty
    where no figure is expected to move. `review` is when to look again; `reviewed` and `learned` say when
    that was done and what was found. `cost` is in pounds, over its whole time and in prices of the year in
    which it was decided, None where nobody said; `funding` is who pays it and from what. `benefit`,
    `equality` and `consulted` are words: what it should bring, whom it touches how, and who was asked.
    """

    title: str
    decided: str
    why: str
    options: str
    owner: str
    day: date
    review: date
    indicator: str = ""
    area_code: str = ""
    expected: str = ""
    baseline: RecordedFigure | None = None
    evidence: tuple[Evidence, ...] = ()
    published: bool = False
    reviewed: date | None = None
    learned: str = ""
    cost: float | None = None
    funding: str = ""
    benefit: str = ""
    equality: str = ""
    consulted: str = ""


@dataclass(frozen=True)
class Answer:
    """What became of one question of the public, or of several that ask the same.

    `questions` are their ids in the inbox (dashboard/inbox), `asked` the day of the first, `about` the page
    it was asked from. `words` is the question as the office puts it: what a reader wrote, and who, is never
    kept here. `state`: "looking", "answered" or "aside" (no question about figures or decisions).
    """

    questions: tuple[str, ...]
    asked: date
    about: str
    words: str
    state: str
    answer: str = ""
    published: bool = False


@dataclass(frozen=True)
class Approval:
    """That a second person agrees to a publication before an election (approved.py names each `thing`)."""

    thing: str
    reason: str


@dataclass(frozen=True)
class Composition:
    """How the office wants a pack (`brief`) about a place: its `sections` by kind in their order, none for
    all of the brief's, and the wording of its `headline`, "" for the one that is worked out."""

    brief: str
    area_code: str
    sections: tuple[str, ...] = ()
    headline: str = ""


@dataclass(frozen=True)
class Alert:
    """What one person asked to be told: by `channel` ("email" or "webhook"), to an address, about a theme,
    "decisions" or everything (""), of one place or the whole region (""). `subject` is the provider's own
    name for the person; nobody else sees or changes it.
    """

    channel: str
    to: str
    about: str = ""
    area_code: str = ""
    subject: str = ""
