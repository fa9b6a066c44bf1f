"""What figures were before: a table of every value that each has had, folded, for the region and the places
chosen."""

from collections.abc import Iterator
from itertools import islice

from dash import html

from dashboard.charts.selection import Selection
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.statements.revision_words import FILES, each_value, former_figures, rounded_words

NEWEST = "Of places that are not chosen above you see the newest figure that was revised; choose one for all."
HEADER = ["Place and period", "Now", "It was before"]


def former_section(chosen: Selection) -> html.Details | None:
    """The folded table, the newest period of each place first, and one figure of every place inside; None
    where no figure has been another."""
    areas = dict.fromkeys((chosen.region, *chosen.places))
    rows = [row for area in areas for row in _rows(chosen, area)]
    others = [area for area in chosen.members if area not in areas]
    short = [row for area in others for row in islice(_rows(chosen, area), 1)]
    if not (rows or short):
        return None
    said = (FILES, rounded_words(chosen.site, chosen.indicator), NEWEST if short else "")
    notes = " ".join(filter(None, said))
    caption = f"{chosen.indicator.title}: what figures were in earlier editions"
    table = data_table(HEADER, [*rows, *short], caption, wide=True)
    return html.Details(
        [html.Summary("What these figures were before"), html.P(notes, className="note"), table],
        className="chart-table former-figures",
    )


def _rows(chosen: Selection, area: Area) -> Iterator[list]:
    indicator = chosen.indicator
    for item in former_figures(chosen.site, indicator, area):
        now, *before = reversed(each_value(indicator, item))
        place = f"{area.name}, {indicator.period_label(item.period)}"
        yield [place, now, html.Ul([html.Li(text) for text in before], className="former-values")]
