"""The same theme page in Panel, as its documentation teaches: pn.cache, pn.bind, hvplot, a FastListTemplate.
Run with `panel serve`.
"""

from pathlib import Path

import hvplot.pandas  # noqa: F401 - adds .hvplot to DataFrames
import pandas as pd
import panel as pn

PUBLIC = Path(__file__).resolve().parents[2] / "data" / "public"
TABLES = ("employment_rate", "modelled_unemployment", "claimant_count", "gross_median_weekly_pay")
TABLES += ("business_demography",)
ENGLAND = "E92000001"

pn.extension(sizing_mode="stretch_width")


@pn.cache
def load():
    figures = pd.concat(pd.read_parquet(PUBLIC / f"{name}.parquet") for name in TABLES)
    return figures, pd.read_parquet(PUBLIC / "areas.parquet"), pd.read_parquet(PUBLIC / "membership.parquet")


@pn.cache
def shown_in(region: str) -> pd.DataFrame:
    figures, areas, membership = load()
    inside = membership.loc[membership.within == region, "area_code"]
    districts = areas[areas.area_code.isin(inside) & (areas.level == "district") & areas.current]
    wanted = figures[figures.area_code.isin([region, ENGLAND, *districts.area_code])]
    return wanted.merge(areas[["area_code", "name"]], on="area_code")


current = load()[1].query("level == 'combined_authority' and current")
names = dict(sorted(zip(current.name, current.area_code, strict=True)))
choice = pn.widgets.Select(name="City region", options=names, value=names["Greater Manchester"])


def page(region: str):
    name = next(name for name, code in names.items() if code == region)
    cards = []
    for series, rows in shown_in(region).groupby("series"):
        rows = rows.sort_values("period")
        latest = rows.groupby("name").tail(1)
        number = pn.indicators.Number(name=series, value=latest.value.median(), format="{value:.1f}")
        chart = rows.hvplot.line(x="period", y="value", by="name", height=250, responsive=True)
        cards.append(pn.Column(number, pn.pane.HoloViews(chart)))
    return pn.Column(f"# Employment in {name}", pn.GridBox(*cards, ncols=2))


pn.template.FastListTemplate(title="Employment", sidebar=[choice], main=[pn.bind(page, choice)]).servable()
