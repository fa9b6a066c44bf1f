"""Five figures: what most people would ask first of a region, on the public's first page and in its pack."""

from collections.abc import Iterator

from dashboard.catalogue.first_asked import load_subjects
from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.site import Site
from dashboard.statements.age import age


def chosen(site: Site, region: Area) -> Iterator[Indicator]:
    """The first indicator of each subject that has a figure for the whole region, of those that are still
    published if there are any: nobody is told first what was years ago."""
    file = site.settings.data / "five-figures.toml"
    for names in site.remember(("first asked",), lambda: load_subjects(file)):
        held = (site.indicators[name] for name in names if name in site.indicators)
        found = [item for item in held if site.observations(item).latest(region.code)]
        alive = [item for item in found if not age(site, item).dead]
        yield from (alive or found)[:1]
