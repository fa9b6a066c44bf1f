"""What a pilot costs and what its effect would be worth; no ratio of a guess."""

from datetime import date

from dashboard.catalogue.rounding import written
from dashboard.methods.evaluation.value import HEALTH_RATE, RATE, present_value, with_optimism
from dashboard.record.kinds import Pilot
from dashboard.statements.record_words import pounds

HEALTHY = "people"  # the theme whose effects are on health and life


def worth(pilot: Pilot, registered: date, verdict: str, theme: str) -> list[tuple[str, str]]:
    """Names and sentences of cost, benefit and, where it did better than its comparison, benefit a pound.

    `registered` is when it was: its prices are those of that year. `theme` is its figure's.
    """
    found = []
    if pilot.cost is not None:
        found.append(("Cost", _cost(pilot, registered)))
    if pilot.benefit is None or pilot.years is None:
        return found
    health = theme == HEALTHY
    years = int(pilot.years)
    today = present_value(pilot.benefit, years, health=health)
    rate = f"{HEALTH_RATE if health else RATE:.1%}"
    sentence = (
        f"Hoped for: {pounds(pilot.benefit)} a year for {years} year{'' if years == 1 else 's'}, worth "
        f"{pounds(_rounded(today))} at the start (at {rate} a year, as the Green Book has it). "
        "It is what the office expects, not measured."
    )
    return [*found, ("Benefit", sentence), ("Benefit for each pound", _ratio(pilot, today, verdict))]


def _cost(pilot: Pilot, registered: date) -> str:
    whole = with_optimism(pilot.cost, pilot.optimism or 0)
    added = f", {pounds(_rounded(whole))} with {pilot.optimism:g}% for optimism" if pilot.optimism else ""
    return (
        f"{pounds(pilot.cost)}{added}, in prices of {registered.year}. Paid by: {pilot.payer or 'not said'}."
    )


def _ratio(pilot: Pilot, today: float, verdict: str) -> str:
    if verdict != "better":
        return "Not given: the figures do not show that it did better than its comparison."
    if not pilot.cost:
        return "Not given: no cost is recorded."
    each = today / with_optimism(pilot.cost, pilot.optimism or 0)
    return f"£{written(each, 1)}, if the effect is the pilot’s and worth what was expected."


def _rounded(sum_: float) -> float:
    """To three digits: more would be more than is known."""
    return float(f"{sum_:.3g}")
