"""A chart as a frame of its own: its drawing, what it says, and its table."""

from html import escape

from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.selection import Selection
from dashboard.charts.svg.drawing import drawn_for_screens
from dashboard.charts.table import table
from dashboard.charts.trend import trend
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known
from dashboard.web.embeds.document import frame

WIDE, NARROW = (430.0, 230.0), (240.0, 190.0)


def chart_frame(site: Site, indicator: Indicator, region: Area, page: str, theme: str | None) -> bytes | None:
    """The chart of `indicator` in `region`; None where nothing can be drawn. `page` is where it leads to."""
    chart = trend(Selection(site, indicator, region))
    if chart is None:
        return None
    then = f'<p class="note">{escape(figures_known(site, [indicator]))}</p>' if site.as_of else ""
    body = f"""<p class="crumb">{escape(indicator.title)}</p><h1>{escape(chart.title)}</h1>
<p>{escape(chart.subtitle)}</p>
{then}{drawn_for_screens(chart, WIDE, NARROW)}
<p>{escape(chart.summary)}</p>
<details><summary>Show the figures as a table</summary>{_table(indicator, chart)}</details>
<p class="note">{escape(chart.foot)}</p>"""
    return frame(chart.title, body, page, theme)


def _table(indicator: Indicator, chart: Chart | Dots) -> str:
    header, rows = table(chart)
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    caption = f"{escape(indicator.title)}, {escape(indicator.unit)}"
    return (
        f'<div class="table-wrap" tabindex="0" role="region" aria-label="{caption}"><table class="table">'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: list[str]) -> str:
    return f'<th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
