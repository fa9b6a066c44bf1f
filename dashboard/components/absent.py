"""Why there is no figure, with the way to where it is published or to the larger area that has one."""

from collections.abc import Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import PLACES, Area
from dashboard.site import Site
from dashboard.statements.absence.absence import Absence
from dashboard.statements.absence.absent import absent_inside
from dashboard.statements.map_words import only_for
from dashboard.statements.neighbourhood_words import not_here

WHERE = "Where it is published"


def why_none(none: Absence, levels: Sequence[str] = ()) -> html.P:
    """Why an area has no figure of its own; `levels` are those inside it that have figures."""
    sentence = only_for(none, levels) if levels else f"{none.full}."
    return html.P([sentence, *published_at(none.address)], className="panel-missing")


def cell_words(none: Absence, region: Area) -> list[str | Component]:
    """The same in a cell of a table beside the area's name; `region` is the one looked from."""
    whole = none.instead
    there = []
    if whole and whole.level in PLACES:
        there = [" ", dcc.Link(f"See {whole.name}", href=link(f"/place/{whole.code}", region))]
    return [none.sentence, *there, *published_at(none.address)]


def published_at(address: str) -> list[str | Component]:
    """The way to where a figure is published, if any is known."""
    return [" ", html.A(WHERE, href=address)] if address else []


def nothing_inside(site: Site, indicator: Indicator, region: Area) -> list[str | Component]:
    """That a measure has no figures for the small areas of `region`, why, and where they are published."""
    none = absent_inside(site, indicator, region, "lsoa")
    return [not_here(indicator, none), *published_at(none.address)]
