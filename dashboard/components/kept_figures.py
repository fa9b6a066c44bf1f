"""The figures kept with evidence: whether they still stand, and a table of them as they stood."""

from collections.abc import Sequence
from datetime import date

from dash import html

from dashboard.components.tables import data_table
from dashboard.site import Site
from dashboard.statements.evidence_words import stands

Kept = Sequence[tuple[str, date, float]]


def kept_figures(site: Site, title: str, snapshot: str, indicator_id: str, kept: Kept) -> list:
    """A sentence on whether the evidence still stands and, folded, its figures as they stood.

    `kept`: area code, first day of the period and value of each figure, in the indicator's unit.
    """
    said = html.P(stands(site, snapshot, indicator_id, kept), className="note")
    return [said, _figures(site, title, indicator_id, kept)] if kept else [said]


def _figures(site: Site, title: str, indicator_id: str, kept: Kept) -> html.Details:
    indicator = site.indicators.get(indicator_id)
    rows = []
    for code, period, value in kept:
        area = site.geography.areas.get(code)
        when = indicator.period_label(period) if indicator else period.isoformat()
        rows.append(
            [area.name if area else code, when, indicator.format(value) if indicator else f"{value:g}"]
        )
    table = data_table(["Place", "Period", "Figure"], rows, f"{title}: the newest figure of each place")
    return html.Details([html.Summary("The figures as they stood"), table])
