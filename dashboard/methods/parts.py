"""When what holds for some districts is said of their region: at least a third, and not by chance."""

from math import comb

SHARE = 3  # one in so many
CHANCE = 0.05  # how often so many districts may qualify though nothing happened in any

# How often a rule finds a change, in one direction, where nothing happened: measured (docs/methods.md).
FALSE_ALARMS = {
    "recent trend": 0.004,
    "difference": 0.025,
    "periods apart": 0.05,
    "rare moves": 0.05,
    "gap": 0.025,
}
CHARTED = 0.05  # 1% of figures that keep one level, 8% of those that drift a little


def holds(count: int, total: int, rule: str) -> bool:
    """Whether `count` of `total` districts are enough to say it of their region.

    At least a third of them; and as many would qualify at most 1 time in 20 if `rule` (a method of
    `choose`, or 'gap' for a gap tested at 95%) were wrong in each of them as often as it is measured to be.
    So one of two districts is enough for a recent trend and not for a rare move. Refuses: more than `total`.
    """
    if not 0 <= count <= total:
        raise ValueError(f"{count} of {total} districts cannot be; count again")
    if not count or SHARE * count < total:
        return False
    return at_least(count, total, FALSE_ALARMS.get(rule, CHARTED)) <= CHANCE


def at_least(count: int, total: int, rate: float) -> float:
    """The chance that `count` or more of `total` independent events happen, each with chance `rate`."""
    return sum(comb(total, k) * rate**k * (1 - rate) ** (total - k) for k in range(count, total + 1))
