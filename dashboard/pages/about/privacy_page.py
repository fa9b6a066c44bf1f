"""Privacy: what is kept about those who read the site. It says what the code does; tests hold it to that."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.catalogue.region_words import office as whose
from dashboard.inbox.reader import NAMES_DAYS, WORDS_DAYS
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES
from dashboard.statements.site_words import contact

PATH = "/privacy"
AS_OF = NO_FIGURES


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Privacy"


def layout(site: Site, address: Address) -> list:
    """What is kept, where, how long; another list for the office, where people sign in."""
    office = site.settings.audience == "office"
    signed = office and site.settings.provider is not None
    return [
        html.Div([html.H1("Privacy"), html.P(_OFFICE if signed else _PUBLIC)], className="page-head"),
        html.H2("In your browser"),
        html.P(
            "If you choose dark mode or hide the line for those who are new, your browser remembers that. It "
            "also remembers the day of your last visit. None of this is sent to us, until you open What’s "
            "new. It then asks for what has changed since that day. "
            + (
                "One cookie, named session, says that you are signed in; it ends after eight hours."
                if signed
                else "We set no cookies."
            )
        ),
        html.H2("On our side"),
        html.P(
            "Pages come from this site alone: no other company’s script, font, counter or map is loaded. "
            "To keep the site up for everybody, how often each network address asks is counted in memory "
            "and forgotten when the program restarts."
        ),
        html.P(
            "If something fails, the address of the page that failed is written to a log, without your "
            "network address. The web server in front, if there is one, may keep a log of its own."
        ),
        html.H2("What you write"),
        html.P(_RECORD if office else _ASKED.format(office=whose(site.geography.about(address.region)))),
        *([html.P(_PRERELEASE)] if site.settings.prerelease else []),
        html.H2("People in the figures"),
        html.P(
            "The figures are about places. Small counts are hidden or rounded before a file is made, so that "
            "nobody can be recognised; where a sum would give one away, another figure is hidden with it."
        ),
        html.H2("Questions"),
        html.P(contact(site.settings.contact)),
    ]


_PUBLIC = "You can read all of this site without telling us who you are. We do not track you."
_OFFICE = "You sign in with your organisation’s account."
_PRERELEASE = (
    "This view holds figures before their release: every page that you open is recorded with your name."
)
_ASKED = (
    "A question that you send is kept for {office} to read; this public site cannot read it back. "
    f"Your name and how to reach you are optional, and are deleted after {NAMES_DAYS} days; the question is "
    f"deleted after {WORDS_DAYS}. They are never published. "
    "An answer may be, with the question in the office’s words."
)
_RECORD = (
    "What you write in the record is kept with your name and the time, and earlier versions are kept too. "
    "It leaves the office only when a publisher publishes a decision. Where you ask for alerts, your "
    "address is "
    "kept in the record, and what has changed is sent to it; only you see it on the page."
)


PAGE = Page(PATH, title, layout, name="Privacy", words="cookies personal data", as_of=AS_OF)
