"""Marks: what is said of one number of a draft, with the sentence and the page that bear it out."""

from dataclasses import dataclass

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

    said: str
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
