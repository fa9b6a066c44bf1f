"""The same theme page in Streamlit, as its documentation teaches: st.cache_data, st.selectbox, st.metric,
columns, st.line_chart. Run with `streamlit run`.
"""

from pathlib import Path

import pandas as pd
import streamlit as st

PUBLIC = Path(__file__).resolve().parents[2] / "data" / "public"
TABLES = ("employment_rate", "modelled_unemployment", "claimant_count", "gross_median_weekly_pay")
TABLES += ("business_demography",)
ENGLAND = "E92000001"

st.set_page_config(page_title="Employment", layout="wide")


@st.cache_data
def load():
    figures = pd.concat(pd.read_parquet(PUBLIC / f"{name}.parquet") for name in TABLES)
    return figures, pd.read_parquet(PUBLIC / "areas.parquet"), pd.read_parquet(PUBLIC / "membership.parquet")


@st.cache_data
def shown_in(region: str) -> pd.DataFrame:
    figures, areas, membership = load()
    inside = membership.loc[membership.within == region, "area_code"]
    districts = areas[areas.area_code.isin(inside) & (areas.level == "district") & areas.current]
    wanted = figures[figures.area_code.isin([region, ENGLAND, *districts.area_code])]
    return wanted.merge(areas[["area_code", "name"]], on="area_code")


regions = (
    load()[1].query("level == 'combined_authority' and current").set_index("area_code").name.sort_values()
)
region = st.selectbox(
    "City region", regions.index, index=list(regions).index("Greater Manchester"), format_func=regions.get
)
st.title(f"Employment in {regions[region]}")
shown = shown_in(region)
left, right = st.columns(2)
for number, (series, rows) in enumerate(shown.groupby("series")):
    with (left, right)[number % 2]:
        latest = rows.sort_values("period").groupby("name").tail(1)
        st.metric(series, f"{latest.value.median():.1f}", help="Middle of the areas shown")
        st.line_chart(rows.pivot_table(index="period", columns="name", values="value"), height=250)
