"""The controls of the map of neighbourhoods: measures, place, size of areas, what the colours show."""

from dash import html

from dashboard.address.page import Address
from dashboard.components.controls import select, switch, under
from dashboard.components.small_area_choice import LEVELS, SmallAreaChoice, grouped, offered, tells_apart
from dashboard.pages.neighbourhoods.search import place_search
from dashboard.site import Site
from dashboard.statements.map_words import LEVEL_NAMES

SHOWN = {"figures": "Figures", "clusters": "Clusters"}


def neighbourhood_controls(site: Site, address: Address) -> html.Div:
    """What can be chosen on the map of neighbourhoods; each control is a parameter of its address."""
    held = offered(site, address.region)
    # A link from another region may name a measure that this one lacks: it is still what is chosen.
    held += [item for item in (address.measure, address.second) if item and item not in held]
    second = [item for item in held if tells_apart(item)]
    look = {"searchable": True, "className": "measure-select"}
    return html.Div(
        [
            select("measure", "Measure", grouped(site, held), address.measure.id, **look),
            select(
                "second",
                "Worst for this too (optional)",
                grouped(site, second),
                address.second.id if address.second else None,
                clear="Leave out the second measure",
                placeholder="Choose a second measure",
                **look,
            ),
            place_search(site, address.region, address.place),
            _switch("level", "Size of the areas", _sizes(site, address), address.level),
            _switch("show", "What the colours show", SHOWN, address.show),
        ],
        className="controls",
    )


def _sizes(site: Site, address: Address) -> dict[str, str]:
    held = {level for item in offered(site, address.region) for level in SmallAreaChoice(
        site, address.region, item, None, "", None, False).levels}  # fmt: skip
    return {level: LEVEL_NAMES[level][0] for level in LEVELS if level in held}


def _switch(control: str, label: str, options: dict[str, str], value: str) -> html.Div:
    chosen = value if value in options else next(iter(options), "")
    return under(label, switch(control, label, options, chosen))
