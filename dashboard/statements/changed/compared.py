"""Compared: what differs in one indicator between what was known on two days, area by area."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import A_DAY
from dashboard.datastore.areas import Area
from dashboard.datastore.editions.change_days import basis, change_days
from dashboard.datastore.editions.past_editions import rounded_on
from dashboard.methods.revisions import is_same_figure
from dashboard.site import Site
from dashboard.statements.judgement.judgement import Judgement, judgement
from dashboard.statements.judgement.words import sentence

# In the order in which they are told where an indicator has several.
CHANGE_KINDS = {
    "first": "First figures held",
    "period": "A later period",
    "rebased": "Counted otherwise",
    "revised": "Figures revised",
    "gone": "No longer here",
}


@dataclass(frozen=True)
class DatedFigure:
    """A figure: the first day of its period, and its value."""

    period: date
    value: float


@dataclass(frozen=True)
class AreaChange:
    """What changed in one area, of which `kind` (CHANGE_KINDS).

    `now` and `before`: the newest figure on each day; of a revision without a later period the newest figure
    that was revised, as it is and as it was. `revised`: how many figures that both days have are others, in
    the same base. `statement` and `statement_before`: of each day, both "" where its verdict stayed.
    `turned_to`: the statement that revised figures give of the periods known before, where it is another than
    the one made then, `turned_from`; else both "".
    """

    area: Area
    kind: str
    now: DatedFigure | None
    before: DatedFigure | None
    revised: int = 0
    statement: str = ""
    statement_before: str = ""
    turned_from: str = ""
    turned_to: str = ""

    @property
    def turned(self) -> bool:
        """Whether revised figures alone turn the statement round that was made of the same periods."""
        return bool(self.turned_to)


@dataclass(frozen=True)
class IndicatorChange:
    """What changed of one indicator up to `day`, the last on which it did: an AreaChange for each area."""

    indicator: Indicator
    day: date
    areas: tuple[AreaChange, ...]

    @property
    def kind(self) -> str:
        """The kind that most areas have; of several, the first of CHANGE_KINDS."""
        kinds = [item.kind for item in self.areas]
        return max(CHANGE_KINDS, key=kinds.count)


def compared(
    site: Site, indicator: Indicator, areas: Sequence[Area], since: date, until: date
) -> IndicatorChange | None:
    """What changed of `indicator` in `areas` after `since` and up to `until`; None where nothing did.

    Only recorded days count (change_days): what is known without its day is never told as new.
    """
    days = [day for day in change_days(site.store, indicator) if since < day <= until]
    if not days:
        return None
    codes = tuple(area.code for area in areas)
    key = ("compared", indicator, codes, days[0], days[-1])
    return site.store.remember(key, lambda: _compared(site, indicator, areas, days))


def _compared(
    site: Site, indicator: Indicator, areas: Sequence[Area], days: Sequence[date]
) -> IndicatorChange | None:
    then, now = known_on(site, indicator, days[0] - A_DAY), known_on(site, indicator, days[-1])
    same = basis(site.store, indicator, days[0] - A_DAY) == basis(site.store, indicator, days[-1])
    by_rounding = max(rounded_on(site.store, indicator, day) for day in (days[0] - A_DAY, days[-1]))
    found = [_in_area((then, now), indicator, area, same, by_rounding) for area in areas]
    changed = tuple(item for item in found if item)
    began = changed and all(item.kind == "first" for item in changed)
    return IndicatorChange(indicator, days[0] if began else days[-1], changed) if changed else None


def with_areas(item: IndicatorChange, wanted: Callable[[AreaChange], bool]) -> IndicatorChange | None:
    """`item` with the areas that are `wanted` alone; None where there is none."""
    areas = tuple(area for area in item.areas if wanted(area))
    return replace(item, areas=areas) if areas else None


def known_on(site: Site, indicator: Indicator, day: date) -> Site:
    """The site as known on `day`; that of today, which is worked out already, where nothing came since."""
    later = any(each > day for each in change_days(site.store, indicator))
    return replace(site, as_of=day if later else None)


def _in_area(
    sites: tuple[Site, Site], indicator: Indicator, area: Area, same: bool, by_rounding: float
) -> AreaChange | None:
    """What changed between two days; `same` base, and by how much rounding may have moved a figure."""
    then, now = sites
    old, new = (site.observations(indicator).figures(area.code) for site in sites)
    if old == new:
        return None
    if not old or not new:
        return AreaChange(area, "first" if new else "gone", _newest(new), _newest(old))
    moved = [each for each in new if each in old and not is_same_figure(old[each], new[each], by_rounding)]
    later = max(new) > max(old)
    if same and not moved and old.keys() == new.keys():
        return None  # one of the two is rounded
    if not same:
        kind, revised = "rebased", 0
    else:
        kind, revised = "period" if later else "revised", len(moved) + len(old.keys() - new.keys())
    shown = moved[-1] if moved and not later else None
    pair = [DatedFigure(shown, each[shown]) if shown else _newest(each) for each in (new, old)]
    before, judged = judgement(then, indicator, area), judgement(now, indicator, area)
    verdicts, turned = _turned_statements(before, judged), ("", "")
    if revised:  # without a later period all that is known now are the periods known before
        turned = _turned(before, judgement(now, up_to(indicator, max(old)), area) if later else judged)
    return AreaChange(area, kind, pair[0], pair[1], revised, *verdicts, *reversed(turned))


def up_to(indicator: Indicator, last: date) -> Indicator:
    """`indicator` without the periods after `last`: what revised figures say of the periods known before."""
    own = f"SELECT * FROM (\n{indicator.sql}\n) AS known_before WHERE period <= DATE '{last.isoformat()}'"  # noqa: S608
    return replace(indicator, sql=own)


def _newest(found: Mapping[date, float]) -> DatedFigure | None:
    return DatedFigure(max(found), found[max(found)]) if found else None


def _turned_statements(before: Judgement | None, now: Judgement | None) -> tuple[str, str]:
    """The statements of both days, newest first, where the verdict is another; else nothing.

    Only where both days have the same to judge by: an edition without England or without margins of error
    says less for that alone, and nothing changed.
    """
    if before is None or now is None or _judged_by(before) != _judged_by(now):
        return "", ""
    return ("", "") if _verdict(before) == _verdict(now) else (_words(now), _words(before))


def _judged_by(judged: Judgement) -> tuple[bool, bool]:
    """Whether there is a benchmark, and whether the newest figure has margins of error."""
    return judged.against is not None, judged.latest.lower is not None


def _turned(before: Judgement | None, now: Judgement | None) -> tuple[str, str]:
    """The same where both were judged by one rule against one benchmark: else it was no revision that did
    it."""
    if before is None or now is None or before.change.method != now.change.method:
        return "", ""
    return _turned_statements(before, now)


def _verdict(judged: Judgement) -> tuple[object, ...]:
    """What a statement comes to: its verdict on the change, and the side of the benchmark it is sure of."""
    against = judged.against
    side = (against.direction, against.chance == "beyond") if against else None
    return judged.change.verdict, judged.change.scope, side


def _words(judged: Judgement) -> str:
    text = sentence(judged).removeprefix(f"{judged.indicator.title}: ")
    return capital(text)
