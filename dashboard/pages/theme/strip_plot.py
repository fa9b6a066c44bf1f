"""The districts of a region on one line, the two ends by name: where a figure stands, or the lack of one."""

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.district_figures import districts
from dashboard.charts.small.strip import strip
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.site import Site

LEAST = 3  # districts that make a spread


def strip_plot(site: Site, indicator: Indicator, region: Area, large: bool = False) -> html.Div | None:
    """The districts' figures as dots, England's as a line, the lowest and the highest named with their
    figures; None below LEAST districts. `large` is for where it stands alone."""
    shown = districts(site, indicator, region)
    named = sorted(shown.named(), key=lambda pair: pair[1]) if shown else []
    if len(named) < LEAST or shown is None:
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
