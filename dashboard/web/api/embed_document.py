"""A chart as a page of its own for another site's frame: no script, nothing loaded but our style and font."""

from html import escape

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.charts.chart import Chart, Dots
from dashboard.charts.selection import Selection
from dashboard.charts.svg.drawing import drawn_for_screens
from dashboard.charts.table import table
from dashboard.charts.trend import trend
from dashboard.components.frame.document import PRODUCT
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.as_of_words import figures_known

WIDE, NARROW = (430.0, 230.0), (240.0, 190.0)


def embedded(site: Site, indicator: Indicator, region: Area, base: str) -> bytes | None:
    """The document of `indicator` in `region`, as UTF-8; None where nothing can be drawn.

    `base` is this site's own address: links leave the frame.
    """
    chart = trend(Selection(site, indicator, region))
    if chart is None:
        return None
    svg = drawn_for_screens(chart, WIDE, NARROW)
    day = site.as_of.isoformat() if site.as_of else None
    page = f"{base}{link(f'/indicator/{indicator.id}', region, as_of=day)}"
    then = f'<p class="note">{escape(figures_known(site, [indicator]))}</p>' if day else ""
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(chart.title)} – {PRODUCT}</title>
<link rel="stylesheet" href="/assets/app.css"><link rel="stylesheet" href="/assets/embed.css"></head>
<body class="embed"><main>
<p class="crumb">{escape(indicator.title)}</p><h1>{escape(chart.title)}</h1><p>{escape(chart.subtitle)}</p>
{then}{svg}
<p>{escape(chart.summary)}</p>
<details><summary>Show the figures as a table</summary>{_table(indicator, chart)}</details>
<p class="note">{escape(chart.foot)}</p>
<p><a href="{escape(page)}" target="_blank" rel="noopener">See this on {PRODUCT} (opens in a new tab)</a></p>
</main></body></html>
""".encode()


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
