"""How a spreadsheet stays up to date: Excel, Power BI and Google Sheets, step by step (docs/connect.md)."""

from dash import html

from dashboard.datastore.areas import Area

SERVICE = "/odata/v4/"
EXAMPLE = "/download/employment/employment_rate.csv"


def connect(region: Area) -> html.Details:
    """The steps for each program, with addresses to copy; `region` is the one they ask for."""
    return html.Details(
        [
            html.Summary("Keep a spreadsheet up to date"),
            html.P("Connect once. From then on “refresh” brings the newest figures."),
            html.H2("Excel"),
            _steps(
                ["Choose Data, Get Data, From Other Sources, From OData Feed."],
                [
                    "Paste the address of this site followed by ",
                    html.Code(SERVICE, tabIndex="0"),
                    ". Choose Anonymous.",
                ],
                [
                    "Pick Observations and then Transform Data. Filter the columns “indicator” and "
                    "“city_region”, then Close & Load."
                ],
                [
                    "Or show indicators below and take the Power Query file of one. Paste it into a "
                    "blank query, in the advanced editor."
                ],
            ),
            html.H2("Power BI"),
            _steps(
                [
                    "Open ",
                    html.A(
                        "city-region-figures.pbids", href="/connect/city-region-figures.pbids", download=""
                    ),
                    " in Power BI Desktop. Choose Anonymous.",
                ],
                ["Pick Observations, Indicators and Areas, and filter before you load."],
            ),
            html.H2("Google Sheets"),
            _steps(
                [
                    "Copy the link of a CSV file below. It stays the same, and so does ",
                    html.A("this example", href=f"{EXAMPLE}?region={region.code}"),
                    ".",
                ],
                [
                    "Type ",
                    html.Code('=IMPORTDATA("…the link…")'),
                    " into a cell. Sheets asks again each hour.",
                ],
            ),
        ],
        className="connect",
    )


def _steps(*steps: list) -> html.Ol:
    return html.Ol([html.Li(step) for step in steps])
