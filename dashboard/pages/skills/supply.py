"""Supply: who learns, who achieves, who is qualified, and what young people go on to."""

from dash import html

from dashboard.components.headline import headline_card
from dashboard.components.tables import data_table
from dashboard.datastore.areas import Area
from dashboard.datastore.skills_counted import achieved, provision, stock
from dashboard.pages.skills import words
from dashboard.site import Site

# What the region's young people and adults bring: indicators as they stand everywhere else.
YOUNG = ("skills/level_3_at_19", "skills/higher_education_entry", "skills/neet", "skills/level_3")


def supply_section(site: Site, region: Area) -> html.Section:
    """Learners and apprentices, achievers by level, the stock of qualifications, and young people."""
    tables = [
        table for table in (_learners(site, region), _achievers(site, region), _stock(site, region)) if table
    ]
    cards = [
        headline_card(site, site.indicators[key], region, region) for key in YOUNG if key in site.indicators
    ]
    return html.Section(
        [
            html.Div(html.H2("Who is coming: supply", id="supply"), className="section-head"),
            html.Div([html.Div(table, className="card") for table in tables], className="grid supply-grid"),
            html.H3("Young people, and adults with Level 3", className="supply-cards"),
            html.Div(cards, className="grid"),
        ],
        className="section",
        **{"aria-labelledby": "supply"},
    )


def _learners(site: Site, region: Area) -> html.Div | None:
    taking = provision(site.store, region.code, "participation")
    done = provision(site.store, region.code, "achievements")
    if taking is None:
        return None
    rows = [
        [name, words.people(value), words.people(done.values.get(name) if done else None)]
        for name, value in taking.values.items()
    ]
    caption = f"Learners in further education, {words.counted(taking)}"
    return data_table(["Kind of learning", "Learners", "Achieved"], rows, caption)


def _achievers(site: Site, region: Area) -> html.Div | None:
    done = achieved(site.store, region.code)
    if done is None:
        return None
    rows = [[level, words.people(value)] for level, value in done.values.items()]
    return data_table(["Level", "People"], rows, f"Achieved in further education, {words.counted(done)}")


def _stock(site: Site, region: Area) -> html.Div | None:
    found = stock(site.store, region.code)
    if found is None:
        return None
    rows = [[level, words.people(value)] for level, value in found.values.items()]
    caption = f"Highest qualification of people aged 16 to 64, {words.counted(found)}"
    return data_table(["Level", "People"], rows, caption)
