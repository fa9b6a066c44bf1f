"""Text and scales of a drawing for print: how wide words are, and where values lie."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from textwrap import wrap

SIZE = 8  # points
LINE = 9.5  # points from one line of text to the next
# Widths of Source Sans 3 in parts of its size: enough to leave room, not to set type.
_NARROW, _WIDE = frozenset("iljtfr.,:;'’|!()[] -"), frozenset("mwMWGOQCDHNU%&@—£")


@dataclass
class Page:
    """The paper of one drawing, in points, and its colours. Dots set the height themselves."""

    width: float
    height: float
    paint: Callable[[str], str]


def text_width(words: str, size: float = SIZE) -> float:
    """About how many points wide `words` are."""
    return size * sum(0.29 if c in _NARROW else 0.74 if c in _WIDE else 0.52 for c in words)


def folded(words: str, room: float, size: float = SIZE) -> list[str]:
    """`words` in lines of at most `room` points, broken between words."""
    letters = max(int(room / (size * 0.5)), 6)
    return wrap(words, letters, break_long_words=False) or [""]


def text(x: float, y: float, words: str, fill: str, *, anchor: str = "start", bold: bool = False) -> str:
    """One line of text with its baseline at `y`."""
    weight = ' font-weight="600"' if bold else ""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}"{side}{weight}>{escape(words)}</text>'


def rule(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 0.5, dash: str = "") -> str:
    """A straight line."""
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" fill="none" stroke="{stroke}" '
        f'stroke-width="{width:g}"{pattern}/>'
    )


def scale(low: float, high: float, start: float, end: float) -> Callable[[float], float]:
    """Where a value between `low` and `high` lies between `start` and `end`."""
    reach = (high - low) or 1.0
    return lambda value: start + (end - start) * (value - low) / reach
