"""What a sum over several years is worth today, by the Green Book (HM Treasury, 2022, annex 6)."""

RATE, HEALTH_RATE = 0.035, 0.015  # a year; the lower one for effects on health and life


def present_value(a_year: float, years: int, *, health: bool = False) -> float:
    """`a_year` (pounds, in prices of one year) in each of `years` years, the first of them a year from now.

    Refuses (ValueError): no year, or more than 30, after which the Green Book's rate is another.
    """
    if not 1 <= years <= 30:
        raise ValueError(f"{years} years; give 1 to 30")
    rate = HEALTH_RATE if health else RATE
    return a_year * (1 - (1 + rate) ** -years) / rate


def with_optimism(cost: float, per_cent: float) -> float:
    """A cost with what is added because those who plan are hopeful: per cent of it."""
    return cost * (1 + per_cent / 100)
