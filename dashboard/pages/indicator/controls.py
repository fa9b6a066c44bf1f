"""The controls of the indicator page: places, similar areas, margin of error, and the size of the areas."""

from collections.abc import Sequence

from dash import html

from dashboard.charts.selection import Selection
from dashboard.charts.similar import BASES
from dashboard.components import mantine as dmc
from dashboard.components.controls import folded, select, switch
from dashboard.pages.indicator.places_control import places_control
from dashboard.statements.map_words import LEVEL_NAMES
from dashboard.statements.outlook.outlook import Outlook

SHOWN = {"shown": "Shown", "hidden": "Hidden"}


def indicator_controls(chosen: Selection, basis: str, found: Outlook, ahead: bool) -> html.Div:
    """What is drawn beside the region; `basis` is one of similar.BASES, `ahead` whether `found` is drawn."""
    bases = {key: name for key, (name, _) in BASES.items()}
    chosen_from = html.Div(
        [
            places_control(chosen.site, chosen.region, chosen.places),
            select("basis", "Similar areas (ONS)", bases, basis),
            _intervals_control(chosen),
            _shown_or_hidden("ahead", "If recent patterns continue", ahead) if found.steps else None,
        ],
        className="controls indicator-controls",
    )
    return folded(chosen_from)


def _intervals_control(chosen: Selection) -> dmc.Select | None:
    """Offered where the region's figures have limits to show."""
    latest = chosen.site.observations(chosen.indicator).latest(chosen.region.code)
    if latest is None or latest.lower is None:
        return None
    return _shown_or_hidden("intervals", "Margin of error", chosen.intervals)


def _shown_or_hidden(name: str, label: str, shown: bool) -> dmc.Select:
    return select(name, label, SHOWN, "shown" if shown else "hidden")


def level_switch(levels: Sequence[str], level: str) -> dmc.SegmentedControl | None:
    """Chooses among the `levels` that have figures; None where there is nothing to choose."""
    if len(levels) < 2:
        return None
    return switch("level", "Size of the areas", {key: LEVEL_NAMES[key][0] for key in levels}, level)
