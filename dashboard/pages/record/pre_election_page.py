"""Pre-election periods: when they are, what waits for a second person, and who has approved what."""

from datetime import UTC, date, datetime

from dash import html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.catalogue.pre_election import InvalidPeriod, periods
from dashboard.components.record.form import record_form
from dashboard.components.record.frame import head, needs_record, record_page, saved, tabs
from dashboard.components.record.parameters import SAVED
from dashboard.record.approved import waiting
from dashboard.record.office import office_record
from dashboard.record.rights import may_publish
from dashboard.site import Site

PATH = "/pre-election"
LEAD = "What is newly published needs a second named person before an election. Figures stay."
NONE = "No period is known. Its dates are typed into data/pre-election.toml; that file says how."
WHO = "Approving is for a publisher who is signed in, and never for what they wrote themselves."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Pre-election period"


@needs_record
def layout(site: Site, address: Address) -> list:
    """The periods, what waits, and what was approved."""
    region = address.region
    wait = waiting(site, region)
    form = (
        record_form(site, region, "approval", "Approve", link(PATH, region))
        if wait and may_publish()
        else None
    )
    return [
        head("Pre-election period", LEAD),
        tabs(address, ""),
        saved(office_record(site).shown_record, address),
        html.Section(
            [
                html.Div(html.H2("Periods", id="periods"), className="section-head"),
                _periods(site, region.code),
            ],
            className="section",
            **{"aria-labelledby": "periods"},
        ),
        html.Section(
            [
                html.Div(html.H2(f"Waiting: {len(wait)}", id="waiting"), className="section-head"),
                html.P(WHO, className="note"),
                form,
            ],
            className="section",
            **{"aria-labelledby": "waiting"},
        )
        if wait
        else None,
        html.Section(
            [
                html.Div(html.H2("Approved", id="approved"), className="section-head"),
                _approved(site, region.code),
            ],
            className="section",
            **{"aria-labelledby": "approved"},
        ),
    ]


def _periods(site: Site, region: str) -> html.Ul | html.P:
    try:
        known = [item for item in periods(site.settings.data) if not item.regions or region in item.regions]
    except InvalidPeriod as error:
        return html.P(f"{error}. Until it is mended, everything needs a second person.", className="notice")
    today = datetime.now(UTC).date()
    lines = [
        f"{item.election}: {day_words(item.first)} to {day_words(item.last)}{_now(item, today)}"
        for item in known
    ]
    return html.Ul([html.Li(line) for line in lines]) if lines else html.P(NONE)


def _now(item, today: date) -> str:
    return " (now)" if item.first <= today <= item.last else ""


def _approved(site: Site, region: str) -> html.Ul | html.P:
    entries = office_record(site).entries("approval", region)[::-1]
    lines = [
        f"{entry.item.thing}, on {day_words(entry.at.date())} by {entry.by}: {entry.item.reason}"
        for entry in entries
    ]
    return html.Ul([html.Li(line) for line in lines]) if lines else html.P("Nothing has been approved yet.")


PAGE = record_page(
    PATH, title, layout, {"saved": SAVED}, name="Pre-election period", words="second person approve publish"
)
