"""Figures worked out from several of the publishers' tables, each in the plainest way there is."""

import pandas as pd

from tests.oracle.reckoning.places import current, series, table
from tests.oracle.reckoning.sums import over, sums, without

KEY = ["area_code", "period"]
ENGLAND = "E92000001"
LEVELS = ["qualL1", "qualL2", "qualL3", "qualL4", "qualApp", "qualNone", "qualOther"]


def made(entry):
    """The figures of an entry that names one of these functions."""
    return FIGURES[entry["worked_out"]]()


def gdp_per_head():
    """As published; England, and a city region without its own, from districts times residents."""
    frame = _of_residents(series("gdp_per_head", "Gross domestic product per head at current market price"))
    frame["numerator"] = frame.value * frame.denominator
    return pd.concat([frame, over(_wider(frame), 1)])


def research_business():
    """Millions of pounds over residents, of regions and nations."""
    return _spent_per_head("research_business", "Business expenditure on research and development")


def research_public():
    """Millions of pounds over the residents of the year in which the financial year begins."""
    return _spent_per_head("research_public", "Public-funded expenditure on research and development")


def universal_credit():
    """Households on it over the households of the quarter."""
    frame = series("universal_credit", "Households on Universal Credit")
    frame = frame[KEY].assign(numerator=frame.value, quarter=_quarters(frame))
    homes = series("homelessness", "Households (thousands)")
    homes = homes[["area_code"]].assign(quarter=_quarters(homes), denominator=1000 * homes.value)
    frame = frame.merge(homes, on=["area_code", "quarter"])
    return over(pd.concat([frame, _wider(frame)]), 1000)


def children():
    """Residents times the share of those under 16."""
    return _counted(_age_bands().assign(share=lambda frame: frame.young))


def working_age():
    """Residents less the shares of those under 16 and of those aged 65 and over."""
    old = table("percentage_of_the_population_aged_65_plus")[[*KEY, "value"]].rename(columns={"value": "old"})
    frame = _age_bands().merge(old, on=KEY)
    return _counted(frame.assign(share=100 - frame.young - frame.old))


def homicides():
    """The rate as published; the whole number of homicides in three years that gives it."""
    frame = series("homicides", "Homicide Offences")[[*KEY, "value"]]
    people = table("population_count")
    of_regions = sums(people.rename(columns={"value": "people"}), "people")
    people = pd.concat([people.rename(columns={"value": "people"}), of_regions])
    frame["year"] = [day.year + 1 for day in frame.period]
    people = people.assign(year=[day.year for day in people.period])[["area_code", "year", "people"]]
    frame = frame.merge(people, on=["area_code", "year"], how="left")
    frame["denominator"] = 3 * frame.people
    frame["numerator"] = (frame.value * frame.denominator / 1_000_000).round()
    return frame


def population_change():
    """Residents less those of a year before, per 1,000 of these."""
    now = table("population_count")[[*KEY, "value"]]
    before = now.assign(period=[day.replace(year=day.year + 1) for day in now.period])
    frame = now.merge(before.rename(columns={"value": "denominator"}), on=KEY)
    frame["numerator"] = frame.value - frame.denominator
    return over(pd.concat([frame, sums(frame, "numerator", "denominator")]), 1000)


def adult_learners():
    """Learners for each 1,000 residents of the year in which the school year begins."""
    return _learners(lambda frame: frame.breakdown == "Total")


def apprentices():
    """The same of apprentices."""
    return _learners(lambda frame: (frame.breakdown == "Provision") & (frame.subgroup == "Apprenticeships"))


def level_4():
    """People with Level 4 or above of all whose level is known; else the Department's own share of 2024."""
    frame = table("local_skills")
    frame = frame[(frame.breakdown == "Total") & frame.metric.isin(LEVELS)]
    wide = frame.pivot_table(index=KEY, columns="metric", values="value", dropna=False)
    wide = wide[wide.notna().sum(axis=1) == frame.groupby(KEY).size().reindex(wide.index)]
    counted = (100 * wide.qualL4 / wide.sum(axis=1)).rename("value").reset_index()
    given = series("qualifications_2024", "Level 4 or above")[[*KEY, "value"]]
    return pd.concat([counted, without(given.assign(value=100 * given.value), counted)])


def destinations_16():
    """Pupils in work or learning after Key Stage 4, in per cent."""
    return _destinations("sustainedPositiveDestinationKS4Rate")


def destinations_18():
    """Students in work or learning after Key Stage 5, in per cent."""
    return _destinations("sustainedPositiveDestinationKS5Rate")


def _destinations(metric):
    frame = table("local_skills")
    frame = frame[(frame.metric == metric) & (frame.breakdown == "Total")]
    return frame[KEY].assign(value=100 * frame.value)


def _learners(chosen):
    frame = table("local_skills")
    frame = frame[(frame.metric == "participation") & chosen(frame)]
    frame = _of_residents(frame).rename(columns={"value": "numerator"})
    return over(pd.concat([frame, sums(frame, "numerator", "denominator")]), 1000)


def _spent_per_head(name, chosen):
    frame = _of_residents(series(name, chosen))
    return over(frame.assign(numerator=1_000_000 * frame.value), 1)


def _of_residents(frame):
    """The place, period and value, with the residents of the period's first year as denominator."""
    frame = frame[[*KEY, "value"]].assign(year=[day.year for day in frame.period])
    people = table("population_count")
    people = people[["area_code"]].assign(year=[day.year for day in people.period], denominator=people.value)
    return frame.merge(people, on=["area_code", "year"], how="left").drop(columns="year")


def _wider(frame):
    """England, where every district is known, and the city regions without a row: sums of both columns."""
    districts = current("district")
    known = frame[frame.area_code.isin(districts)].dropna(subset=["numerator", "denominator"])
    whole = known.groupby("period")[["numerator", "denominator"]].agg(["sum", "count"])
    every = whole[whole["numerator", "count"] == len(districts)]
    england = pd.DataFrame(
        {
            "area_code": ENGLAND,
            "numerator": every["numerator", "sum"],
            "denominator": every["denominator", "sum"],
        }
    ).reset_index()
    return pd.concat([england, sums(frame, "numerator", "denominator")])


def _age_bands():
    people = table("population_count")[[*KEY, "value"]].rename(columns={"value": "people"})
    young = table("broad_age_bands")[[*KEY, "value"]].rename(columns={"value": "young"})
    return people.merge(young, on=KEY)


def _counted(frame):
    """Whole people: halves are rounded up."""
    frame = frame.assign(value=(frame.people * frame.share / 100 + 0.5).floordiv(1))
    return pd.concat([frame, sums(frame, "value")])


def _quarters(frame):
    return [(day.year, (day.month + 2) // 3) for day in frame.period]


FIGURES = {
    made.__name__: made
    for made in (
        adult_learners,
        apprentices,
        children,
        destinations_16,
        destinations_18,
        gdp_per_head,
        homicides,
        level_4,
        population_change,
        research_business,
        research_public,
        universal_credit,
        working_age,
    )
}
