"""What is written of a draft: the register entry, and the query of a first indicator."""

import re
from datetime import date
from typing import Any

import pandas as pd

from dashboard.capital_letter import capital
from dashboard.catalogue.indicator import BETTER, THEMES, UNSAID
from dashboard.ingest.draft.questions import period_kind
from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.draft.toml_text import toml
from dashboard.ingest.register.entry import Source
from dashboard.ingest.register.rules import DISCLOSURE

UNDECIDED = {
    "licence": "the licence, in its own words (Open Government Licence v3.0)",
    "publisher": "who brings it out",
    "address": "the page it comes from",
    "description": "what it is, in a sentence",
    "owner": "the team here that answers for it",
    "disclosure": f"how small counts are protected: one of {', '.join(DISCLOSURE)}",
}
_LONGEST = 40  # letters of an indicator's title
_HANGING = re.compile(
    r"[\s,:;–-]+(?:a|an|and|at|by|for|from|in|of|on|or|per|the|their|to|who|with)$|[\s,:;–-]+$", re.I
)


def entry_text(source: Source, draft: SourceDraft, decided: dict[str, str], frame: pd.DataFrame) -> str:
    """The entry; what is not decided is left empty, and then a refresh refuses it by name."""
    top: dict[str, Any] = {
        "title": next(iter(draft.units), source.dataset),
        "publisher": decided.get("publisher", ""),
        "licence": decided.get("licence", ""),
        "address": decided.get("address", ""),
        "path": source.path,
        "adapter": draft.adapter,
        "cadence": "irregular",
        "next_release": "to be announced",
        "owner": decided.get("owner", ""),
        "audience": decided.get("audience") or "office",
        "disclosure": decided.get("disclosure", ""),
        "description": decided.get("description", ""),
    }
    parts = [toml(top), "[expected]\n" + toml(_expected(frame)), "[options]\n" + toml(draft.options)]
    if source.size:
        parts.append("[size]\n" + toml(source.size))
    for series in frame["series"].unique():
        unit = draft.units.get(series, "")
        fields = {"series": series, "unit": unit or "number", "decimals": decimals(frame, series)}
        parts.append("[[series]]\n" + toml(fields))
    return "\n\n".join(parts) + "\n"


def _expected(frame: pd.DataFrame) -> dict[str, Any]:
    years = frame["period"].map(lambda day: day.year)
    return {"rows": len(frame), "from": int(years.min()), "to": int(years.max())}


def decimals(frame: pd.DataFrame, series: str) -> int:
    """How many decimals the figures of `series` have, at most three."""
    texts = frame.loc[frame["series"] == series, "value"].dropna().map(repr)
    longest = texts.map(lambda text: len(text.rstrip("0").partition(".")[2])).max()
    return int(min(3, longest)) if pd.notna(longest) else 0


def query_text(source: Source, draft: SourceDraft, decided: dict[str, str], frame: pd.DataFrame) -> str:
    """The query of the first series of the file that is nearly full, for `queries/<theme>/<name>.sql`."""
    series = _first(draft, frame)
    unit = draft.units.get(series) or "number"
    about = {
        "title": _short(series),
        "question": f"{_short(series)}: how does it change here?",
        "unit": unit,
        "period": period_kind(frame),
        "better": decided.get("better", ""),
        "audience": decided.get("audience") or "office",
        "decimals": decimals(frame, series),
        "owner": decided.get("owner", ""),
        "reviewed": None,
        "method": f"{series}, as {source.path} gives it.",
        "caveat": UNSAID,
    }
    lines = toml({key: value for key, value in about.items() if value is not None})
    lines = lines.replace("*/", "…/")  # which would end the comment: “police/*/*-street.csv”
    lines = lines.replace('\nmethod = "', f'\nreviewed = {date.today().isoformat()}\nmethod = "')  # noqa: DTZ011
    where = (
        f"\nWHERE series = '{series.replace(chr(39), chr(39) * 2)}'" if frame["series"].nunique() > 1 else ""
    )
    limits = "lower, upper, " if frame["lower"].notna().any() and frame["upper"].notna().any() else ""
    return (
        f"/*\n{lines}\n*/\n\nSELECT area_code, period, value, {limits}status\nFROM {source.dataset}{where}\n"
    )


def _first(draft: SourceDraft, frame: pd.DataFrame) -> str:
    """The series that the file gives first, of those with nearly as many figures as the fullest."""
    counts = frame.dropna(subset="value")["series"].value_counts()
    full = counts.index[counts >= 0.8 * counts.max()].tolist()
    return str(next((series for series in draft.units if series in full), full[0]))


def undecided(draft: SourceDraft, decided: dict[str, str]) -> list[str]:
    """What only a person can decide, one line each."""
    lines = [f"{key}: {what}" for key, what in UNDECIDED.items() if not decided.get(key)]
    if not decided.get("better"):
        lines.append(f"better: which direction is good, one of {', '.join(BETTER)}")
    if not decided.get("theme"):
        lines.append(f"theme: one of {', '.join(THEMES)}")
    lines += [f"unit of “{series}”" for series, unit in draft.units.items() if not unit][:5]
    return [*lines, *draft.asks]


def _short(series: str) -> str:
    """A title of an indicator: without brackets, cut between words and before one that leaves it open."""
    text = re.sub(r"\s*\([^)]*\)", "", series).strip(" :,")
    if len(text) > _LONGEST:
        text = text[: _LONGEST + 1].rpartition(" ")[0]
        while (shorter := _HANGING.sub("", text)) != text and shorter:
            text = shorter
    return capital(text)
