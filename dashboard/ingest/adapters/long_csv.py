"""A long CSV in any publisher's words: one column each for area, date, value and (perhaps) measure."""

from pathlib import Path

from dashboard.ingest.geography.places import Places
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.reading import read_csv
from dashboard.ingest.tables.tidy import tidy


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table.

    options: `area`, `date`, `value` and `measure` name the columns (in lower case); `periods` says
    how a date is read; `names` gives a measure its series name, or `series` names the only one;
    `aliases` mends misprinted codes.
    """
    path, options = source.one_file(folder), source.options
    columns = {options["area"]: "area_code", options["date"]: "period", options["value"]: "value"}
    if "measure" in options:
        columns[options["measure"]] = "series"
    raw = read_csv(path, tuple(columns)).rename(columns=columns)
    if "measure" not in options:
        raw["series"] = options["series"]
    raw["series"] = raw["series"].replace(options.get("names", {}))
    read_period = periods.reader(options["periods"])
    notes: list[str] = []
    how = {"aliases": options.get("aliases"), "notes": notes, "written": options["periods"]}
    frame = tidy(raw, path, places, read_period, **how)
    return Built({source.dataset: frame}, notes=notes)
