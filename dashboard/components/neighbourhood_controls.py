"""The controls of the map of neighbourhoods: measures, place, size of areas, what the colours show."""

from dash import html

from dashboard.address import Address
from dashboard.components import mantine as dmc
from dashboard.components.clearing import clearing
from dashboard.components.neighbourhood_choice import LEVELS, Choice, grouped, offered
from dashboard.components.neighbourhood_search import place_search
from dashboard.site import Site
from dashboard.statements.map_words import LEVEL_NAMES

SHOWN = {"figures": "Figures", "clusters": "Clusters"}


def neighbourhood_controls(site: Site, address: Address) -> html.Div:
    """What can be chosen on the map of neighbourhoods; each control is a parameter of its address."""
    held = offered(site, address.region)
    # A link from another region may name a measure that this one lacks: it is still what is chosen.
    held += [item for item in (address.measure, address.second) if item and item not in held]
    choices = grouped(site, held)
    return html.Div(
        [
            dmc.Select(
                id={"control": "measure"},
                label="Measure",
                data=choices,
                value=address.measure.id,
                allowDeselect=False,
                searchable=True,
                className="measure-select",
            ),
            dmc.Select(
                id={"control": "second"},
                label="Worst for this too (optional)",
                placeholder="Choose a second measure",
                data=choices,
                value=address.second.id if address.second else None,
                clearable=True,
                searchable=True,
                clearButtonProps=clearing("Leave out the second measure"),
                className="measure-select",
            ),
            place_search(site, address.region, address.place),
            _switch("level", "Size of the areas", _sizes(site, address), address.level),
            _switch("show", "What the colours show", SHOWN, address.show),
        ],
        className="controls",
    )


def _sizes(site: Site, address: Address) -> dict[str, str]:
    held = {level for item in offered(site, address.region) for level in Choice(
        site, address.region, item, None, "", None, False).levels}  # fmt: skip
    return {level: LEVEL_NAMES[level][0] for level in LEVELS if level in held}


def _switch(control: str, label: str, options: dict[str, str], value: str) -> html.Div:
    return html.Div(
        [
            html.Span(label, className="control-label", **{"aria-hidden": "true"}),
            dmc.SegmentedControl(
                id={"control": control},
                data=[{"value": key, "label": name} for key, name in options.items()],
                value=value if value in options else next(iter(options), ""),
                **{"aria-label": label},
            ),
        ]
    )
