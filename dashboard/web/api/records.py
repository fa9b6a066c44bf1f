"""What the API says about an indicator, an observation, an area and a dataset."""

from datetime import date
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.licences import licence_url
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.datastore.observations import Observation
from dashboard.exports.dataset import downloadable_datasets, read_by
from dashboard.exports.indicator import COLUMNS, record
from dashboard.exports.offers import dataset_formats, indicator_formats
from dashboard.exports.tables import shapes_of_tables
from dashboard.exports.text_files import json_number
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent, absent_between, absent_in
from dashboard.statements.age import Age, age
from dashboard.statements.revision_words import former_values

BASE = "/api/v1"
BETWEEN = "between"  # instead of a period: the periods that begin between two days
_NUMBERS = [column.name for column in COLUMNS if column.kind == "number"]


def indicator_record(site: Site, item: Indicator) -> dict[str, Any]:
    """All that is known about `item`, with the addresses of its figures."""
    return {
        "id": item.id,
        "theme": item.theme,
        "title": item.title,
        "question": item.question,
        "unit": item.unit,
        "period": item.period,
        "better": item.better,
        "statistic": item.statistic,
        "decimals": item.decimals,
        "prefix": item.prefix,
        "suffix": item.suffix,
        "owner": item.owner,
        "reviewed": item.reviewed,
        "method": " ".join(item.method.split()),
        "caveat": " ".join(item.caveat.split()),
        "measure": item.measure,
        "age": _age(age(site, item)),
        "breaks": [{"since": found.since, "reason": found.reason} for found in item.breaks],
        "datasets": [source.dataset for source in site.sources(item)],
        "observations": f"{BASE}/indicators/{item.id}/observations",
        "page": f"/indicator/{item.id}",
        "files": {kind.ending: f"/download/{item.id}.{kind.ending}" for kind in indicator_formats()},
    }


def _age(item: Age) -> dict[str, Any]:
    """How current the newest figure is, in the words that the pages say it in."""
    return {
        "state": item.state,
        "newest_period": item.newest,
        "cadence": item.cadence,
        "next_release": item.next_release,
        "words": item.words,
        "newer": [f"{BASE}/indicators/{name}" for name in item.newer],
    }


def observation_record(
    site: Site,
    indicator: Indicator,
    area: Area,
    item: Observation | None,
    period: date | str | None,
    region: Area,
) -> dict[str, Any]:
    """One figure, with the digits that the files have and the words that the pages show; or why there is none
    (in the `period` asked for, or BETWEEN two days). `region` is the one that a neighbourhood lies in."""
    none = _absence(site, indicator, area, item, period, region)
    fields = record(indicator, area, item, none)
    why = {"state": none.state, "reason": none.reason, "address": none.address} if none else None
    numbers = {name: json_number(fields[name]) for name in _NUMBERS}
    return fields | numbers | {"absence": why, "editions": _editions(site, indicator, item)}


def _editions(site: Site, indicator: Indicator, item: Observation | None) -> list[dict[str, Any]]:
    """What one figure has been in the base of the newest, oldest first, and since when it was in the
    publisher's files."""
    if item is None or item.value is None:
        return []
    values = former_values(site, indicator, item.area_code, item.period)
    return [{"value": json_number(each.value), "in_files_by": each.seen} for each in values]


def _absence(
    site: Site,
    indicator: Indicator,
    area: Area,
    item: Observation | None,
    period: date | str | None,
    region: Area,
) -> Absence | None:
    if item is not None and item.value is not None:
        return None
    when = item.period if item else period
    if when == BETWEEN:
        return absent_between(site, indicator, area, region)
    if isinstance(when, date):
        return absent_in(site, indicator, area, when, region)
    return absent(site, indicator, area, region)


def area_record(site: Site, item: Area) -> dict[str, Any]:
    """An area: code, name, level and the codes of the areas it lies within."""
    within = site.geography.within.get(item.code) or _neighbourhoods(site).get(item.code, ())
    return {"area_code": item.code, "area_name": item.name, "level": item.level, "within": sorted(within)}


def _neighbourhoods(site: Site) -> dict[str, list[str]]:
    """The areas that each ward, MSOA and LSOA lies within; read once for a snapshot."""
    sql = (
        "SELECT m.area_code, list(m.within) FROM membership AS m "
        "JOIN areas AS a ON a.area_code = m.area_code "
        "WHERE a.level IN ('ward', 'msoa', 'lsoa') GROUP BY m.area_code"
    )
    return site.store.remember("containers of neighbourhoods", lambda: dict(site.store.rows(sql)))


def dataset_record(site: Site, item: Dataset) -> dict[str, Any]:
    """All that the register says of `item`, its size, its files and the indicators that read it."""
    here = item.dataset in downloadable_datasets(site)
    kinds = dataset_formats(site, item.dataset) if here else []
    return {
        "dataset": item.dataset,
        "title": item.title,
        "description": item.description,
        "publisher": item.publisher,
        "licence": item.licence,
        "licence_url": licence_url(item.licence),
        "source": item.source_url,
        "vintage": item.vintage,
        "cadence": item.cadence,
        "next_release": item.next_release,
        "owner": item.owner,
        "caveat": item.caveat,
        "experimental": item.experimental,
        "rows": shapes_of_tables(site)[item.dataset].rows if here else 0,
        "indicators": [found.id for found in read_by(site, item.dataset)],
        "page": f"/data/{item.dataset}",
        "files": {kind.ending: f"/download/data/{item.dataset}.{kind.ending}" for kind in kinds},
    }
