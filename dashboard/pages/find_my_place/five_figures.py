"""Five figures of the region on the public's first page: each dated, beside England and the one before."""

from collections.abc import Iterator

from dash import html

from dashboard.catalogue.indicators import Indicator
from dashboard.components.headline import headline_card
from dashboard.datastore.areas import Area
from dashboard.site import Site

# What most people would ask first of each subject; the next where the region has no figure of its own.
SUBJECTS = (
    ("employment/employment_2024_25", "employment/universal_credit"),
    ("employment/weekly_pay", "economy/household_income", "employment/job_adverts"),
    ("housing/private_rent", "housing/median_price", "housing/temporary_accommodation"),
    ("transport/bus_journeys_per_head", "transport/road_traffic_per_head"),
    ("people/healthy_life_expectancy_female", "people/population_change"),
)


def five_figures(site: Site, region: Area) -> html.Section | None:
    """A card for each subject of which the region has a figure; None where it has none."""
    cards = [headline_card(site, indicator, region, region) for indicator in chosen(site, region)]
    if not cards:
        return None
    heading = html.H2("In figures", id="in-figures")
    return html.Section(
        [html.Div(heading, className="section-head"), html.Div(cards, className="grid grid-five")],
        className="section",
        **{"aria-labelledby": "in-figures"},
    )


def chosen(site: Site, region: Area) -> Iterator[Indicator]:
    """The first indicator of each subject that has a figure for the whole region."""
    for names in SUBJECTS:
        held = (site.indicators[name] for name in names if name in site.indicators)
        found = next((item for item in held if site.observations(item).latest(region.code)), None)
        if found:
            yield found
