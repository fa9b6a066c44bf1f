"""Between two days: all that changed for a region, a place, a theme or an indicator, in one answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import change_days
from dashboard.datastore.published import published
from dashboard.record_port import Decided
from dashboard.site import Site
from dashboard.statements.changed.compared import IndicatorChange, compared
from dashboard.statements.changed.promised import PromiseEvent, promise_events

LOG = "dataset_log"


@dataclass(frozen=True)
class ChangesQuery:
    """What is asked: what changed after `since` and up to `until`, for a region and its places or one
    `place`.

    `theme` and `indicator` (its id) leave out all others; "" leaves out none. Of one indicator each edition
    between the two days is told by itself.
    """

    region: Area
    since: date
    until: date
    place: Area | None = None
    theme: str = ""
    indicator: str = ""


@dataclass(frozen=True)
class DatasetEvent:
    """A dataset that came ("new") or was taken away ("withdrawn") on `day`."""

    dataset: str
    title: str
    day: date
    event: str


@dataclass(frozen=True)
class DecisionEvent:
    """A decision that was taken, changed, reviewed or withdrawn; `day` is when, `review` when it is to be
    looked at again."""

    id: str
    title: str
    event: str
    day: date
    review: date


@dataclass(frozen=True)
class Changes:
    """The answer. `undated`: of how many indicators asked for nobody recorded when their figures came out."""

    asked: ChangesQuery
    indicators: tuple[IndicatorChange, ...]
    datasets: tuple[DatasetEvent, ...]
    decisions: tuple[DecisionEvent, ...]
    promises: tuple[PromiseEvent, ...]
    undated: int
    of: int


def changes_between(site: Site, asked: ChangesQuery) -> Changes:
    """All that `asked` asks for, as `site` may see it. Nothing that is not recorded with its day is told."""
    wanted = indicators_of(site, asked.theme, asked.indicator)
    areas = areas_of(site, asked.region, asked.place)
    found = [change for item in wanted for change in _of(site, asked, item, areas)]
    whole = not (asked.theme or asked.indicator)
    return Changes(
        asked,
        tuple(sorted(filter(None, found), key=newest_first)),
        tuple(_datasets(site, asked)) if whole else (),
        tuple(_decisions(site, asked)) if whole and not asked.place else (),
        tuple(_promises(site, asked)) if whole and not asked.place else (),
        sum(not change_days(site.store, item) for item in wanted),
        len(wanted),
    )


def _of(
    site: Site, asked: ChangesQuery, item: Indicator, areas: Sequence[Area]
) -> Iterator[IndicatorChange | None]:
    """What changed of one indicator: between the two days; where it alone is asked for, edition by
    edition."""
    if not asked.indicator:
        yield compared(site, item, areas, asked.since, asked.until)
        return
    for day in change_days(site.store, item):
        if asked.since < day <= asked.until:
            yield compared(site, item, areas, day - A_DAY, day)


def before_snapshot(site: Site) -> date:
    """The day before the figures that are served were put together: since then is since the last snapshot."""
    return date.fromisoformat(site.store.built[:10]) - A_DAY


def newest_first(item: IndicatorChange) -> tuple[int, str]:
    """The order of changes: the newest day first, then by indicator. It tells nothing but that."""
    return -item.day.toordinal(), item.indicator.id


def indicators_of(site: Site, theme: str = "", indicator: str = "") -> list[Indicator]:
    """The indicators of `site` that are asked for."""
    return [
        item for item in site.indicators.values() if theme in ("", item.theme) and indicator in ("", item.id)
    ]


def areas_of(site: Site, region: Area, place: Area | None) -> Sequence[Area]:
    """The areas that are asked for: the place alone, else the region and its places."""
    return [place] if place else [region, *site.geography.places(region.code)]


def _datasets(site: Site, asked: ChangesQuery) -> list[DatasetEvent]:
    if LOG not in site.store.tables():
        return []
    sql = f"SELECT dataset, title, day, event FROM {LOG} WHERE day > ? AND day <= ? ORDER BY day DESC, title"  # noqa: S608
    return [DatasetEvent(*row) for row in site.store.rows(sql, [asked.since, asked.until])]


def _promises(site: Site, asked: ChangesQuery) -> list[PromiseEvent]:
    return promise_events(site, asked.region.code, asked.since, asked.until)


def _decisions(site: Site, asked: ChangesQuery) -> list[DecisionEvent]:
    if site.settings.audience == "public":
        return _published(site, asked)
    before = {item.id: item for item in site.record.at(asked.since).decisions(date.max)}
    now = {item.id: item for item in site.record.at(asked.until).decisions(date.max)}
    events = []
    for item in now.values():
        old = before.get(item.id)
        event = "taken" if old is None else _event(old, item)
        if event and item.region == asked.region.code:
            events.append(DecisionEvent(item.id, item.title, event, _day(event, item), item.review))
    gone = [item for key, item in before.items() if key not in now and item.region == asked.region.code]
    events += [DecisionEvent(item.id, item.title, "withdrawn", asked.until, item.review) for item in gone]
    return sorted(events, key=lambda item: (-item.day.toordinal(), item.id))


def _event(old: Decided, new: Decided) -> str:
    if new.reviewed != old.reviewed:
        return "reviewed"
    return "changed" if new != old else ""


def _day(event: str, item: Decided) -> date:
    return item.reviewed if event == "reviewed" and item.reviewed else item.day


def _published(site: Site, asked: ChangesQuery) -> list[DecisionEvent]:
    """The public's: decisions that the office has published, by the day on which they were taken."""
    found = []
    for item in published(site.settings.data):
        day, review = date.fromisoformat(item["day"]), date.fromisoformat(item["review"])
        if item["region"] == asked.region.code and asked.since < day <= asked.until:
            found.append(DecisionEvent(item["id"], item["title"], "taken", day, review))
    return sorted(found, key=lambda item: (-item.day.toordinal(), item.id))
