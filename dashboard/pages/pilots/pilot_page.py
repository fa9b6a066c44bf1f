"""One pilot: what it tries, the verdict, and everything that the verdict rests on."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.address.parameters import text
from dashboard.capital_letter import capital
from dashboard.catalogue.periods import day_words
from dashboard.components.age_notice import dead_warning
from dashboard.components.record.decisions import terms
from dashboard.components.record.form import record_form, withdraw_form
from dashboard.components.record.frame import head, history, needs_record, record_page, saved, tabs, to_form
from dashboard.components.record.parameters import any_of, of_one
from dashboard.datastore.areas import NEIGHBOURHOODS
from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import Evaluation, evaluate
from dashboard.pages.pilots.sections import groups_section, synthetic_section, verdict
from dashboard.pages.pilots.worth import worth
from dashboard.record.forms.pilot import begun_from
from dashboard.record.office import office_record
from dashboard.record.pilots.plan import sized
from dashboard.record.pilots.stamp import BEFORE, stamped
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements.judgement.effect_words import EXPECTED

PATH = "/pilot/<pilot>"
PARAMETERS = of_one("pilot", at=text(9), about=text(100), idea=any_of(("idea",)))


def title(site: Site, address: Address) -> str:
    """The pilot's title."""
    return address.pilot.item.title if address.pilot else "Register a pilot"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The form of a new or changed pilot, or the pilot with its evaluation."""
    entry = address.pilot
    if entry is None or address.edit:
        return _form(site, address, entry)
    item = entry.item
    found = evaluate(site, site.geography.recorded(entry.region), entry)
    return [
        head(item.title, f"{item.owner}. First day: {day_words(item.start)}."),
        tabs(address, "/pilots"),
        saved(office_record(site).shown_record, address),
        _registered(site, entry),
        verdict(found, item),
        _plan(site, address, entry),
        _worth(site, entry, found),
        *_places(address, entry, found),
        groups_section(found, item),
        html.P(words.CAREFUL, className="note"),
        _end(site, address, entry),
    ]


def _registered(site: Site, entry: RecordEntry) -> html.P:
    """When it was registered, for ever: before it began, or too late."""
    stamps = stamped(office_record(site).versions(entry.id))
    late = " tag-due" if stamps[-1][0] != BEFORE else ""
    return html.P(
        html.Span(words.registered(stamps), className=f"stamp tag{late}" if late else "stamp note"),
        className="stamp-line",
    )


def _form(site: Site, address: Address, entry: RecordEntry | None) -> list:
    region = address.region
    name = "Save the pilot" if entry else "Register the pilot"
    back = link(f"/pilot/{entry.id}" if entry else "/pilots", region)
    known = entry is None and address.about in site.indicators
    given = {"indicator": address.about} if known else {}
    if address.idea and entry is None:
        given |= begun_from(address.idea)
    lead = "Say beforehand which figure should change and in which direction. Every version is kept."
    return [
        head("Change the pilot" if entry else "Register a pilot", lead),
        record_form(site, region, "pilot", name, back, entry, **given),
    ]


def _places(address: Address, entry: RecordEntry, found: Evaluation) -> list:
    """What the verdict rests on, or one of several places against its own mix, and the way to the rest."""
    if not found.subjects:
        return []
    codes = [subject.code for subject in found.subjects]
    at = codes.index(address.at) if address.at in codes else 0
    path = f"/pilot/{entry.id}"
    links = [
        html.Li(
            html.A(subject.name, href=link(path, address.region, at=subject.code), **{"aria-current": "true"})
            if number == at
            else dcc.Link(subject.name, href=link(path, address.region, at=subject.code))
        )
        for number, subject in enumerate(found.subjects)
    ]
    choice = html.Nav(
        html.Ul(links), className="record-tabs section", **{"aria-label": "Places of the pilot"}
    )
    return [choice if len(codes) > 1 else None, synthetic_section(found, entry.item, at)]


def _plan(site: Site, address: Address, entry: RecordEntry) -> html.Section:
    item = entry.item
    indicator = site.indicators.get(item.indicator)
    figure = (
        dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", address.region))
        if indicator
        else item.indicator
    )
    small = site.geography.recorded(item.area_codes[0]).level in NEIGHBOURHOODS
    against = {
        "outside": f"Places of the same kind outside {address.region.name}",
        "all": "All other places of the same kind in England",
    }
    if small:
        against = {
            "outside": f"Places of the same kind in the other districts of {address.region.name}",
            "all": f"All other places of the same kind in {address.region.name}",
        }
    pairs = [
        ("What it tries", item.hypothesis),
        ("Figure", [figure, f", expected {EXPECTED[item.expected]}"]),
        ("Last day", day_words(item.end) if item.end else ""),
        ("Where it runs", ", ".join(site.geography.recorded(code).name for code in item.area_codes)),
        ("Compared with", against[item.donors]),
    ]
    parts = [html.H2("The plan", className="visually-hidden"), terms(pairs), dead_warning(site, indicator)]
    return html.Section(parts, className="card")


def _worth(site: Site, entry: RecordEntry, found: Evaluation) -> html.Section | None:
    """What it costs, what it would be worth, how small an effect could be seen, and what was learnt."""
    item = entry.item
    first = office_record(site).shown_record.history(entry.id)[0].at.date()
    indicator = site.indicators.get(item.indicator)
    pairs = worth(item, first, found.verdict, indicator.theme if indicator else "")
    if item.smallest is not None and indicator:
        sentence = f"{sized(site, item, item.smallest)} in a period; less could not be told from chance."
        pairs.insert(
            0,
            (
                "Smallest effect that could be seen",
                f"{capital(sentence)} Worked out before it was registered.",
            ),
        )
    if item.lesson:
        pairs.append(("What was learnt", item.lesson))
    if not pairs:
        return None
    heading = html.H2("Cost, benefit and what was learnt", className="visually-hidden")
    return html.Section([heading, terms(pairs)], className="card")


def _end(site: Site, address: Address, entry: RecordEntry) -> html.Div:
    edit = to_form("Change the pilot", link(f"/pilot/{entry.id}", address.region, edit="yes"))
    below = [history(site, entry), withdraw_form(address.region, entry, "pilot")]
    return html.Div([html.Div(edit, className="actions"), html.Div(below, className="section")])


PAGE = record_page(PATH, title, layout, PARAMETERS)
