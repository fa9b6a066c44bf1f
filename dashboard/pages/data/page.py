"""Data: every dataset and indicator with its publisher, licence and vintage, to find and to download."""

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.parameters import one_of, typed
from dashboard.capital_letter import capital
from dashboard.catalogue.indicators import Indicator
from dashboard.catalogue.periods import spell_dates
from dashboard.components import mantine as dmc
from dashboard.components.cached_markup import cached_markup
from dashboard.components.controls import switch
from dashboard.components.parts import Parts
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.exports.dataset import downloadable_datasets, read_by
from dashboard.exports.offers import dataset_formats, indicator_formats
from dashboard.pages.data.connect import connect
from dashboard.pages.data.downloads import downloads
from dashboard.site import Site, visible
from dashboard.statements.as_of_words import HELD_TODAY

PATH = "/data"
AS_OF = HELD_TODAY
NOTHING = "Nothing here matches. Try a shorter or more general word, such as “homes”, or show the other list."

SHOWN = ("datasets", "indicators")
PARAMETERS = {"q": typed, "show": one_of(SHOWN, SHOWN[0])}


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Data"


def layout(site: Site, address: Address) -> list:
    """What there is, the search, and what it finds."""
    painted = parts(site, address)
    publishers = len({item.publisher for item in visible(site).values()})
    return [
        html.Div(
            [
                html.H1("Data"),
                html.P(
                    f"{len(visible(site))} datasets from {publishers} publishers, and "
                    f"{len(site.indicators)} indicators made from them. Take any "
                    "of them as a file and use it under its licence."
                ),
            ],
            className="page-head",
        ),
        _elsewhere(site, address),
        connect(address.region),
        html.Div(_controls(address), className="controls"),
        painted.part("found"),
    ]


def _controls(address: Address) -> list:
    return [
        dmc.TextInput(
            id={"control": "q"},
            label="Search",
            placeholder="A word of a title, publisher or description",
            value=address.q,
            debounce=250,
            className="search",
        ),
        switch(
            "show",
            "Show datasets or indicators",
            {value: value.capitalize() for value in SHOWN},
            address.show,
        ),
    ]


def _elsewhere(site: Site, address: Address) -> html.Ul:
    """The same data for programs, and how good it is."""
    return html.Ul(
        [
            html.Li(
                dcc.Link(
                    "Audit: how good the data is, and what is missing", href=link("/audit", address.region)
                )
            ),
            html.Li(
                dcc.Link("What mayors and councils are measured on", href=link("/frameworks", address.region))
            ),
            *(
                [
                    html.Li(
                        dcc.Link(
                            "New file: upload one and see how it is read",
                            href=link("/new-file", address.region),
                        )
                    )
                ]
                if site.settings.audience == "office"
                else []
            ),
            html.Li(html.A("API description (OpenAPI)", href="/api/v1/openapi.json")),
            html.Li(html.A("Catalogue (DCAT-AP, JSON-LD)", href="/catalogue.jsonld")),
            html.Li(html.A("Data package", href="/datapackage.json")),
        ],
        className="elsewhere",
    )


def parts(site: Site, address: Address) -> Parts:
    """The datasets and indicators that the search finds."""
    words = address.q.lower().split()
    found = [item for item in visible(site).values() if _matches(words, _dataset_words(site, item))]
    indicators = [item for item in site.indicators.values() if _matches(words, _indicator_words(site, item))]
    sentence = f"{_counted(len(found), 'dataset')} and {_counted(len(indicators), 'indicator')}"
    counted = html.P(
        f"{sentence} match “{address.q}”." if words else f"{sentence}.", className="note", role="status"
    )
    if address.show == "datasets":
        entries = [_entry(site, item, address.region) for item in found]
    else:
        entries = [_indicator(site, item, address.region) for item in indicators]
    listed = html.Ul(entries, className="catalogue") if entries else html.P(NOTHING, className="empty")
    return Parts(children={"found": [counted, listed]})


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _matches(words: list[str], text: str) -> bool:
    """Whether `text` has every word, in the singular too: "homes" finds "home"."""
    return all(word in text or word.removesuffix("s") in text for word in words)


def _dataset_words(site: Site, item: Dataset) -> str:
    reading = " ".join(indicator.title for indicator in read_by(site, item.dataset))
    return f"{item.title} {item.publisher} {item.description} {item.dataset} {reading}".lower()


def _indicator_words(site: Site, item: Indicator) -> str:
    sources = " ".join(source.title for source in site.sources(item))
    return f"{item.title} {item.question} {item.unit} {item.id} {item.method} {sources}".lower()


def _entry(site: Site, item: Dataset, region: Area) -> Component:
    key = ("catalogue", item.dataset, region.code)
    return cached_markup(site, key, lambda: _dataset(site, item, region))


def _dataset(site: Site, item: Dataset, region: Area) -> html.Li:
    used = len(read_by(site, item.dataset))
    reading = (
        f"Read by {used} indicator{'' if used == 1 else 's'}" if used else "Not read by an indicator yet"
    )
    facts = [
        item.publisher,
        item.licence,
        item.vintage and f"Edition: {spell_dates(item.vintage)}",
        reading,
    ]
    files = None
    if item.dataset in downloadable_datasets(site):
        files = downloads(item.title, f"/download/data/{item.dataset}", dataset_formats(site, item.dataset))
    return html.Li(
        [
            html.H2(dcc.Link(item.title, href=link(f"/data/{item.dataset}", region))),
            html.P(". ".join(fact.rstrip(".") for fact in facts if fact) + ".", className="note"),
            files,
        ],
        className="catalogue-entry",
    )


def _indicator(site: Site, item: Indicator, region: Area) -> html.Li:
    files = downloads(item.title, f"/download/{item.id}", indicator_formats(), f"?region={region.code}")
    files.children.append(html.Li(_query_file(item, region)))
    return html.Li(
        [
            html.H2(dcc.Link(item.title, href=link(f"/indicator/{item.id}", region))),
            html.P(f"{site.themes[item.theme]}. {capital(item.unit)}.", className="note"),
            files,
        ],
        className="catalogue-entry",
    )


def _query_file(item: Indicator, region: Area) -> html.A:
    """The query that Excel and Power BI ask this indicator's figures by."""
    address = f"/connect/{item.id}.pq?region={region.code}"
    return html.A("Power Query", href=address, download="", **{"aria-label": f"Power Query of {item.title}"})


PAGE = Page(
    PATH,
    title,
    layout,
    name="Data and downloads",
    words="datasets files api open data",
    parts=parts,
    parameters=PARAMETERS,
    as_of=AS_OF,
)
