"""The gap: levels that the jobs to fill need against those people have, and pressure by occupation."""

import numpy as np
from dash import html

from dashboard.components.tables import data_table
from dashboard.datastore.areas import ENGLAND, Area
from dashboard.datastore.skills_counted import Counted, achieved, by_occupation, stock
from dashboard.datastore.skills_projected import Demand, demand
from dashboard.methods.skills import adverts
from dashboard.site import Site
from dashboard.statements import skills_words as words

TOP = "Level 4 and above"


def needed_shares(found: Demand) -> dict[str, float | None]:
    """The share (%) of the jobs to fill that need each level in which the workforce is counted."""
    mix = dict(found.total.mix)
    higher = [mix.pop("Levels 4 and 5"), mix.pop("Level 6 and above")]
    mix[TOP] = None if None in higher else sum(higher)
    return {
        level: None if value is None else 100 * value / found.total.requirement
        for level, value in mix.items()
    }


def held_shares(found: Counted) -> dict[str, float | None]:
    """The share (%) of people who have each level as their highest, of those with one of them."""
    if None in found.values.values():
        return dict.fromkeys(found.values)
    total = sum(found.values.values())
    return {level: 100 * value / total for level, value in found.values.items()}


def level_gaps(found: Demand, people: Counted) -> list[tuple[str, float | None, float | None, float | None]]:
    """Level, share needed, share held, and needed less held in percentage points."""
    held = held_shares(people)
    return [
        (level, need, held[level], None if None in (need, held[level]) else need - held[level])
        for level, need in needed_shares(found).items()
    ]


def gap_section(site: Site, region: Area, found: Demand) -> html.Section | None:
    """The gap by level, beside those who achieve each level in further education in a year."""
    people, done = stock(site.store, region.code), achieved(site.store, region.code)
    if people is None:
        return None
    rows = level_gaps(found, people)
    new = done.values if done else {}
    table = data_table(
        ["Level", "Jobs to fill need", f"People have ({words.counted(people)})", "Gap", _achieved_name(done)],
        [
            [level, words.exactly(need), words.exactly(held), words.gap(gap), words.people(new.get(level))]
            for level, need, held, gap in rows
        ],
        "Share of the jobs to fill from 2020 to 2035 that need each level, and of people who have it",
    )
    return html.Section(
        [
            html.Div(
                html.H2(words.largest_gap([(row[0], row[3]) for row in rows]), id="gap"),
                className="section-head",
            ),
            html.Div(table, className="card"),
            html.P(f"{words.STOCK_NOTE} {words.ACHIEVED_NOTE}", className="note"),
        ],
        className="section",
        **{"aria-labelledby": "gap"},
    )


def _achieved_name(found: Counted | None) -> str:
    return f"Achieved in {words.counted(found)}" if found else "Achieved"


def pressure_section(site: Site, region: Area, found: Demand) -> html.Section:
    """By occupation: jobs to fill for each 100 jobs, and adverts for each 100 in work, beside England's."""
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
        "Jobs to fill by 2035 for each 100 in 2020",
        "Online adverts for each 100 in work",
    ]
    return html.Section(
        [
            html.Div(html.H2("Where demand presses, by occupation", id="pressure"), className="section-head"),
            html.P(words.NO_SUPPLY),
            html.Details(
                [
                    html.Summary("Show every occupation"),
                    html.Div(data_table(header, rows, caption), className="card"),
                ]
            ),
        ],
        className="section",
        **{"aria-labelledby": "pressure"},
    )


def _per_100(need) -> float | None:
    if need.requirement is None or not need.jobs:
        return None
    return 100 * need.requirement / need.jobs


def _adverts(site: Site, region: Area, codes: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Adverts for each 100 in work, here and in England, for each of `codes`; NaN where not known."""
    counts = []
    for area in (region.code, ENGLAND):
        for metric in ("vacancies", "inemployment"):
            found = by_occupation(site.store, area, metric)
            values = found.values if found else {}
            counts.append([np.nan if values.get(code) is None else values[code] for code in codes])
    seen = adverts(*counts)
    return seen.rate_here, seen.rate_national
