"""One edition of a dataset of ONS "Explore local statistics", out of the archive of the publisher's files.

For what the publisher has since taken out of its files: its last edition stands in the archive alone.
"""

from pathlib import Path

import pandas as pd

from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import periods
from dashboard.ingest.tables.built import Built
from dashboard.ingest.tables.reading import read_table, refuse_blanks
from dashboard.ingest.tables.tidy import tidy

OPTIONS = frozenset(("slug", "seen", "periods"))

NAMES = {"indicator": "series", "areacd": "area_code", "period": "period", "value": "value"}
_KEYS = ["areacd", "period", "seen", "slug"]


def build(source: Source, folder: Path, places: Places) -> Built:
    """The tidy table of `slug` (the publisher's name of the dataset) as its files stood on the day `seen`.

    options: `slug`, `seen` (a day of the archive, as text), `periods` (how one is written). The archive has
    no marks and no margins. Raises Refused where it has no such edition.
    """
    path, options = source.one_file(folder), source.options
    given = read_table(path, (*NAMES, "seen", "slug"))
    given = given.astype({"areacd": str, "period": str})
    refuse_blanks(given, _KEYS, path)
    _refuse_words(given["value"], path)
    mine = given[(given["slug"] == options["slug"]) & (given["seen"] == options["seen"])]
    if mine.empty:
        raise Refused(path, f"has no edition of {options['slug']} of {options['seen']}, correct options")
    refuse_blanks(mine, ["indicator"], path)  # one edition of another dataset was published without
    raw = mine[list(NAMES)].rename(columns=NAMES).assign(line=mine.index + 1)
    raw["value"] = raw["value"].map(lambda number: "" if pd.isna(number) else repr(float(number)))
    notes: list[str] = []
    frame = tidy(
        raw, path, places, periods.reader(options["periods"]), notes=notes, written=options["periods"]
    )
    return Built({source.dataset: frame}, notes=notes)


def _refuse_words(values: pd.Series, path: Path) -> None:
    """Raises Refused for the first value of the whole file that is no number: a file that was spoilt in one
    dataset is not to be trusted in another."""
    wrong = values.notna() & pd.to_numeric(values, errors="coerce").isna()
    if wrong.any():
        at = int(wrong.to_numpy().argmax())
        raise Refused(
            path, f"row {at + 1}: {str(values.iloc[at])[:40]!r} is not a number (value), correct it"
        )
