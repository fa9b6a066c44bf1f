"""Two groups beside each other, over time or side by side."""

from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import lasts
from dashboard.charts.chart import Chart, Dot, Dots, Line, Mark, Point
from dashboard.charts.trend_notes import LOOKUPS
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.groups import pairs
from dashboard.site import Site
from dashboard.statements import group_words as words
from dashboard.statements.by_group import GroupGap, group_gaps, one_gap


def groups_chart(site: Site, indicator: Indicator, region: Area) -> Chart | Dots | None:
    """Both groups over time where the region has figures, else the gap of each of its local authorities."""
    found = group_gaps(site, indicator, region)
    if not found:
        return None
    return _lines(site, found[0]) if found[0].area == region else _dots(site, indicator, region, found)


def _lines(site: Site, found: GroupGap) -> Chart:
    indicator = found.indicator
    groups = indicator.between
    series = pairs(site.store, indicator, site.as_of)[found.area.code]

    def line(name: str, field: str, role: str) -> Line:
        say = indicator.period_label
        points = tuple(Point(each.period, say(each.period), getattr(each, field)) for each in series)
        return Line(capital(name), points, role)

    inside = [item for item in indicator.breaks if series[0].period < item.since <= series[-1].period]
    return Chart(
        title=words.title(found),
        subtitle=f"{capital(groups.group)} and {groups.others}. The gap is between the lines.",
        unit=indicator.unit,
        format=lambda value: "–" if value is None else words.level(indicator, value),
        lines=(line(groups.group, "group", "focus"), line(groups.others, "others", "other")),
        summary=words.summary([found]),
        foot=_foot(site, indicator),
        marks=tuple(Mark(item.since, "Break in the series", "break", item.reason) for item in inside),
        intervals=False,
        length=lasts(indicator.period),
    )


def _dots(site: Site, indicator: Indicator, region: Area, found: list[GroupGap]) -> Dots:
    england = one_gap(site, indicator, site.geography.areas[ENGLAND])
    places = [(item, "context") for item in found] + ([(england, "benchmark")] if england else [])
    dots = [
        Dot(
            item.area.name,
            item.gap.figure,
            item.gap.lower,
            item.gap.upper,
            role,
            _when(item, found[0]),
            item.area.code,
        )
        for item, role in places
    ]
    newest = indicator.period_label(max(item.gap.period for item in found))
    return Dots(
        title=words.places_title(indicator, found),
        subtitle=f"{capital(indicator.unit)}, {newest}. Local authorities of {region.name} and England.",
        unit=indicator.unit,
        format=indicator.format,
        dots=tuple(sorted(dots, key=lambda dot: -dot.value)),
        summary=words.summary(found),
        foot=_foot(site, indicator),
    )


def _when(item: GroupGap, other: GroupGap) -> str:
    """The period of a figure that is not that of the others."""
    if item.gap.period == other.gap.period:
        return ""
    return item.indicator.period_label(item.gap.period)


def _foot(site: Site, indicator: Indicator) -> str:
    sources = [item for item in site.sources(indicator) if item.dataset not in LOOKUPS]
    names = "; ".join(f"{item.publisher}, {item.title}" for item in sources)
    return f"Source: {names}. {words.UNTESTED if not _limits(site, indicator) else ''}".strip()


def _limits(site: Site, indicator: Indicator) -> bool:
    latest = site.observations(indicator).latest(ENGLAND)
    return latest is not None and latest.lower is not None
