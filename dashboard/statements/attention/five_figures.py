"""Five figures: what most people would ask first of a region, on the public's first page and in its pack."""

from collections.abc import Iterator

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.age import age

# What most people would ask first of each subject; the next where the region has no figure of its own.
SUBJECTS = (
    ("employment/employment_2024_25", "employment/universal_credit"),
    ("employment/weekly_pay", "economy/household_income", "employment/job_adverts"),
    ("housing/private_rent", "housing/median_price", "housing/temporary_accommodation"),
    ("transport/bus_journeys_per_head", "transport/road_traffic_per_head"),
    ("people/healthy_life_expectancy_female", "people/population_change"),
)


def chosen(site: Site, region: Area) -> Iterator[Indicator]:
    """The first indicator of each subject that has a figure for the whole region, of those that are still
    published if there are any: nobody is told first what was years ago."""
    for names in SUBJECTS:
        held = (site.indicators[name] for name in names if name in site.indicators)
        found = [item for item in held if site.observations(item).latest(region.code)]
        alive = [item for item in found if not age(site, item).dead]
        yield from (alive or found)[:1]
