"""For whoever speaks for the office in the data and innovation community: what waits, in one page."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.audit.reach import elsewhere
from dashboard.audit.report import Audit, audit
from dashboard.catalogue.periods import day_words
from dashboard.components.record.frame import head, needs_record, record_page, tabs
from dashboard.exports.feeds.calendar_days import release_days
from dashboard.inbox.reader import questions
from dashboard.inbox.writer import InboxUnavailable
from dashboard.packs.brief import InvalidBrief, ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.schedule import ScheduledPack, read_schedule, schedule_of
from dashboard.packs.service import DISTRICTS
from dashboard.record.answered_questions import counts
from dashboard.record.office import office_record
from dashboard.record.review import is_due
from dashboard.site import Site
from dashboard.statements import question_words
from dashboard.statements import record_words as words

PATH = "/champion"
MOST_LINES = 6  # lines of a section; the page of each has all
IDEAS = {
    "ready": "ready to be registered",
    "idea": "an idea, not ready to be registered",
    "dropped": "an idea that was dropped",
}
ORDER = (*IDEAS,)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Champion’s page"


@needs_record
def layout(site: Site, address: Address) -> list:
    """One section for each thing that waits: how many, the first of them, and the way to all."""
    today = datetime.now(UTC).date()
    found = audit(site, today, region=address.region)
    return [
        head("Champion’s page", f"What waits in {address.region.name}, and who has to know."),
        tabs(address, PATH),
        _gaps(address, found),
        _late(site, address, found),
        _pilots(site, address),
        _reviews(site, address, today),
        _releases(site, address, today),
        _packs(site, address),
        _questions(site, address, today),
    ]


def _section(
    address: Address, key: str, heading: str, lines: Sequence, more: tuple[str, str], none: str
) -> html.Section:
    """A section of at most MOST_LINES lines, with the way to the page that has all."""
    path, name = more
    rest = [html.Li(f"And {len(lines) - MOST_LINES} more.")] if len(lines) > MOST_LINES else []
    listed = html.Ul([*(html.Li(line) for line in lines[:MOST_LINES]), *rest]) if lines else html.P(none)
    way = dcc.Link(name, href=link(path, address.region))
    return html.Section(
        [html.Div([html.H2(heading, id=key), way], className="section-head"), listed],
        className="section",
        **{"aria-labelledby": key},
    )


def _gaps(address: Address, found: Audit) -> html.Section:
    lines = [f"{item.need.title}: {item.sentence}" for item in found.gaps]
    heading = f"Gaps in the data: {len(lines)} of {len(found.standings)} needs"
    return _section(
        address, "gaps", heading, lines, ("/audit", "The audit"), "Every need is met at least in part."
    )


def _late(site: Site, address: Address, found: Audit) -> html.Section:
    """Of the datasets with a figure for the region: another's registers are another's to ask for."""
    others = elsewhere(site, address.region.code, [item.dataset.dataset for item in found.datasets])
    here = [item for item in found.datasets if item.dataset.dataset not in others]
    late = sorted((item for item in here if item.overdue), key=lambda item: item.scores["timeliness"].share)
    lines = [
        [dcc.Link(item.dataset.title, href=link(f"/data/{item.dataset.dataset}", address.region)),
         f": {item.scores['timeliness'].reason}"]
        for item in late
    ]  # fmt: skip
    heading = f"Late datasets: {len(late)} of {len(here)} with figures here"
    return _section(address, "late", heading, lines, ("/data", "All data"), "No release has been missed.")


def _pilots(site: Site, address: Address) -> html.Section:
    pilots = office_record(site).entries("pilot", address.region.code)
    ideas = office_record(site).entries("idea", address.region.code)
    lines: list = [
        [dcc.Link(entry.item.title, href=link("/pilots", address.region)), f": {IDEAS[entry.item.state]}"]
        for entry in sorted(ideas, key=lambda entry: ORDER.index(entry.item.state))
    ]
    lines += [
        [dcc.Link(entry.item.title, href=link(f"/pilot/{entry.id}", address.region)),
         f", since {day_words(entry.item.start)}"]
        for entry in pilots
    ]  # fmt: skip
    heading = f"Pilots: {len(pilots)}; ideas: {len(ideas)}"
    return _section(
        address, "pilots", heading, lines, ("/pilots", "Pilots and ideas"), "Nothing is tried yet."
    )


def _reviews(site: Site, address: Address, today: date) -> html.Section:
    due = [
        entry
        for entry in office_record(site).entries("decision", address.region.code)
        if is_due(entry.item, today)
    ]
    lines = [
        [dcc.Link(entry.item.title, href=link(f"/decision/{entry.id}", address.region)),
         f": {words.review(entry.item.review, entry.item.reviewed, today)[0]}"]
        for entry in due
    ]  # fmt: skip
    more = ("/decisions", "All decisions")
    return _section(address, "reviews", f"Reviews overdue: {len(due)}", lines, more, "No review is due.")


def _releases(site: Site, address: Address, today: date) -> html.Section:
    ahead = release_days(site, "", today)
    lines = [f"{day.title}: {_when(day.first, day.after)}" for day in ahead]
    heading = f"Next releases: {len(ahead)}"
    return _section(
        address, "releases", heading, lines, ("/data", "All data"), "No publisher has said a day yet."
    )


def _when(first: date, after: date) -> str:
    return day_words(first) if (after - first).days == 1 else f"{first:%B %Y}"


def _packs(site: Site, address: Address) -> html.Section:
    try:
        due = read_schedule(schedule_of(site.settings))
        about = site.geography.about(address.region)
        titles = {name: brief.of(about).title for name, brief in ready_briefs(site.settings.briefs).items()}
        lines: list = [_pack(address, item, titles.get(item.brief, item.brief)) for item in due]
    except InvalidBrief as error:
        lines = [str(error)]
    heading = f"Packs that are made after each refresh: {len(lines)}"
    return _section(address, "packs", heading, lines, ("/packs", "Packs"), "No pack is scheduled.")


def _pack(address: Address, item: ScheduledPack, title: str) -> list:
    """A pack with the page that makes it now, for whom, and as which files."""
    made = [PACK_FORMATS[ending].label for ending in item.formats]
    whom = ", one for each district" if item.place == DISTRICTS else ""
    way = dcc.Link(title, href=link("/packs", address.region, brief=item.brief))
    return [way, f"{whom} ({', '.join(made)})"]


def _questions(site: Site, address: Address, today: date) -> html.Section:
    region = address.region.code
    try:
        kept = {item.id for item in questions(site.settings, region)}
    except InboxUnavailable:
        return _section(
            address,
            "asked",
            "Public questions",
            ["The inbox cannot be read just now."],
            ("/questions", "Questions"),
            "",
        )
    told = counts(office_record(site).shown_record, region, kept, today)
    lines = [question_words.counted(told)]
    return _section(
        address,
        "asked",
        f"Public questions: {told['waiting']} waiting",
        lines,
        ("/questions", "Questions"),
        "",
    )


PAGE = record_page(PATH, title, layout, name="Champion’s page", words="data innovation community what waits")
