"""The figures kept with evidence: whether they still stand, and a table of them as they stood."""

from collections.abc import Sequence

from dash import html

from dashboard.catalogue.periods import day_words
from dashboard.components.tables import data_table
from dashboard.site import Site
from dashboard.statements.evidence_words import Kept, compare_then_and_now, place_name


def kept_figures(site: Site, title: str, snapshot: str, kept: Sequence[Kept]) -> list:
    """A sentence on whether the evidence still stands and, folded, its figures as they stood."""
    element = html.P(compare_then_and_now(site, snapshot, kept), className="note")
    return [element, _figures(site, title, kept)] if kept else [element]


def _figures(site: Site, title: str, kept: Sequence[Kept]) -> html.Details:
    many = len({item.indicator for item in kept}) > 1
    rows = [_row(site, item, many) for item in kept]
    header = [*(["Indicator"] if many else []), "Place", "Period", "Figure"]
    table = data_table(header, rows, f"{title}: the newest figure of each place")
    count = "figure" if len(kept) == 1 else f"{len(kept)} figures"
    return html.Details([html.Summary(f"The {count} as they stood"), table])


def _row(site: Site, item: Kept, many: bool) -> list[str]:
    indicator = site.indicators.get(item.indicator)
    when = indicator.period_label(item.period) if indicator else day_words(item.period)
    figure = indicator.format(item.value) if indicator else f"{item.value:g}"
    name = indicator.title if indicator else item.indicator
    return [*([name] if many else []), place_name(site, item.area_code), when, figure]
