"""A workbook with a sheet for each period, all laid out alike: read as one table."""

from dashboard.ingest.draft.shapes import SourceDraft
from dashboard.ingest.tables.period_marks import is_period
from dashboard.ingest.tables.periods import reader

_SAME = ("area", "columns", "headers", "area_names")


def take_sheet_each(drafts: dict[str, SourceDraft], best: str) -> list[str]:
    """Makes the draft of `best` (name of a sheet) read each sheet that is named like a period, where those
    are laid out alike; gives their names, none where there are not several."""
    draft = drafts[best]
    options = draft.options
    if "columns" not in options or {"date", "across"} & options.keys() or not options.get("periods"):
        return []
    read = reader(options["periods"])
    named = [name for name in drafts if name and is_period(read, name)]
    alike = all(drafts[name].options.get(key) == options.get(key) for name in named for key in _SAME)
    if len(named) < 2 or best not in named or not alike:
        return []
    options.pop("sheet", "")
    options["period"] = "sheet"
    draft.found = [each for each in draft.found if not each.startswith(("one period, ", "sheet “"))]
    draft.found.append(f"a sheet for each {options['periods']}: {named[0]} to {named[-1]}")
    draft.asks = [each for each in draft.asks if "the period of the figures" not in each]
    return named
