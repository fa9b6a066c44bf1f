"""By level, the openings beside the people who have it; by occupation, where demand presses."""

import numpy as np
from dash import html

from dashboard.components.tables import data_table
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.skills_counted import SkillsCounts, achieved, by_occupation, stock
from dashboard.datastore.skills_projected import YEARS, Demand, demand
from dashboard.methods.skills import adverts, shares_of_openings, shares_of_people, whole
from dashboard.pages.skills import words
from dashboard.site import Site

TOP = "Level 4 and above"
METRICS = ("vacancies", "inemployment")  # adverts, and people in work


def openings(found: Demand) -> dict[str, float | None]:
    """Openings of the whole projection at each level in which the workforce is counted, in people."""
    mix = dict(found.total.mix)
    higher = [mix.pop("Levels 4 and 5"), mix.pop("Level 6 and above")]
    return mix | {TOP: whole(higher)}


def levels_section(site: Site, region: Area, found: Demand) -> html.Section | None:
    """The openings of a year at each level, the people who have it, and those who achieve it in a year.

    Side by side: openings of many years are not subtracted from people of one day.
    """
    people, done = stock(site.store, region.code), achieved(site.store, region.code)
    if people is None:
        return None
    needed = openings(found)
    shares, held = shares_of_openings(needed), shares_of_people(people.values)
    new = done.values if done else {}
    table = data_table(
        [
            "Level",
            "Openings a year",
            "Share of openings",
            f"People with it ({words.counted(people)})",
            "Share of those with one of these",
            _achieved_name(done),
        ],
        [
            [
                level,
                words.a_year(value),
                words.share_of_openings(value, shares[level]),
                words.people(people.values[level]),
                words.share(held[level]),
                words.people(new.get(level)),
            ]
            for level, value in needed.items()
        ],
        "By level: openings from 2020 to 2035, a year of them, and people aged 16 to 64",
    )
    return html.Section(
        [
            html.Div(html.H2(words.levels_message(shares, held), id="levels"), className="section-head"),
            html.Div(table, className="card"),
            html.P(f"{words.OPENINGS_NOTE} {words.STOCK_NOTE} {words.ACHIEVED_NOTE}", className="note"),
        ],
        className="section",
        **{"aria-labelledby": "levels"},
    )


def _achieved_name(found: SkillsCounts | None) -> str:
    return f"Achieved in {words.counted(found)}" if found else "Achieved"


def pressure_section(site: Site, region: Area, found: Demand) -> html.Section:
    """By occupation: jobs to fill a year for each 100 jobs, adverts for each 100 in work; England's too."""
    england = demand(site.store, ENGLAND)
    there = {need.code: need for need in england.needs}
    ads = _adverts(site, region, [need.code for need in found.needs])
    rows = [
        [
            need.name,
            words.pressure(_per_100(need), _per_100(there[need.code])),
            words.pressure(ads[0][number], ads[1][number]),
        ]
        for number, need in enumerate(found.needs)
    ]
    caption = "Pressure by occupation, beside England’s"
    header = [
        "Occupation",
        "Jobs to fill a year for each 100 jobs in 2020",
        words.adverts_head(*(by_occupation(site.store, ENGLAND, metric) for metric in METRICS)),
    ]
    return html.Section(
        [
            html.Div(html.H2("Where demand presses, by occupation", id="pressure"), className="section-head"),
            html.P(words.NO_SUPPLY),
            html.Details(
                [
                    html.Summary("Show every occupation"),
                    html.Div(data_table(header, rows, caption, wide=True), className="card"),
                ]
            ),
        ],
        className="section",
        **{"aria-labelledby": "pressure"},
    )


def _per_100(need) -> float | None:
    if need.requirement is None or not need.jobs:
        return None
    return 100 * need.requirement / YEARS / need.jobs


def _adverts(site: Site, region: Area, codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Adverts for each 100 in work, here and in England, for each of `codes`; NaN where not known."""
    counts = []
    for area in (region.code, ENGLAND):
        for metric in METRICS:
            found = by_occupation(site.store, area, metric)
            values = found.values if found else {}
            counts.append([np.nan if values.get(code) is None else values[code] for code in codes])
    seen = adverts(*counts)
    return seen.rate_here, seen.rate_national
