"""What is recorded: one frozen dataclass for each kind of thing.

Figures in them (`Figure`) are copied from the datastore by the server on the day, never typed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A published figure as it stood when it was recorded: its period, value and snapshot."""

    period: date
    value: float
    snapshot: str


@dataclass(frozen=True)
class Held:
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
    figures: tuple[Held, ...] = ()
    public_snapshot: str = ""


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
    baseline: Figure | None = None
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
    """A dated annotation for charts; an empty `indicator` means every chart of `area_code`."""

    day: date
    text: str
    reason: str
    indicator: str
    area_code: str


@dataclass(frozen=True)
class Parked:
    """A line of the attention list set aside until a day, with the reason."""

    indicator: str
    until: date
    reason: str
    owner: str


@dataclass(frozen=True)
class Pilot:
    """A trial in one or more places of one kind: what it should change, from when, and against whom.

    `donors`: "outside" (places of the same kind outside the city region) or "all" (those inside too).
    `stamp`: registered before it began, after, or after its outcome was out (pilots/stamp.py); empty in
    older versions. `end` is its last day; `smallest` the smallest effect that could be told from chance, as
    was said before it was registered (None where none could, or in older versions). `cost` is in pounds over
    its whole time, raised by `optimism` per cent where its worth is reckoned; `benefit` in pounds a year for
    `years` years, if it works; both in prices of the year in which it was registered. `idea` is the record's
    id of the idea that it came from. `lesson` is what was learnt; `published`: its result is for everybody.
    """

    title: str
    hypothesis: str
    owner: str
    indicator: str
    area_codes: tuple[str, ...]
    start: date
    expected: str
    donors: str = "outside"
    stamp: str = ""
    end: date | None = None
    smallest: float | None = None
    cost: float | None = None
    payer: str = ""
    optimism: float | None = None
    benefit: float | None = None
    years: float | None = None
    idea: str = ""
    lesson: str = ""
    published: bool = False


@dataclass(frozen=True)
class Idea:
    """Something that might be tried: with whom, to answer which question, at what cost and what risk.

    `ethics` says who could be harmed and who was asked; `stop_rule` when it would be ended early. `state`:
    "idea", "ready" (to be registered as a pilot) or "dropped", with the `lesson`.
    """

    title: str
    partner: str
    question: str
    owner: str
    ethics: str
    stop_rule: str
    state: str = "idea"
    cost: float | None = None
    lesson: str = ""


@dataclass(frozen=True)
class Action:
    """One thing the task force promised. Done needs its evidence: a view of the dashboard or a document.

    `done` is the day on which the work was done, `logged` the day on which somebody said so here (None in
    versions from before both were kept: then they are one day).
    """

    title: str
    owner: str
    due: date
    needed: str
    status: str = "not started"
    evidence: str = ""
    done: date | None = None
    logged: date | None = None


@dataclass(frozen=True)
class Programme:
    """The task force's first hundred days: the first of them, and what it is for."""

    start: date
    purpose: str


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


KINDS: dict[str, type[Any]] = {
    "decision": Decision,
    "target": Target,
    "alert": Alert,
    "event": Event,
    "parked": Parked,
    "pilot": Pilot,
    "action": Action,
    "programme": Programme,
    "answer": Answer,
    "idea": Idea,
    "approval": Approval,
    "composition": Composition,
}
