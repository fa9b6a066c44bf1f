"""Targets, events and lines set aside, each as a table."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.catalogue.periods import day_words
from dashboard.components.age_notice import dead_warning
from dashboard.components.record.frame import history
from dashboard.components.record.rows import change_link, rows_table
from dashboard.record.office import goal_of as recorded_goal
from dashboard.record.versions import RecordEntry
from dashboard.site import Site
from dashboard.statements.outlook.outlook import outlook
from dashboard.statements.outlook.record_targets import target_of
from dashboard.statements.outlook.target_words import TRACKS, goal, target_status

ANEW = " Change the target: it then begins at the newest figure."
GONE = "Not held here any more"
TAGS = {"on": "tag tag-good", "off": "tag tag-due", "none": "tag"}


def targets_table(site: Site, address: Address, entries: list[RecordEntry]) -> html.Div:
    """Every target: from where, to where, where it stands, and if it is in reach or why none can say."""
    shown = [entry for entry in entries if entry.item.indicator in site.indicators]
    rows = [_target(site, address, entry) for entry in sorted(shown, key=lambda entry: entry.item.due)]
    header = ["Indicator", "Target", "Latest", "Where it stands", "Why, and who owns it", ""]
    return rows_table("Targets by the day they are due", header, rows)


def _target(site: Site, address: Address, entry: RecordEntry) -> list:
    item = entry.item
    indicator, area = site.indicators[item.indicator], site.geography.recorded(item.area_code)
    latest = site.observations(indicator).latest(item.area_code)
    start = f"{indicator.format(item.baseline.value)} {indicator.period_phrase(item.baseline.period)}"
    target = target_of(site, recorded_goal(entry))
    name = dcc.Link(indicator.title, href=link(f"/indicator/{indicator.id}", address.region))
    standing: list = ["No figure"]
    if target is None:
        standing = ["It is due before the period of the figure that it begins at has ended: correct a date."]
    elif latest:
        held = target_status(indicator, target, latest)
        ahead = outlook(site, indicator, area, target)
        standing = [
            html.Span(TRACKS[held.progress.track], className=TAGS[held.status]),
            html.P([held.reason, ANEW if held.recounted else ""], className="note"),
            html.P(ahead.text, className="note"),
        ]
    return [
        [name, html.P(area.name, className="note")],
        [
            goal(indicator, item.value, item.due),
            html.P(f"from {start}", className="note"),
            history(site, entry),
        ],
        f"{indicator.format(latest.value)} {indicator.period_phrase(latest.period)}" if latest else "–",
        [*standing, dead_warning(site, indicator)],
        [item.reason, html.P(item.owner, className="note")],
        change_link(address, entry, f"the target for {indicator.title}, {area.name}"),
    ]


def events_table(site: Site, address: Address, entries: list[RecordEntry]) -> html.Div:
    """Every event, newest first, and on which charts it is drawn."""
    ordered = sorted(entries, key=lambda entry: entry.item.day, reverse=True)
    rows = [
        [
            day_words(entry.item.day),
            entry.item.text,
            entry.item.reason,
            _charts(site, *entry.item.concerns),
            site.geography.recorded(entry.item.area_code).name,
            change_link(address, entry, f"the event {entry.item.text}"),
        ]
        for entry in ordered
    ]
    return rows_table(
        "Events, the newest first", ["Date", "Name", "What happened", "Charts", "Place", ""], rows
    )


def _charts(site: Site, *indicators: str) -> str:
    if not indicators:
        return "Every indicator"
    held = [site.indicators[key].title if key in site.indicators else GONE for key in indicators]
    return "; ".join(dict.fromkeys(held))


def parked_table(site: Site, address: Address, entries: list[RecordEntry]) -> html.Div:
    """Every line set aside, until when and why."""
    rows = [
        [
            _charts(site, entry.item.indicator),
            day_words(entry.item.until),
            entry.item.reason,
            entry.item.owner,
            change_link(address, entry, f"the line set aside {_charts(site, entry.item.indicator)}"),
        ]
        for entry in sorted(entries, key=lambda entry: entry.item.until)
    ]
    return rows_table(
        "Lines by the day they come back", ["Line", "Until", "Why it can wait", "Who decided", ""], rows
    )
