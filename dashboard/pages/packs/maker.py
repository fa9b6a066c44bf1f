"""What a pack will hold, and the buttons that make it: links, whose progress assets/packs.js shows."""

from urllib.parse import urlencode

from dash import html

from dashboard.address.page import Address
from dashboard.catalogue.region_words import office
from dashboard.datastore.areas import PLACES, Area
from dashboard.packs.brief import SECTION_KINDS
from dashboard.site import Site
from dashboard.statements.as_of_words import PACKS, day_of

# The formats in the order in which they are asked for: ending, what the button says, what it is for.
FORMATS = (
    ("pdf", "Make a PDF", "to read and print"),
    ("pptx", "Make slides", "PowerPoint, with charts you can edit"),
    ("xlsx", "Make a spreadsheet", "every figure"),
    ("html", "Make a web page", "one file, for any screen"),
)
_ZIP = "One zip file with a pack for each district; for one alone, choose it under Place."
_WHOM = {"region": "a city region", "district": "one district or county"}


def outline(site: Site, name: str, theme: str, brief, address: Address) -> html.Section | html.P:
    """What `brief` holds for the address's place, with a button for each format; or why it cannot be made."""
    place = address.place
    every = brief.place == "district" and place.level not in PLACES  # all of its districts, as a zip
    if place.level not in brief.levels and not every:
        sentence = f"“{brief.title}” is about {_WHOM[brief.place]}: choose one under Place."
        return html.P(sentence, className="empty", role="status")
    kinds = brief.kinds
    if not kinds:
        return html.P(
            "This pack has no section of that kind: choose others.", className="empty", role="status"
        )
    notes = [] if set(kinds) == {"brief"} else ["notes"]  # a brief alone has its caveats on its pages
    lines = [html.Li(SECTION_KINDS[kind].about) for kind in [*kinds, *notes]]
    search = query_of(theme, brief, address)
    buttons = [html.Li(_button(name, search, *each)) for each in FORMATS]
    return html.Section(
        [
            html.H2(f"{brief.title}: {_all(site, place) if every else place.name}", id="pack-title"),
            html.P(brief.about),
            html.P(_ZIP, className="note") if every else None,
            html.P(_handling(site, brief.audience, place), className="note"),
            html.P(PACKS.format(day=day_of(address.as_of)), className="note") if address.as_of else None,
            html.Ul(lines, className="pack-holds"),
            html.Ul(buttons, className="pack-faces"),
            _progress(),
        ],
        className="card pack",
        **{"aria-labelledby": "pack-title"},
    )


def _progress() -> html.Div:
    bar = html.Progress(max="1", value="0", hidden=True, **{"aria-label": "Making the pack"})
    return html.Div([bar, html.P("", role="status", className="note")], className="pack-progress")


def query_of(theme: str, brief, address: Address) -> str:
    """What the route of packs is asked for."""
    added = [
        item.id for item in address.indicators if brief.audience == "office" or item.audience == "public"
    ]
    query = {
        "place": address.place.code,
        "theme": theme,
        "sections": ",".join(kind for kind in address.sections if kind in brief.kinds),
        "indicators": ",".join(added),
        "as_of": address.as_of.isoformat() if address.as_of else "",
    }
    return urlencode({key: value for key, value in query.items() if value}, safe=",")


def _all(site: Site, region: Area) -> str:
    return f"all {len(site.geography.members(region.code))} districts of {region.name}"


def _handling(site: Site, audience: str, place: Area) -> str:
    if audience == "public":
        return "Made from the public figures: everybody may have it."
    return f"For {office(site.geography.home(place, site.settings.region))}: not for publication."


def _button(name: str, search: str, ending: str, label: str, use: str) -> html.A:
    return html.A(
        [html.Span(label, className="pack-face"), html.Span(use, className="pack-use")],
        href=f"/pack/{name}.{ending}?{search}",
        className="pack-button",
        **{"data-pack": f"/pack/{name}.progress?{search}&format={ending}"},
    )
