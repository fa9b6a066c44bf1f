"""The form of two days, a theme and a place: it sends an address, with a script or without."""

from collections.abc import Iterable
from datetime import UTC, datetime
from html import escape

from dash import html

from dashboard.address.page import Address
from dashboard.address.query_params import EARLIEST
from dashboard.site import Site
from dashboard.statements.changed.between import ChangesQuery


def compare_form(site: Site, address: Address, asked: ChangesQuery) -> html.Div:
    """The two days that are compared, and of what; nothing chosen is the whole region."""
    places = [(place.code, place.name) for place in site.geography.places(address.region.code)]
    parts = [
        f'<input type="hidden" name="region" value="{escape(address.region.code)}">',
        '<input type="hidden" name="chosen" value="1">',
        f'<input type="hidden" name="of" value="{escape(asked.indicator)}">' if asked.indicator else "",
        _day("since", "From the end of", asked.since.isoformat()),
        _day("until", "to the end of", asked.until.isoformat()),
        _select("theme", "Theme", "All themes", site.themes.items(), asked.theme),
        _select("place", "Place", "All places", places, asked.place.code if asked.place else ""),
        '<button type="submit" class="button">Compare</button>',
    ]
    form = f'<form action="{escape(address.path)}" class="compare-form">{"".join(parts)}</form>'
    return html.Div(className="compare-days", **{"data-svg": form})


def _day(name: str, label: str, value: str) -> str:
    most = datetime.now(UTC).date().isoformat()
    return (
        f'<label for="{name}-day">{label}<input type="date" id="{name}-day" name="{name}" value="{value}" '
        f'min="{EARLIEST.isoformat()}" max="{most}" required></label>'
    )


def _select(name: str, label: str, every: str, choices: Iterable[tuple[str, str]], chosen: str) -> str:
    options = "".join(
        f'<option value="{escape(key)}"{" selected" if key == chosen else ""}>{escape(text)}</option>'
        for key, text in [("", every), *choices]
    )
    box = f'<select id="{name}-choice" name="{name}">{options}</select>'
    return f'<label for="{name}-choice">{label}{box}</label>'
