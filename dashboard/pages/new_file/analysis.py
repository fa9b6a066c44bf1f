"""What was found in the file that this request brought; nothing, for a request that brought none."""

from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Analysis:
    """`refused`: the sentence of what is in the way, or "". `rows`: as they would be read, under `head`;
    `sheet` and `options`: what the form said."""

    file: str = ""
    refused: str = ""
    found: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    entry: str = ""
    query: str = ""
    asks: list[str] = field(default_factory=list)
    sheet: str = ""
    options: str = ""


ANALYSIS: ContextVar[Analysis | None] = ContextVar("looked", default=None)
