"""What may be chosen of a pack besides its brief: indicators to add, and the day whose figures it holds."""

from datetime import date

from dashboard.address import Address
from dashboard.components import mantine as dmc
from dashboard.components.clearing import clearing
from dashboard.site import Site
from dashboard.statements.as_of_words import day_of

MONTHS = 24  # first days of months that are offered
MOST = 8


def pack_indicators(site: Site, address: Address) -> dmc.MultiSelect:
    """Indicators that get a wide chart each, in the address as `indicators`."""
    groups = [
        {
            "group": name,
            "items": [{"value": item.id, "label": item.title} for item in site.in_theme(theme)],
        }
        for theme, name in site.themes.items()
    ]
    return dmc.MultiSelect(
        id={"control": "indicators"},
        label=f"Add indicators (up to {MOST})",
        data=groups,
        value=[item.id for item in address.indicators],
        maxValues=MOST,
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        limit=40,
        nothingFoundMessage="No indicator of that name",
        clearButtonProps=clearing("Clear the indicators"),
        className="wide-control",
    )


def pack_day(site: Site, address: Address) -> dmc.Select:
    """The day whose figures the pack holds: today, the first of a month, or the day of the address."""
    newest = date.fromisoformat(site.store.built[:10])
    first = newest.year * 12 + newest.month - 1
    days = [date((first - back) // 12, (first - back) % 12 + 1, 1) for back in range(MONTHS)]
    days = sorted({*days, *filter(None, [address.as_of])}, reverse=True)
    return dmc.Select(
        id={"control": "as_of"},
        label="Figures as known on",
        placeholder="Today",
        data=[{"value": day.isoformat(), "label": day_of(day)} for day in days],
        value=address.as_of.isoformat() if address.as_of else None,
        searchable=True,
        clearable=True,
        clearButtonProps=clearing("Today"),
    )
