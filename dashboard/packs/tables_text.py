"""The tables of a pack as words: header and rows, the same in every format that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.packs.model import Comparison, Profile, SourceNote
from dashboard.packs.pictures import MapPicture
from dashboard.statements.absence.absence import key
from dashboard.statements.compare_words import Cell
from dashboard.statements.place_words import PlaceEntry, verdict
from dashboard.statements.rank_words import few_with

ROWS_OF_AN_END = 5  # areas shown from each end of a long map
LONG_TABLE = 20
DASH = "–: a total, which is not compared; no figure of that date; or no earlier one to compare."
_SIGNS = str.maketrans("", "", "▲▼▬")


@dataclass(frozen=True)
class TextTable:
    """A table to print: `units` stand below the first cell of each row, `notes` below the table."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    units: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def plain(words: str) -> str:
    """`words` without the signs that stand on a screen beside what they mean."""
    return words.translate(_SIGNS).strip()


def profile_table(profile: Profile) -> TextTable:
    """One place: an indicator a row. Those without a figure stand below the table, by the reason why."""
    beside = [profile.region.name] if profile.region else []
    header = ("Indicator", profile.place.name, "Period", *beside, "England", "Against England", "Before")
    known = [item for item in profile.entries if item.latest]
    rows = tuple(_entry(item, bool(profile.region)) for item in known)
    missing: dict[str, list[str]] = {}
    for item in profile.entries:
        if item.absence:
            missing.setdefault(item.absence.printed, []).append(item.indicator.title)
    units = tuple(item.indicator.unit for item in known)
    dashed = [DASH] if any("–" in row for row in rows) else []
    return TextTable(profile.caption, header, rows, units, (*_without(missing), *dashed))


def _without(missing: dict[str, list[str]]) -> Iterable[str]:
    """A line for each reason why several indicators have no figure, and one for all reasons of only one."""
    yield from (
        f"{reason.replace(': ', '; ')}: {'; '.join(titles)}."
        for reason, titles in missing.items()
        if len(titles) > 1
    )
    alone = [
        f"{titles[0]}: {reason[:1].lower()}{reason[1:].replace(': ', '; ')}."
        for reason, titles in missing.items()
        if len(titles) == 1
    ]
    if alone:
        yield " ".join(alone)


def _entry(item: PlaceEntry, beside: bool) -> tuple[str, ...]:
    against = verdict(item.against)[0] if item.against else "–"
    change = plain(item.change.text) if item.change else "–"
    region = [item.region] if beside else []
    return (
        item.indicator.title,
        item.value,
        item.age.stale_after(item.period),
        *region,
        item.england,
        against,
        change,
    )


def comparison_table(comparison: Comparison) -> TextTable:
    """Several places: an indicator a row, then England, then a place a column."""
    header = ("Indicator", "Period", "England", *(place.name for place in comparison.places))
    rows = []
    for indicator, line, _ in comparison.rows:
        cells = [line.cells[place.code] for place in comparison.places]
        remarks = {cell.period for cell in cells if not cell.absence}
        shared = remarks.pop() if len(remarks) == 1 else ""  # said once, with the period
        period = line.age.stale_after(f"{line.period}, {shared}" if shared else line.period)
        england = line.england or line.no_england
        rows.append((indicator.title, period, england, *(_cell(cell, shared) for cell in cells)))
    units = tuple(indicator.unit for indicator, _, _ in comparison.rows)
    absences = (cell.absence for _, line, _ in comparison.rows for cell in line.cells.values())
    return TextTable(comparison.caption, header, tuple(rows), units, key(filter(None, absences)))


def _cell(cell: Cell, shared: str) -> str:
    if cell.absence:
        return f"[{cell.absence.mark}]"
    return f"{cell.value} ({cell.period})" if cell.period not in ("", shared) else cell.value


def map_table(picture: MapPicture) -> TextTable:
    """The areas of a map by their figure, highest first; of many, both ends."""
    shown = picture.shown
    found = sorted(shown.named(), key=lambda item: (-item[1], item[0]))
    title = shown.indicator.title
    if len(found) > LONG_TABLE:
        caption = few_with(title, len(found), ROWS_OF_AN_END)
        found = [*found[:ROWS_OF_AN_END], *found[-ROWS_OF_AN_END:]]
    else:
        caption = f"{title} by area, highest first"
    rows = tuple((name, shown.indicator.format(value)) for name, value in found)
    return TextTable(caption, ("Area", "Figure"), rows)


def origins_line(sources: tuple[SourceNote, ...]) -> str:
    """Where the figures of a section come from: each publisher once, with its datasets."""
    by: dict[str, dict[str, None]] = {}
    for source in sources:
        for publisher, title in source.origins:
            by.setdefault(publisher, {})[title] = None
    return " ".join(f"{publisher}: {', '.join(titles)}." for publisher, titles in by.items())
