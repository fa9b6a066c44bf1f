"""The districts of a region on one line, the two ends by name: where a figure stands, or the lack of one."""

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.district_figures import districts
from dashboard.charts.small.strip import strip
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site

FEWEST_DISTRICTS = 3  # districts that make a spread


def strip_plot(site: Site, indicator: Indicator, region: Area, large: bool = False) -> html.Div | None:
    """The districts' figures as dots, England's as a line, the lowest and the highest named with their
    figures; None below FEWEST_DISTRICTS. `large` is for where it stands alone."""
    named = _ordered(site, indicator, region)
    shown = districts(site, indicator, region)
    if not named or shown is None:
        return None
    there = site.observations(indicator).at(ENGLAND, shown.period) if indicator.statistic != "count" else None
    england = there.value if there else None
    ends = [html.Span(f"{name} {indicator.format(value)}") for name, value in (named[0], named[-1])]
    if england is not None:
        ends.insert(1, html.Span(f"England {indicator.format(england)}", className="strip-middle"))
    drawn = strip([value for _, value in named], england)
    return html.Div(
        [html.Div(className="strip", **{"data-svg": drawn, "aria-hidden": "true"}), html.P(ends)],
        className="strip-plot large" if large else "strip-plot",
    )


def lowest_to_highest(site: Site, indicator: Indicator, region: Area) -> str:
    """The two ends of the line in words, for where it is folded; "" where there is no line."""
    named = _ordered(site, indicator, region)
    if not named:
        return ""
    low, high = (f"{indicator.format(value)} in {name}" for name, value in (named[0], named[-1]))
    return f"From {low} to {high}"


def _ordered(site: Site, indicator: Indicator, region: Area) -> list[tuple[str, float]]:
    """The districts with their figures, lowest first; none below FEWEST_DISTRICTS."""
    shown = districts(site, indicator, region)
    named = sorted(shown.named(), key=lambda pair: pair[1]) if shown else []
    return named if len(named) >= FEWEST_DISTRICTS else []
