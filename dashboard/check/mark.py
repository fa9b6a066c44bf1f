"""Marks: what is said of one number of a draft, with the sentence and the page that bear it out."""

from dataclasses import asdict, dataclass
from typing import Any

RIGHT, ROUNDED, SUPERSEDED, PERIOD, PLACE, CONTRADICTED, UNSURE, NOT_CHECKED, NOT_HELD = (
    "right", "rounded", "superseded", "wrong period", "wrong place", "contradicted", "could be either",
    "not checked", "not held",
)  # fmt: skip
STATES = {
    RIGHT: "Right",
    ROUNDED: "Right when rounded",
    SUPERSEDED: "Superseded",
    PERIOD: "Wrong period",
    PLACE: "Wrong place",
    CONTRADICTED: "Contradicted",
    UNSURE: "Could be either",
    NOT_CHECKED: "Not checked",
    NOT_HELD: "Not held",
}
GOOD = (RIGHT, ROUNDED)
FAULTS = (SUPERSEDED, PERIOD, PLACE, CONTRADICTED)


@dataclass(frozen=True)
class HeldFigure:
    """A figure that is held: the sentence the product writes of it, its page, and its observation's
    address."""

    sentence: str
    page: str
    observation: str = ""


@dataclass(frozen=True)
class DraftMark:
    """What `text`, at `start` to `end` of block number `block`, is: one of STATES, and why in a sentence."""

    block: int
    start: int
    end: int
    text: str
    state: str
    why: str
    held: tuple[HeldFigure, ...] = ()


def mark_record(mark: DraftMark) -> dict[str, Any]:
    """`mark` as programs are given it, of the page and of the command."""
    held = [{"said": one.sentence, "page": one.page, "observation": one.observation} for one in mark.held]
    return asdict(mark) | {"held": held}
