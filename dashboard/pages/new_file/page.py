"""New file: a publisher's file is uploaded, shown as it would be read, and its register entry drafted."""

from html import escape

from dash import html

from dashboard.address.page import Address, Page
from dashboard.components.tables import data_table
from dashboard.pages.new_file.looked import LOOKED, Looked
from dashboard.record.rights import may_write
from dashboard.site import Site
from dashboard.statements.as_of_words import NO_FIGURES

PATH = "/new-file"
MOST = 20  # MB
LEAD = (
    "Upload a file as its publisher gives it: CSV, a workbook (.xlsx, .xlsm, .ods), parquet, R or JSON. You "
    "see what is found in it, ten rows as they would be read, and the two files that bring it into the "
    "product. Nothing of it is kept."
)
NEXT = (
    "Fill in what only a person can decide, save the two files under data/sources and queries, and read the "
    "file by “make refresh”. docs/new-file.md leads through it."
)
_FORM = """<form method="post" action="{path}" enctype="multipart/form-data" class="record-form"
 aria-label="Look at a file">
<input type="hidden" name="region" value="{region}">
<div class="field"><label for="new-file">The file</label>
<p class="field-hint" id="new-file-hint">Up to {most} MB.</p>
<input class="input" type="file" id="new-file" name="file" required aria-describedby="new-file-hint"></div>
<div class="field"><label for="new-file-sheet">The sheet, where several hold a table (optional)</label>
<input class="input" id="new-file-sheet" name="sheet" maxlength="60"></div>
<div class="form-end"><button type="submit" class="button">Look at it</button></div></form>"""


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "New file"


def layout(site: Site, address: Address) -> list:
    """What was found in the file that was sent, if one was; then the form, for those who may write."""
    looked = LOOKED.get()
    head = html.Div([html.H1("New file"), html.P(LEAD)], className="page-head")
    if not may_write():
        return [
            head,
            html.P("Your role here is to read; an editor can look at a new file.", className="empty"),
        ]
    form = _FORM.format(path=PATH, region=escape(address.region.code), most=MOST)
    again = html.Div(html.H2("Another file" if looked else "Your file", id="file"), className="section-head")
    asked = html.Section(
        [again, html.Div(**{"data-svg": form})], className="section", **{"aria-labelledby": "file"}
    )
    return [head, *(_found(looked) if looked else []), asked]


def _found(looked: Looked) -> list:
    if looked.refused:
        said = html.P([html.Strong(looked.file), ": ", looked.refused.removeprefix(f"{looked.file}: ")])
        return [html.Div(said, className="saved", role="alert"), *_section("Found in it", looked.found)]
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
    said = {"entry": "The register entry, as TOML", "query": "A first query, as SQL"}[name]
    return html.Pre(html.Code(text), tabIndex="0", className="as-text", role="region", **{"aria-label": said})


PAGE = Page(
    PATH,
    title,
    layout,
    as_of=NO_FIGURES,
    navigation="/data",
    cacheable=False,
    audience="office",
)
