"""What is tried and done: ideas, pilots, the task force’s actions and its first day."""

from dataclasses import dataclass
from datetime import date


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
