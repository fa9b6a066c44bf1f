"""The first day: what to record first, from today's list, and a worked example to look at."""

from dash import dcc, html

from dashboard.address.address import link
from dashboard.address.page import Address
from dashboard.components.record.form import asking
from dashboard.components.record.frame import head, needs_record, record_page, tabs
from dashboard.components.record.suggestions import suggested
from dashboard.record.office import office_record
from dashboard.record.rights import may_publish
from dashboard.site import Site

PATH = "/first-day"
STEPS = (
    ("/decision/new", {}, "Record a decision", "what was decided, what it costs, when to look at it again"),
    ("/targets", {"form": "target"}, "Set a target", "the charts then show whether it is in reach"),
    (
        "/pilot/new",
        {},
        "Register a pilot",
        "before it begins, so that nobody can choose the figure afterwards",
    ),
    ("/task-force", {"form": "programme"}, "Set the task force’s first day", "then add what was promised"),
)
WHAT = (
    "A decision whose review is due, a target, an event, a pilot and promises of a task force: made up, over "
    "real figures. It lies in a file of its own: it never enters the record, a pack, a file or the public "
    "view, and every page says so while it is loaded. Whatever you try in it goes with it."
)
TAKEN = "Something is recorded here by now, so the example can no longer be loaded: the two are never mixed."
WHO = "Loading and removing it is for a publisher, because everybody in the office sees it."


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "First day"


@needs_record
def layout(site: Site, address: Address) -> list:
    """What to begin with, then the example."""
    region = address.region
    steps = [
        html.Li([dcc.Link(name, href=link(path, region, **more)), f": {why}."])
        for path, more, name, why in STEPS
    ]
    return [
        head("First day", f"Where to begin with the record of {region.name}."),
        tabs(address, ""),
        html.Section(
            [
                html.Div(html.H2("Begin here", id="begin"), className="section-head"),
                html.Ul(steps),
                suggested(site, address, "decide", "target"),
            ],
            className="section",
            **{"aria-labelledby": "begin"},
        ),
        html.Section(
            [
                html.Div(html.H2("A worked example", id="example"), className="section-head"),
                html.P(WHAT),
                _button(site, address),
            ],
            className="section",
            **{"aria-labelledby": "example"},
        ),
    ]


def _button(site: Site, address: Address) -> html.Div:
    if not may_publish():
        return html.Div(html.P(WHO, className="note"))
    if site.record.is_example():
        return asking(
            [], "example", "Remove the example", "/record/example/remove", address.region, danger=True
        )
    if office_record(site).real_record.size():
        return html.Div(html.P(TAKEN, className="note"))
    return asking([], "example", "Load the example", "/record/example", address.region)


PAGE = record_page(PATH, title, layout, name="First day", words="what to record first begin")
