"""Evidence: what is known of one place for one audience on one day, asked for by the sections of a pack."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.absences import absences
from dashboard.charts.ahead import ahead_of, fan_shown, track_words
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.map_geometry import geometry, larger
from dashboard.charts.map_svg import NAME_SIZE, map_svg, ramp
from dashboard.charts.mapped import Mapped, levels_with_figures, mapped
from dashboard.charts.selection import Selection
from dashboard.charts.trend import by_place, trend
from dashboard.datastore.areas import NEIGHBOURHOODS, REGIONS, Area
from dashboard.packs.admission import find_indicator
from dashboard.packs.model import SourceNote
from dashboard.packs.pictures import MapPicture, Picture, Shade, says_one_figure
from dashboard.packs.words import origins
from dashboard.site import Site
from dashboard.statements.age import age
from dashboard.statements.attention.attention import attention_list, statement, with_targets
from dashboard.statements.attention.statement import Statement
from dashboard.statements.commuting_words import stay_said
from dashboard.statements.map_words import class_ranges, map_summary, map_title
from dashboard.statements.outlook.record_targets import targets_of
from dashboard.statements.revision_words import FILES, before_words, former_figures
from dashboard.statements.station_words import stations_said


@dataclass(frozen=True)
class PackEvidence:
    """`site` holds only what may enter; `unfiltered_site` is the site as opened, to say why
    something may not.

    `name` is the brief's. `drawn` are the indicators that have a chart already: none is drawn twice;
    `asked_about` those that the brief asks about: no later section says them again.
    """

    site: Site
    unfiltered_site: Site
    place: Area
    audience: str
    day: date
    name: str = ""
    drawn: set[str] = field(default_factory=set, compare=False)
    asked_about: set[str] = field(default_factory=set, compare=False)

    @cached_property
    def region(self) -> Area | None:
        """The city region that the place lies in; None for a region itself or a place in none."""
        region = self.site.geography.region_of(self.place.code)
        return None if region == self.place else region

    @cached_property
    def statements(self) -> list[Statement]:
        """What is said of the place, held to the targets set for it, in the order of attention.

        What the office has parked on the pack's day is left out, as on the screen.
        """
        aside = self.site.record.set_aside(self.place.code, self.day)
        return [item for item in self._statements() if item.indicator not in aside]

    def _statements(self) -> list[Statement]:
        targets = targets_of(self.site, self.place.code)
        if self.place.level in REGIONS and self.unfiltered_site.as_of is None:
            kept = self.site.indicators
            found = [
                item for item in attention_list(self.unfiltered_site, self.place) if item.indicator in kept
            ]
        else:
            found = [self._statement(indicator) for indicator in self.site.indicators.values()]
        return with_targets(self.site, self.place, [item for item in found if item], targets)

    def _statement(self, indicator: Indicator) -> Statement | None:
        key = ("pack statement", indicator, self.place.code)
        return self.site.remember(key, lambda: statement(self.site, indicator, self.place))

    def chosen(self, keys: Iterable[str]) -> list[Indicator]:
        """The indicators that a brief names, without those that were not published yet on a past day.

        Raises PackRefused for one that does not exist or may not enter.
        """
        found = (
            find_indicator(self.site, self.unfiltered_site, key, self.audience, self.day) for key in keys
        )
        return [item for item in found if item]

    def in_order(self, theme: str) -> list[Indicator]:
        """The theme's indicators, those that need attention most first."""
        return [self.site.indicators[item.indicator] for item in self.statements if item.theme == theme]

    def picture(self, indicator: Indicator, width: str = "half") -> Picture | None:
        """The chart of `indicator` in the place beside its region and England; None without figures, where
        all of them read the same, and where the pack has it already."""
        if indicator.id in self.drawn:
            return None
        today = f"{datetime.now(UTC):%Y-%m-%d}"  # what lies ahead is said as of it
        key = ("pack chart", indicator, self.place.code, self.site.record.stamp(), today)
        chart, ahead = self.site.remember(key, lambda: self._chart(indicator))
        if chart is None or says_one_figure(chart):
            return None
        self.drawn.add(indicator.id)
        return Picture(indicator, self.place, chart, width, ahead)

    @property
    def made_into(self) -> Path:
        """Where scheduled packs are made, and what they last held is kept."""
        return self.site.settings.data / "packs"

    def newest(self, indicator: Indicator) -> date | None:
        """The newest period of the place, or of any place in it where it has no figure; None without any."""
        observations = self.site.observations(indicator)
        codes = [self.place.code, *(area.code for area in self.site.geography.members(self.place.code))]
        found = [item.period for code in codes if (item := observations.latest(code))]
        return found[0] if observations.latest(self.place.code) else max(found, default=None)

    def _chart(self, indicator: Indicator) -> tuple[Chart | Dots | None, tuple[str, ...]]:
        """The chart as the screen draws it unasked, with its fan and paths to targets, and their words."""
        beside = (self.region,) if self.region and indicator.statistic != "count" else ()
        found = ahead_of(self.site, indicator, self.place)
        shown = found if fan_shown(found, "") else None
        chosen = Selection(self.site, indicator, self.place, beside, outlook=shown, paths=True)
        chart, track = self._with_before(by_place(chosen) or trend(chosen), indicator), track_words(chosen)
        counted = self._counted(indicator)
        if isinstance(chart, Dots) or not (shown or track):
            return chart, counted
        return chart, (*filter(None, (*track, found.text, found.tested)), *counted)

    def _counted(self, indicator: Indicator) -> tuple[str, ...]:
        """What pages list beside a figure, in a sentence: the most used station, those who stay to work."""
        asked = (self.site, indicator, self.place)
        return (*stations_said(*asked), *stay_said(*asked))

    def _with_before(self, chart: Chart | Dots | None, indicator: Indicator) -> Chart | Dots | None:
        """`chart` with what its newest revised figure was before, at its foot."""
        found = former_figures(self.site, indicator, self.place)
        if chart is None or not found:
            return chart
        return replace(chart, foot=f"{chart.foot} {before_words(indicator, found[0])} {FILES}")

    def map(self, indicator: Indicator, level: str = "", names: float = NAME_SIZE) -> MapPicture | None:
        """The map of `indicator` in the place: at `level` where it has figures, else at the largest areas;
        `names` is the size of their names (map_svg)."""
        levels = levels_with_figures(self.site, indicator, self.region or self.place)
        wanted = [level] if level in levels else list(levels)
        drawn = (mapped(self.site, indicator, self.place, each) for each in wanted)
        shown = next((item for item in drawn if len(item.figures) > 1), None)
        return self._drawn(shown, names) if shown else None

    def _drawn(self, shown: Mapped, names: float) -> MapPicture:
        indicator = shown.indicator
        key = ("pack geometry", self.place.code, shown.shapes)
        document = self.site.store.remember(key, lambda: geometry(self.site, self.place, shown.shapes))
        document = document | {"named": shown.labels(document["areas"])}
        around = larger(self.site, self.place) if shown.level in NEIGHBOURHOODS else ()
        title = map_title(indicator, self.place, shown.level, shown.period)
        summary = map_summary(indicator, shown.level, shown.named(), shown.without, shown.fitted)
        values = [
            shown.figures[area.code].value if area.code in shown.figures else None for area in shown.areas
        ]
        ranges = class_ranges(indicator, shown.classes, values)
        colours = ramp(len(ranges))

        def draw(letters: float, ends: bool = True) -> str:
            always = shown.ends() if ends else ()
            return map_svg(document, shown.class_of(), colours, title, summary, letters, around, always)

        return MapPicture(
            shown,
            title,
            summary,
            draw(names),
            draw,
            tuple(Shade(colour, *spread) for colour, spread in zip(colours, ranges, strict=True)),
            self.foot(indicator),
            absences(self.site, shown),
        )

    def foot(self, indicator: Indicator) -> str:
        """Source and caveat of a figure."""
        names = "; ".join(", ".join(pair) for pair in origins(self.site.sources(indicator)))
        return f"Source: {names}. {indicator.caveat.strip()}"

    def source(self, indicator: Indicator) -> SourceNote:
        """What the data notes say of `indicator`."""
        sources = self.site.sources(indicator)
        latest = self.site.observations(indicator).latest(self.place.code)
        return SourceNote(
            indicator,
            origins(sources),
            "; ".join(dict.fromkeys(item.licence for item in sources if item.licence)),
            age(self.site, indicator).after(indicator.period_label(latest.period) if latest else ""),
            any(item.experimental for item in sources),
            tuple(former_figures(self.site, indicator, self.place)),
        )
