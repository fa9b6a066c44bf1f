"""Five figures: what most people would ask first of a region, on the public's first page and in its pack."""

from collections.abc import Iterator
from datetime import date

from dashboard.catalogue.first_asked import load_subjects
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.runtime.slips import without_slips
from dashboard.site import Site
from dashboard.statements.age import age, of_years_ago


def chosen(site: Site, region: Area) -> Iterator[Indicator]:
    """The first indicator of each subject that has a figure for the whole region, of those that are still
    published if there are any: nobody is told first what was years ago."""
    file = site.settings.data / "five-figures.toml"
    for names in site.remember(("first asked",), lambda: without_slips(load_subjects, file) or ()):
        held = (site.indicators[name] for name in names if name in site.indicators)
        found = [item for item in held if site.observations(item).latest(region.code)]
        today = date.fromisoformat(site.store.built[:10])
        fresh = [item for item in found if not _old(site, item, region, today)]
        yield from (fresh or found)[:1]


def _old(site: Site, item: Indicator, region: Area, today: date) -> bool:
    """Whether nothing newer is to be counted on, or the newest figure of the region is of years ago."""
    latest = site.observations(item).latest(region.code)
    return age(site, item).dead or (latest is not None and of_years_ago(item, latest.period, today))
