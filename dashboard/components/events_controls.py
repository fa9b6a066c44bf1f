"""The filters of road casualties: when, how badly, who, how old, where, and what the map shows."""

from dash import html

from dashboard.address import Address
from dashboard.components import mantine as dmc
from dashboard.components.clearing import clearing
from dashboard.components.events_choice import Casualties, latest_month, months
from dashboard.datastore.events import span
from dashboard.site import Site
from dashboard.statements import event_words as words


def events_controls(site: Site, address: Address, found: Casualties) -> html.Div:
    """What can be filtered; each control is a parameter of the address."""
    first, last, _ = span(site.store, address.region.code)
    days = {f"{day:%Y-%m}": words.month(day) for day in months(first, latest_month(site, last))}
    districts = {area.code: area.name for area in site.geography.members(address.region.code)}
    chosen = found.chosen
    view = dmc.SegmentedControl(
        id={"control": "view"},
        data=[{"value": "areas", "label": "Neighbourhoods"}, {"value": "points", "label": "Places"}],
        value=address.view,
        **{"aria-label": "What the map shows"},
    )
    return html.Div(
        [
            _select("since", "From", days, f"{chosen.since:%Y-%m}", searchable=True),
            _select("until", "To", days, f"{chosen.until:%Y-%m}", searchable=True),
            _select("severity", "How badly", words.SEVERITY_NAMES, address.severity),
            _select("mode", "Who", words.MODE_NAMES, address.mode),
            _select("age", "Age", words.AGE_NAMES, address.age),
            _select("district", "District", districts, found.district.code if found.district else None,
                    clearable=True, placeholder="All districts", allowDeselect=True,
                    clearButtonProps=clearing("All districts")),
            html.Div([html.Span("Map", className="control-label", **{"aria-hidden": "true"}), view]),
        ],
        className="controls controls-many",
    )  # fmt: skip


def _select(control: str, label: str, options: dict[str, str], value: str | None, **more) -> dmc.Select:
    data = [{"value": key, "label": name} for key, name in options.items()]
    return dmc.Select(
        id={"control": control}, label=label, data=data, value=value, **({"allowDeselect": False} | more)
    )
