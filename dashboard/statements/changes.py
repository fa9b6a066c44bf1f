"""Changes: what is new between two snapshots, in a sentence for each indicator."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.store import DatastoreError
from dashboard.site import Site

KINDS = {
    "period": "A later period",
    "revised": "Newest figure revised",
    "earlier": "Earlier figures revised",
    "new": "New here",
    "gone": "No longer here",
}


@dataclass(frozen=True)
class Held:
    """What a snapshot holds of an indicator for an area: its newest figure and the sum of all before it."""

    period: str
    value: float
    earlier: float


Digest = dict[str, dict[str, Held]]


@dataclass(frozen=True)
class Change:
    """What is new about one indicator: its kind (of KINDS) and a sentence."""

    indicator: str
    kind: str
    title: str
    text: str


def digest(site: Site, areas: Iterable[Area]) -> Digest:
    """What `site` holds of every indicator for `areas`, by indicator and area code.

    An indicator whose SELECT an older snapshot cannot answer is left out: there it did not exist.
    """
    codes = [area.code for area in areas]
    found: Digest = {}
    for key, indicator in site.indicators.items():
        try:
            held = _held(site, indicator, codes)
        except DatastoreError:
            continue
        if held:
            found[key] = held
    return found


def _held(site: Site, indicator: Indicator, codes: list[str]) -> dict[str, Held]:
    observations = site.observations(indicator)
    found = {}
    for code in codes:
        figures = [item for item in observations.series(code) if item.value is not None]
        if figures:
            last = figures[-1]
            # Each figure weighed by its period, so that two that trade places are seen.
            earlier = sum(item.value * item.period.toordinal() for item in figures[:-1])
            found[code] = Held(last.period.isoformat(), last.value, round(earlier, 6))
    return found


def plain(found: Digest) -> dict[str, Any]:
    """A digest as JSON can hold it."""
    return {key: {code: asdict(item) for code, item in areas.items()} for key, areas in found.items()}


def from_plain(found: Mapping[str, Any]) -> Digest:
    """A digest from what `plain` gave."""
    return {key: {code: Held(**item) for code, item in areas.items()} for key, areas in found.items()}


def changes(site: Site, before: Digest, now: Digest, place: Area) -> list[Change]:
    """What is in `now` (of `site`) and was not in `before`, for `place` and the areas of the digests."""
    found = []
    for key, indicator in site.indicators.items():
        here, there = now.get(key, {}), before.get(key, {})
        if here != there:
            found.append(_change(site, indicator, place, there, here))
    gone = [key for key in before if key not in site.indicators]
    titles = {key: key.split("/")[1].replace("_", " ").capitalize() for key in gone}
    return found + [Change(key, "gone", titles[key], f"{titles[key]}: no longer here.") for key in gone]


def _change(
    site: Site, indicator: Indicator, place: Area, before: Mapping[str, Held], now: Mapping[str, Held]
) -> Change:
    title = indicator.title
    if not before:
        return Change(
            indicator.id, "new", title, f"{title}: new here. {_figure(indicator, place, now)}".strip()
        )
    if not now:
        return Change(indicator.id, "gone", title, f"{title}: it has no figure here any more.")
    newest = max(item.period for item in now.values())
    if newest > max(item.period for item in before.values()):
        label = indicator.period_label(date.fromisoformat(newest))
        text = f"{title}: figures for {label} are out. {_moved(indicator, place, before, now)}"
        return Change(indicator.id, "period", title, text.strip())
    changed = [code for code in now if code not in before or _newest(now[code]) != _newest(before[code])]
    kind = "revised" if changed else "earlier"
    what = "the newest figure was revised" if changed else "earlier figures were revised"
    areas = len(changed) or sum(now[code] != before.get(code) for code in now)
    many = "1 area" if areas == 1 else f"{areas} areas"
    text = f"{title}: {what} for {many}. {_moved(indicator, place, before, now)}"
    return Change(indicator.id, kind, title, text.strip())


def _newest(item: Held) -> tuple[str, float]:
    return item.period, item.value


def _figure(indicator: Indicator, place: Area, held: Mapping[str, Held]) -> str:
    item = held.get(place.code)
    return f"{place.name}: {_words(indicator, item)}." if item else ""


def _moved(indicator: Indicator, place: Area, before: Mapping[str, Held], now: Mapping[str, Held]) -> str:
    """From which figure to which the place itself went; nothing where it did not change."""
    new, old = now.get(place.code), before.get(place.code)
    if new is None or old is None or _newest(new) == _newest(old):
        return ""
    if new.period == old.period:
        return f"{place.name}: {_words(indicator, new)}, {indicator.format(old.value)} before."
    return f"{place.name}: {_words(indicator, new)}; before, {_words(indicator, old)}."


def _words(indicator: Indicator, item: Held) -> str:
    return f"{indicator.format(item.value)} {indicator.period_phrase(date.fromisoformat(item.period))}"
