"""Chance words: how many of a page's comparisons chance alone would call different."""

BY_CHANCE = 0.05  # of comparisons by 95% intervals, where nothing differs


def by_chance(tested: int, beyond: int) -> str:
    """Of `tested` comparisons that rest on margins of error, `beyond` differ: how many chance would make.

    Empty where none rests on one.
    """
    if not tested:
        return ""
    differ = f"{beyond} {'is' if beyond == 1 else 'are'} beyond {'it' if tested == 1 else 'theirs'}"
    if tested == 1:
        return f"1 comparison here has a margin of error; {differ}. Chance alone would do that 1 time in 20."
    return (
        f"{tested:,} comparisons here have a margin of error; {differ}. If nothing differed, chance alone "
        f"would still put {expected(tested)} there."
    )


def expected(tested: int) -> str:
    """How many of so many comparisons chance would call different: "about 3", "less than 1"."""
    number = tested * BY_CHANCE
    return "less than 1" if number < 0.75 else f"about {max(round(number), 1)}"
