"""What may be chosen of a pack besides its brief: indicators to add, and the day whose figures it holds."""

from datetime import date

from dashboard.address.page import Address
from dashboard.components import mantine as dmc
from dashboard.components.controls import select, select_several
from dashboard.packs.brief import MOST_ADDED
from dashboard.site import Site
from dashboard.statements.as_of_words import day_of

MONTHS = 24  # first days of months that are offered


def pack_indicators(site: Site, address: Address) -> dmc.MultiSelect:
    """Indicators that get a wide chart each, in the address as `indicators`."""
    return select_several(
        "indicators",
        f"Add indicators (up to {MOST_ADDED})",
        {name: {item.id: item.title for item in site.in_theme(theme)} for theme, name in site.themes.items()},
        [item.id for item in address.indicators],
        clear="Clear the indicators",
        maxValues=MOST_ADDED,
        searchable=True,
        hidePickedOptions=True,
        limit=40,
        nothingFoundMessage="No indicator of that name",
        className="wide-control",
    )


def pack_day(site: Site, address: Address) -> dmc.Select:
    """The day whose figures the pack holds: today, the first of a month, or the day of the address."""
    newest = date.fromisoformat(site.store.built[:10])
    first = newest.year * 12 + newest.month - 1
    days = [date((first - back) // 12, (first - back) % 12 + 1, 1) for back in range(MONTHS)]
    days = sorted({*days, *filter(None, [address.as_of])}, reverse=True)
    return select(
        "as_of",
        "Figures as known on",
        {day.isoformat(): day_of(day) for day in days},
        address.as_of.isoformat() if address.as_of else None,
        clear="Today",
        placeholder="Today",
        searchable=True,
    )
