"""Things and events, a row each, counted by area and period: crimes, sites, points on a map."""

from pathlib import Path
from typing import Any

import pandas as pd

from dashboard.ingest.adapters.long_csv import several
from dashboard.ingest.geography.containment import LEVELS, Containment
from dashboard.ingest.geography.names import coded
from dashboard.ingest.geography.places import Places
from dashboard.ingest.refusal import Refused, listed, number
from dashboard.ingest.register.entry import Source
from dashboard.ingest.tables import cells, grids, periods
from dashboard.ingest.tables.adapter_result import AdapterResult
from dashboard.ingest.tables.counting import counts, with_periods
from dashboard.ingest.tables.events import POINTS, events_of
from dashboard.ingest.tables.tidy import ordered

OUTLINES = "ons-geography/lsoa21.geojson"
OPTIONS = frozenset(("area", "area_names", "codes", "aliases", "skip", *POINTS, "outlines"))
OPTIONS |= {"date", "period", "periods", "by", "from", "to", "series", "measure", "names", "value"}
OPTIONS |= {"levels", "covers", "once"} | grids.OPTIONS | cells.OPTIONS


def inputs(source: Source, folder: Path) -> list[Path]:
    """The files of events, and the outlines where they are points; beside codes these may be absent."""
    name = source.options.get("outlines", OUTLINES)
    points = {*POINTS} & source.options.keys()
    beside = "area" in source.options and not (folder / name).exists()  # then only codes say where one is
    outlines = source.all_of(folder, (name,)) if points and not beside else []
    return [*source.files(folder), *outlines]


def build(source: Source, folder: Path, places: Places) -> AdapterResult:
    """The tidy table of how many there are, with zeros where the file covers an area and holds none.

    options: where each is, by `area` (a column of codes, or several, of which the first that holds one
    counts; `area_names`, `codes`, `aliases` and `skip` as for other tables), else by `lon` and `lat`,
    `easting` and `northing`, or `point` (text such as POINT (-2.2 53.4)); when, by `date` and `periods` (or
    one `period`),
    counted `by` month, quarter or year; what, by `measure` with `names`, or one `series`. `value`: a column
    whose figures are added up, instead of rows counted; `once`: a column that says which rows are one thing.
    `covers`: the areas that the file is of, whole (“E92000001”); only there is a zero known. `from` and `to`:
    the days that it covers, where its dates are days. `levels`: which areas are counted (["district"]).
    """
    options = source.options
    _check(source)
    notes: list[str] = []
    frames = [events_of(path, options, notes) for path in source.files(folder)]
    events = pd.concat(frames, ignore_index=True)
    path = source.files(folder)[0]
    events = _placed(events, path, folder, places, options)
    events = with_periods(events, path, options, periods.reader(options["periods"]), notes)
    contained = Containment(places)
    levels, covers = options.get("levels", ["district"]), several(options["covers"])
    if lost := [code for code in covers if not contained.covered([code], "district")]:
        raise Refused(source.file, f"covers names {listed(lost)}, which has no districts, correct it")
    table = counts(events, contained, covers, levels, notes)
    return AdapterResult({source.dataset: ordered(table)}, notes=notes)


def _check(source: Source) -> None:
    """Raises Refused for an entry that does not say what is counted, where and when."""
    options = source.options
    if "covers" not in options:
        sentence = (
            'covers is missing: the areas that the file is of, whole, such as ["E92000001"] for England'
        )
        raise Refused(source.file, f"{sentence}, since only there no row means none")
    if not {"area", *POINTS} & options.keys():
        raise Refused(source.file, "say where each is: area, or lon and lat, easting and northing, or point")
    if not {"date", "period"} & options.keys():
        raise Refused(source.file, "say when each was: date (a column), or one period for all")
    if unknown := sorted({*options.get("levels", [])} - {*LEVELS}):
        raise Refused(source.file, f"levels has {listed(unknown)}, use {listed(LEVELS, 9)}")


def _placed(
    events: pd.DataFrame, path: Path, folder: Path, places: Places, options: dict[str, Any]
) -> pd.DataFrame:
    """`events` with the code of today of where each is; "" where that is not said, or nowhere here."""
    blank = events["area_code"] == ""
    known = events[~blank]
    if options.get("area_names") and len(known):
        known = coded(known, path, places, options.get("codes", {}), include_former=False)
    known = known.assign(area_code=known["area_code"].replace(options.get("codes", {})))
    settled = places.to_current_codes(known, path, options.get("aliases"))
    code = settled["area_code"].reindex(events.index).fillna("")
    points = blank & events["lon"].notna()
    outlines = folder / options.get("outlines", OUTLINES)
    if points.any() and outlines.exists():
        from dashboard.ingest.geography.placed import within

        code = code.mask(points, within(events.loc[points, ["lon", "lat"]], outlines, "code"))
        lost = points & code.eq("")
        if 2 * lost.sum() > points.sum():
            sentence = f"{lost.sum():,} of {number(points.sum(), 'point')} lie nowhere in England"
            mend = "see that easting and northing, or lon and lat, are not exchanged and are what they say"
            raise Refused(path, f"{sentence}, {mend}", int(events.loc[lost.idxmax(), "line"]))
    return events.assign(area_code=code.fillna(""))
