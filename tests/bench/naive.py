"""The baseline: the theme page as most Dash apps are written. One DataFrame read at import, filtered with
pandas in each callback, plotly express figures with the default template, cards built each time.

It shows the same indicators of the same region from the same published parquet.
"""

from pathlib import Path

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

ROOT = Path(__file__).resolve().parents[2]
THEME = {
    "employment_rate": ["Employment rate", "Economically inactive"],
    "modelled_unemployment": None,
    "claimant_count": None,
    "gross_median_weekly_pay": None,
    "business_demography": None,
}
REGION, ENGLAND = "E47000001", "E92000001"

tables = [pd.read_parquet(ROOT / "data" / "public" / f"{name}.parquet") for name in THEME]
df = pd.concat(tables)
areas = pd.read_parquet(ROOT / "data" / "public" / "areas.parquet")
membership = pd.read_parquet(ROOT / "data" / "public" / "membership.parquet")

app = Dash(__name__)
app.layout = html.Div(
    [
        dcc.Location(id="location"),
        dcc.Dropdown(areas[areas.level == "combined_authority"].area_code.tolist(), REGION, id="region"),
        html.Div(id="page"),
    ]
)


@app.callback(Output("page", "children"), Input("region", "value"))
def page(region):
    inside = membership[membership.within == region].area_code
    districts = areas[areas.area_code.isin(inside) & (areas.level == "district") & areas.current]
    named = df.merge(areas[["area_code", "name"]], on="area_code")
    cards = []
    for series in sorted(df.series.unique()):
        rows = named[named.series == series]
        wanted = [region, ENGLAND, *districts.area_code]
        shown = rows[rows.area_code.isin(wanted)].sort_values("period")
        if shown.empty:
            continue
        latest = shown[shown.period == shown.period.max()]
        figure = px.line(shown, x="period", y="value", color="name", title=series)
        table = html.Table(
            [html.Tr([html.Td(r.name), html.Td(f"{r.value:.1f}")]) for r in latest.itertuples()]
        )
        cards.append(html.Div([html.H3(series), dcc.Graph(figure=figure), table]))
    return cards


app._setup_server()  # else the first page of a worker may lack its scripts and wait for ever
server = app.server
