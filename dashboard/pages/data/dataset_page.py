"""Dataset: one source of figures, with what it covers, what to be careful with, and its files."""

from datetime import date

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address, Page
from dashboard.address.query_params import BadAddress
from dashboard.audit.coverage import coverage
from dashboard.audit.register import registered
from dashboard.catalogue.periods import spell_dates
from dashboard.datastore.areas import Area
from dashboard.datastore.datasets import Dataset
from dashboard.exports.dataset import downloadable_datasets, read_by
from dashboard.exports.large import MOST_IN_A_SPREADSHEET
from dashboard.exports.offers import dataset_formats
from dashboard.exports.spreadsheet import MOST_ROWS
from dashboard.pages.data import release_words
from dashboard.pages.data.downloads import downloads
from dashboard.site import Site, visible
from dashboard.statements.as_of_words import HELD_TODAY, day_of, edition

PATH = "/data/<dataset>"
MOST_SERIES = 12  # series named before the rest is folded away


def _dataset(site: Site, region: Area, text: str) -> Dataset:
    found = visible(site).get(text)
    if found is None:
        raise BadAddress(404, f"There is no dataset called “{text}”.")
    return found


PARAMETERS = {"dataset": _dataset}


def as_of(site: Site, address: Address) -> str:
    """Whether what is described was out on the past day that is asked for."""
    published = address.dataset.source_date[:10]
    text = edition(date.fromisoformat(published) if published else None, site.as_of)
    return f"{HELD_TODAY.format(day=day_of(site.as_of))} {text}"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return address.dataset.title


def layout(site: Site, address: Address) -> list:
    """What the dataset is, its files, facts, coverage, caveat, and the indicators that read it."""
    item: Dataset = address.dataset
    here = item.dataset in downloadable_datasets(site)
    return [
        html.P(dcc.Link("All data", href=link("/data", address.region)), className="crumb"),
        html.Div([html.H1(item.title), *_paragraphs(item.description)], className="page-head"),
        _files(site, item)
        if here
        else html.P("This dataset is described here, but not held.", className="empty"),
        _section("facts", "About it", _terms([*_facts(item), ("Coming", _coming(site, item))])),
        _section("coverage", "What it covers", _covers(site, item)) if here else None,
        _section("care", "Be careful", _paragraphs(item.caveat)) if item.caveat else None,
        _section("indicators", "Indicators that read it", _indicators(site, item, address)),
    ]


def _paragraphs(text: str) -> list[html.P]:
    return [html.P(line.strip()) for line in text.split("\n") if line.strip()]


def _section(name: str, heading: str, content: object) -> html.Section:
    return html.Section(
        [html.Div(html.H2(heading, id=name), className="section-head"), html.Div(content, className="prose")],
        className="section",
        **{"aria-labelledby": name},
    )


def _terms(pairs: list[tuple[str, object]]) -> html.Dl:
    return html.Dl(
        [part for name, value in pairs if value for part in (html.Dt(name), html.Dd(value))],
        className="about",
    )


def _files(site: Site, item: Dataset) -> html.Div:
    formats = dataset_formats(site, item.dataset)
    note = "The whole table. The CSV file comes with a description of its columns (CSV on the Web)."
    if "xlsx" not in {kind.ending for kind in formats}:
        most = f"{MOST_ROWS:,} rows or {MOST_IN_A_SPREADSHEET:,} cells"
        note += f" It has more than {most}, too many for a spreadsheet."
    metadata = html.A(
        "Description of the columns (JSON)", href=f"/download/data/{item.dataset}.csv-metadata.json"
    )
    files = downloads(item.title, f"/download/data/{item.dataset}", formats)
    return html.Div(
        [html.H2("Download"), files, html.P([note, " ", metadata, "."], className="note")], className="card"
    )


def _facts(item: Dataset) -> list[tuple[str, object]]:
    source = (
        html.A(item.source_url, href=item.source_url)
        if item.source_url.startswith("http")
        else item.source_url
    )
    return [
        ("Publisher", item.publisher),
        ("Source", source),
        ("Licence", item.licence),
        ("Edition", spell_dates(item.vintage)),
        ("Published", item.cadence),
        ("Next release", spell_dates(item.next_release)),
        ("Responsible here", item.owner),
        ("Status", "Official statistics in development" if item.experimental else ""),
    ]


def _coming(site: Site, item: Dataset) -> str:
    """A release under embargo, where the register knows of one."""
    entry = registered(site, item.dataset)
    return release_words.embargo_sentence(entry.embargo_until, date.fromisoformat(site.store.built))


def _covers(site: Site, item: Dataset) -> list:
    found = coverage(site, item.dataset)
    pairs = [
        ("Rows", f"{found.rows:,}"),
        ("Places", found.places),
        ("Years", found.span),
        ("Missing figures", f"{found.missing:,} of {found.rows:,}" if found.series else ""),
    ]
    names = [html.Li(name) for name in found.series]
    more = (
        html.Details([html.Summary(f"All {len(names)} series"), html.Ul(names)])
        if len(names) > MOST_SERIES
        else None
    )
    series = more or (html.Ul(names) if names else None)
    return [_terms([*pairs, ("What is measured", series)])]


def _indicators(site: Site, item: Dataset, address: Address) -> html.Ul | html.P:
    reading = read_by(site, item.dataset)
    if not reading:
        return html.P("No indicator reads it yet.")
    links = [html.Li(dcc.Link(i.title, href=link(f"/indicator/{i.id}", address.region))) for i in reading]
    return html.Ul(links)


PAGE = Page(PATH, title, layout, parameters=PARAMETERS, as_of=as_of)
