"""New file: a publisher's file is uploaded, shown as it would be read, and its register entry drafted."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.components.plain_form import field, hidden, post_form
from dashboard.components.tables import data_table
from dashboard.pages.new_file.analysis import ANALYSIS, Analysis
from dashboard.record.rights import may_write
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES

PATH = "/new-file"
MOST_MEGABYTES = 20  # of all files together
MOST_FILES = 40
LONGEST_OPTIONS = 4000  # letters of what is decided about reading
LEAD = (
    "Upload a file as its publisher gives it: CSV, a workbook (.xlsx, .xlsm, .ods), parquet, R or JSON. You "
    "see what is found in it, ten rows as they would be read, and the two files that bring it into the "
    "product. Nothing of it is kept."
)
FILES = (
    f"Up to {MOST_MEGABYTES} MB. Several that are named alike but for their dates, such as one a month, are "
    "read as one dataset."
)
OPTIONS = (
    'One a line, as period = 2025-03-31 or only = { sex = "Total" }. What is asked names its key; '
    "docs/data.md lists them."
)
NEXT = (
    "Fill in what only a person can decide, save the two files under data/sources and queries, and read the "
    "file by “make refresh”. docs/new-file.md leads through it."
)


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "New file"


def layout(site: Site, address: Address) -> list:
    """What was found in the file that was sent, if one was; then the form, for those who may write."""
    looked = ANALYSIS.get()
    head = html.Div([html.H1("New file"), html.P(LEAD)], className="page-head")
    if not may_write():
        return [
            head,
            html.P("Your role here is to read; an editor can look at a new file.", className="empty"),
        ]
    again = html.Div(html.H2("Another file" if looked else "Your file", id="file"), className="section-head")
    asked = html.Section(
        [again, _form(address, looked or Analysis())], className="section", **{"aria-labelledby": "file"}
    )
    return [head, *(_found(looked) if looked else []), asked]


def _form(address: Address, looked: Analysis) -> html.Div:
    """The form, with what was said in it the last time; a browser lets no page choose a file."""
    sheet = "The sheet, where several hold a table (optional)"
    decided = "What you have decided about reading (optional)"
    named = {"prefix": "new-file"}
    fields = [
        hidden("region", address.region.code),
        field("file", "The file", FILES, **named, type="file", required=True, multiple=True),
        field("sheet", sheet, **named, maxlength=60, value=looked.sheet),
        field("options", decided, OPTIONS, **named, rows=4, maxlength=LONGEST_OPTIONS, value=looked.options),
    ]
    return post_form(PATH, "Look at a file", fields, "Look at it", files=True)


def _found(looked: Analysis) -> list:
    if looked.refused:
        element = html.P([html.Strong(looked.file), ": ", looked.refused.removeprefix(f"{looked.file}: ")])
        said = html.Div(element, className="saved", role="alert")
        return [said, *_section("Found in it", looked.found), *_section("To decide first", looked.asks)]
    rows = data_table(looked.head, looked.rows, "Ten rows, as they would be read")
    return [
        *_section(f"Found in {looked.file}", looked.found),
        _part("As it would be read", [rows]),
        *_section("Only a person can decide", looked.asks),
        _part(
            "The entry and a first query",
            [html.P(NEXT), _text("entry", looked.entry), _text("query", looked.query)],
        ),
    ]


def _section(heading: str, lines: list[str]) -> list:
    return [_part(heading, [html.Ul([html.Li(line) for line in lines])])] if lines else []


def _part(heading: str, content: list) -> html.Section:
    name = heading.split()[0].lower() + str(len(heading))
    head = html.Div(html.H2(heading, id=name), className="section-head")
    return html.Section([head, *content], className="section", **{"aria-labelledby": name})


def _text(name: str, text: str) -> html.Pre:
    caption = {"entry": "The register entry, as TOML", "query": "A first query, as SQL"}[name]
    return html.Pre(
        html.Code(text), tabIndex="0", className="as-text", role="region", **{"aria-label": caption}
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="New file",
    words="upload draft register entry read spreadsheet csv dataset add",
    as_of=NO_FIGURES,
    navigation="/data",
    cacheable=False,
    audience="office",
)
