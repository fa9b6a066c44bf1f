"""Words of the skills pipeline: what is needed, who has it, who is coming, and what cannot be told."""

from collections.abc import Mapping, Sequence

from dashboard.catalogue.periods import label
from dashboard.catalogue.rounding import half_up, written
from dashboard.datastore.skills_counted import SkillsCounts
from dashboard.datastore.skills_projected import FIRST, LAST, YEARS, Demand, Need
from dashboard.methods.skills import shares_of_openings
from dashboard.statements.listing import listing

HIDDEN = "[c]"
CANNOT = (
    "The projections were made in 2023 and have no margin of error. They say what would happen if past "
    "trends and known plans went on, not what will happen. They start in 2020, a year like no other. They "
    "know nothing of what has changed since 2023."
)
NO_SUPPLY = (
    "Nobody counts which jobs newly qualified people go into. So demand for each job is set beside England’s "
    "and beside job adverts, not beside a number of people."
)
OPENINGS_NOTE = (
    "Openings are new jobs, and jobs to fill when people leave, spread evenly over 15 years. Where there "
    "will be fewer such jobs, even with those who leave, a level has no share of the openings. They are not "
    "taken off the people who have a level today: most of those are in work and will stay."
)
STOCK_NOTE = (
    "Shares are of people aged 16 to 64 who have one of these as their highest. Left out are trade "
    "apprenticeships and what was gained abroad or has no level."
)
ACHIEVED_NOTE = "This counts colleges, not universities. Who passes at two levels is counted at both."


def people(value: float | None) -> str:
    """People to the nearest hundred: "852,100", "−11,700"; [c] where hidden."""
    if value is None:
        return HIDDEN
    rounded = int((abs(value) + 50) // 100 * 100)
    return f"{'−' if value < 0 and rounded else ''}{rounded:,}"


def change(value: float | None) -> str:
    """A change with its sign: "+14,600"."""
    text = people(value)
    return f"+{text}" if value is not None and value > 0 and text != "0" else text


def share(value: float | None) -> str:
    """A percentage without decimals; [c] where it rests on a hidden cell."""
    if value is None:
        return HIDDEN
    share = half_up(value)
    return f"{'−' if share < 0 else ''}{abs(share)}%"


def openings(value: float | None) -> str:
    """Openings at one level: "34,000"; "800 fewer" where there will be fewer such jobs."""
    if value is None or value >= 0 or people(-value) == "0":
        return people(value)
    return f"{people(-value)} fewer"


def a_year(value: float | None) -> str:
    """Openings of the whole projection as those of one of its years."""
    return openings(None if value is None else value / YEARS)


def share_of_openings(value: float | None, part: float | None) -> str:
    """The share of openings that need a level; where its openings are below zero there is none to give."""
    return "fewer such jobs" if value is not None and value < 0 else share(part)


def message(name: str, demand: Demand) -> str:
    """The title: how many jobs are to be filled, and for how many of them somebody leaves."""
    total = demand.total
    sentence = f"{people(total.requirement)} jobs to fill in {name} from {FIRST} to {LAST}"
    if total.net < 0:  # all of them replace people, and not all who leave are replaced
        return f"{sentence}, all because people leave: {people(-total.net)} jobs go"
    return f"{sentence}, {share(100 * total.replacement / total.requirement)} of them because people leave"


def most(needs: Sequence[Need]) -> str:
    """Which occupations need most people, and where jobs go."""
    known = [need for need in needs if need.requirement is not None]
    top = sorted(known, key=lambda need: -need.requirement)[:3]
    sentence = "; ".join(f"{need.name} ({people(need.requirement)})" for need in top)
    going = [need for need in known if need.net is not None and need.net < 0]
    words = f"Most are needed as: {sentence}."
    if going:
        shown = "" if len(known) == len(needs) else "the "
        which = f"{shown}{len(known)} occupations{' shown' if shown else ''}"
        words += f" In {len(going)} of {which} jobs go, yet people are needed to replace leavers."
    return words


def rule(demand: Demand) -> str:
    """The workbooks' rule on small cells, as it applies to this view."""
    public = demand.floor == 10_000
    use = "published" if public else "used inside the office"
    besides = ", or it is hidden so that a smaller one cannot be worked out" if public else ""
    return (
        f"{HIDDEN}: fewer than {demand.floor:,} people. That is too few to be {use}, by the rule of those "
        f"who made the projections{besides}. The total is the workbook’s own and has these cells in it."
    )


def mix_message(demand: Demand) -> str:
    """Which level most openings need: "59% of openings need Level 6 and above"."""
    shares = shares_of_openings(demand.total.mix)
    if None in demand.total.mix.values():
        return "Qualifications that the jobs to fill need: some levels cannot be published"
    level = _most(shares)
    return f"{share(shares[level])} of openings need {level}"


def not_projected(name: str, covered: Sequence[str]) -> str:
    """The honest message for a city region without a projection."""
    return (
        f"There is no projection for {name}: no workbook of Skills Imperative 2035 has exactly its "
        f"districts. The {len(covered)} city regions that have one are {listing(covered)}. No figure is made "
        "up in its place; what is known of supply is below."
    )


def levels_message(needed: Mapping[str, float | None], held: Mapping[str, float | None]) -> str:
    """The level that most openings need, and how many people have it: beside each other, never subtracted."""
    if not any(needed.values()):
        return "Openings and people by level: some levels cannot be published"
    level = _most(needed)
    return (
        f"{share(needed[level])} of openings to {LAST} need {level}; "
        f"{share(held[level])} of people aged 16 to 64 with one of these levels have it"
    )


def _most(shares: Mapping[str, float | None]) -> str:
    return max(shares, key=lambda level: shares[level] or 0)


def counted(found: SkillsCounts) -> str:
    """From when counts of a year are: the calendar year, or the two that an academic or survey year spans."""
    year = found.period.year
    return str(year) if found.period.month == 1 else f"{year}/{(year + 1) % 100:02d}"


def adverts_head(advertised: SkillsCounts | None, working: SkillsCounts | None) -> str:
    """The head of a column that sets adverts of one month against people in work in another year."""
    if advertised is None or working is None:
        return "Online adverts for each 100 in work"
    month = label("month", advertised.period)
    return f"Online adverts ({month}) for each 100 in work ({counted(working)})"


def pressure(value: float | None, there: float | None) -> str:
    """A rate beside England's: "58 (England 52)"."""
    if value is None or value != value:
        return HIDDEN
    england = f" (England {written(there, 1)})" if there is not None and there == there else ""
    return f"{written(value, 1)}{england}"
