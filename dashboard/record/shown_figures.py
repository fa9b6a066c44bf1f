"""Shown: which figures a page shows, so that a frozen view of it keeps them."""

from dashboard.address.page import Address
from dashboard.record.kinds import FrozenFigure
from dashboard.site import Site


def figures(site: Site, address: Address) -> tuple[FrozenFigure, ...]:
    """The newest figures that the page at `address` shows; none for a page of other things."""
    found = []
    for indicator, codes in address.page.figures(site, address):
        observations = site.observations(indicator)
        latest = [observations.latest(code) for code in dict.fromkeys(codes)]
        found += [
            FrozenFigure(item.area_code, item.period, item.figure, indicator.id) for item in latest if item
        ]
    return tuple(found)
