"""Words of the skills pipeline: what is needed, who is coming, where they part, and what cannot be told."""

from collections.abc import Sequence

from dashboard.datastore.skills_counted import Counted
from dashboard.datastore.skills_projected import Demand, Need

HIDDEN = "[c]"
CANNOT = (
    "The projections were made in 2023 and carry no margin of error: they say what would happen if past "
    "patterns and known plans continued, not what will. They begin in 2020, a year like no other, and know "
    "nothing of changes since 2023. A requirement below zero means that fewer people at that level are "
    "projected to be needed than would be left after those who leave."
)
NO_SUPPLY = (
    "Nobody counts newly qualified people by the occupation they go into. So demand by occupation is set "
    "against England’s and against job adverts, not against a number of people."
)
STOCK_NOTE = (
    "Of people aged 16 to 64 with one of these as their highest; other and foreign qualifications and trade "
    "apprenticeships cannot be placed at a level and are left out."
)
ACHIEVED_NOTE = "Further education only, without universities. Who achieves at two levels is counted at both."


def people(value: float | None) -> str:
    """People to the nearest hundred: "852,100", "−11,700"; [c] where hidden."""
    if value is None:
        return HIDDEN
    rounded = int((abs(value) + 50) // 100 * 100)
    return f"{'−' if value < 0 and rounded else ''}{rounded:,}"


def change(value: float | None) -> str:
    """A change with its sign: "+14,600"."""
    said = people(value)
    return f"+{said}" if value is not None and value > 0 and said != "0" else said


def share(value: float | None) -> str:
    """A percentage without decimals; [c] where it rests on a hidden cell."""
    return HIDDEN if value is None else f"{'−' if round(value) < 0 else ''}{abs(round(value))}%"


def exactly(value: float | None) -> str:
    """A percentage with one decimal, where two are to be subtracted."""
    return HIDDEN if value is None else f"{'−' if round(value, 1) < 0 else ''}{abs(value):.1f}%"


def gap(value: float | None) -> str:
    """A gap between two shares: "+26.3 points"."""
    if value is None:
        return HIDDEN
    points = round(value, 1)
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return f"{sign}{abs(points):.1f} points"


def message(name: str, demand: Demand) -> str:
    """The title: how many jobs are to be filled, and for how many of them somebody leaves."""
    total = demand.total
    leaving = share(100 * total.replacement / total.requirement)
    return (
        f"{people(total.requirement)} jobs to fill in {name} from 2020 to 2035, {leaving} of them "
        "because people leave"
    )


def most(needs: Sequence[Need]) -> str:
    """Which occupations need most people, and where jobs go."""
    known = [need for need in needs if need.requirement is not None]
    top = sorted(known, key=lambda need: -need.requirement)[:3]
    said = "; ".join(f"{need.name} ({people(need.requirement)})" for need in top)
    going = [need for need in known if need.net is not None and need.net < 0]
    words = f"Most are needed as: {said}."
    if going:
        shown = "" if len(known) == len(needs) else "the "
        which = f"{shown}{len(known)} occupations{' shown' if shown else ''}"
        words += f" In {len(going)} of {which} jobs go, yet people are needed to replace leavers."
    return words


def rule(demand: Demand) -> str:
    """The workbooks' rule on small cells, as it applies to this view."""
    public = demand.floor == 10_000
    use = "published" if public else "used inside the office"
    besides = ", or hidden so that such a smaller figure cannot be worked out" if public else ""
    return (
        f"{HIDDEN}: fewer than {demand.floor:,} people, too few to be {use} by the rule of the projections’ "
        f"authors{besides}. The total is the workbook’s own and includes these cells."
    )


def mix_message(demand: Demand) -> str:
    """Which level most of the jobs to fill need: "66% of the jobs to fill need Level 6 and above"."""
    known = [(value, level) for level, value in demand.total.mix.items() if value is not None]
    if len(known) < len(demand.total.mix):
        return "Qualifications that the jobs to fill need: some levels cannot be published"
    value, level = max(known)
    return f"{share(100 * value / demand.total.requirement)} of the jobs to fill need {level}"


def not_projected(name: str, covered: Sequence[str]) -> str:
    """The honest message for a combined authority without a projection."""
    listed = f"{', '.join(covered[:-1])} and {covered[-1]}"
    return (
        f"There is no projection for {name}: no workbook of Skills Imperative 2035 has exactly its "
        f"districts. The {len(covered)} combined authorities that have one are {listed}. No figure is made "
        "up in its place; what is known of supply is below."
    )


def largest_gap(rows: Sequence[tuple[str, float | None]]) -> str:
    """The message of the gap by level: where the share needed is furthest above the share held."""
    if any(value is None for _, value in rows):
        return "The gap by level: where it is largest rests on cells that cannot be published"
    level, value = max(rows, key=lambda pair: pair[1])
    if value <= 0:
        return "At no level is a larger share needed than people hold"
    more = gap(value).removeprefix("+")
    return f"The gap is at {level}: needed in {more} more of the jobs than people have it"


def counted(found: Counted) -> str:
    """From when counts are: the calendar or the academic year."""
    year = found.period.year
    return f"{year}/{(year + 1) % 100:02d}" if found.period.month == 8 else str(year)


def pressure(value: float | None, there: float | None) -> str:
    """A rate beside England's: "58 (England 52)"."""
    if value is None or value != value:
        return HIDDEN
    england = f" (England {there:.1f})" if there is not None and there == there else ""
    return f"{value:.1f}{england}"
