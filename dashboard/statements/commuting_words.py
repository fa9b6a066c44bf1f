"""Commuting words: what journeys to work say, and what they cannot."""

from dashboard.catalogue.indicators import Indicator
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import sources_of
from dashboard.datastore.flows import commuter_balance, flows
from dashboard.site import Site

LOCKDOWN = (
    "Census day, 21 March 2021, fell in lockdown. Many people worked at home or were on furlough, so these "
    "journeys are not those of today. Nothing newer exists at this detail."
)
_NO_AREA = {"888888888": "Offshore", "999999999": "Abroad"}
_COUNTRIES = {"S": "Scotland", "W": "Wales", "N": "Northern Ireland"}
FLOW_UNIT = "people who travel between the two, census of 2021"
FLOW_SOURCE = (
    "Source: Office for National Statistics, Census 2021, people aged 16 and over in work. Those who mainly "
    "work at home or have no fixed place of work make no journey here."
)


def suppressed_flow(threshold: int) -> str:
    """What is said of a flow that is not shown."""
    return f"fewer than {threshold} people, or nobody"


def hatched(threshold: int) -> str:
    """What the hatched areas of the map of journeys are."""
    return f"Hatched: the place itself, and where there are {suppressed_flow(threshold)}."


def flow(number: int) -> str:
    """ "1,240 people"."""
    return f"{number:,} {'person' if number == 1 else 'people'}"


def flow_title(place: str, there: bool) -> str:
    """The name of a map of journeys."""
    return f"Where people who live in {place} work" if there else f"Where people who work in {place} live"


def flow_summary(total: int, at_home: int | None, threshold: int) -> str:
    """How many make a journey, who needs none, and what is not shown."""
    if at_home is None:
        sentence = f"About {total:,} people of the region and around travelled here to a place of work."
    else:
        sentence = (
            f"About {total:,} people travelled to work; {at_home:,} more worked at home or on the move."
        )
    return f"{sentence} Flows of fewer than {threshold} people are not shown, to protect people."


def other_end(code: str) -> str:
    """What a code that is no area of the product means: "Scotland (S12000006)", "Abroad"."""
    if code in _NO_AREA:
        return _NO_AREA[code]
    country = _COUNTRIES.get(code[:1])
    return f"{country} ({code})" if country else "Elsewhere in the UK"


def here(name: str) -> str:
    """The place itself, as the other end of its own journeys."""
    return f"{name} itself"


STAY = "transport/work_where_they_live"
BALANCE = "Who lives and works here, who goes and who comes"
BALANCE_NOTE = (
    "People aged 16 and over in work, to the nearest 10. The region is counted as one place: a journey "
    "between two of its districts stays inside it. Those who travel in live in England or Wales."
)
BALANCE_HEAD = ("Place", "Live and work here", "Travel out", "Travel in", "At home or no fixed place")
DOWNLOAD = "Download these journeys (CSV)"


def balance_cell(people: int | None, threshold: int) -> str:
    """ "52,030", or that there are too few to say."""
    return f"{people:,}" if people is not None else suppressed_flow(threshold)


def stay_said(site: Site, indicator: Indicator, place: Area) -> tuple[str, ...]:
    """How many people both live and work in a place, beside the share of them; empty for anything else.

    A region's is to the nearest 10, for it is a sum of flows of which small ones are not shown.
    """
    if site.as_of or indicator.id != STAY or "commuting_district" not in sources_of(site.store, indicator):
        return ()
    if place.level == "district":
        stay, about = flows(site.store, place.code, place.level, outward=True).shown.get(place.code), ""
    else:
        parts = [area.code for area in site.geography.members(place.code, "district")]
        stay, about = commuter_balance(site.store, parts).stay, "About "
    return (f"{about}{stay:,} people both lived and worked in {place.name}.",) if stay else ()
