"""The stages of a promise as a list: what each asks of which figure, and whether it is reached."""

from collections.abc import Sequence

from dash import dcc, html

from dashboard.address.address import link
from dashboard.catalogue.periods import day_words
from dashboard.components.age_notice import dead_warning
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.outlook.promise_stages import DONE, STATES, StageStanding

TAGS = dict.fromkeys(DONE, "tag tag-good") | dict.fromkeys(("missed", "back"), "tag tag-due")


def stage_list(site: Site, region: Area, found: Sequence[StageStanding]) -> html.Ol:
    """Every stage by date: its state in words, what it asks, and the figure. That newer figures are not to be
    counted on is said with the last stage of an indicator."""
    last = {item.aim.indicator: item for item in found}
    return html.Ol([_stage(site, region, item, last[item.aim.indicator] is item) for item in found])


def _stage(site: Site, region: Area, item: StageStanding, warned: bool) -> html.Li:
    aim = item.aim
    asked = (
        dcc.Link(item.goal, href=link(f"/indicator/{aim.indicator}", region))
        if aim.indicator in site.indicators
        else item.goal
    )
    return html.Li(
        [
            html.P(
                [
                    html.Strong(f"{aim.name}, by {day_words(aim.due)}"),
                    " ",
                    html.Span(STATES[item.state], className=TAGS.get(item.state, "tag")),
                ]
            ),
            html.P(asked) if item.goal else None,
            html.P(item.sentence, className="note"),
            dead_warning(site, site.indicators.get(aim.indicator)) if warned else None,
        ]
    )
