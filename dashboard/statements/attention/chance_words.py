"""Chance words: how many of a page's comparisons chance alone would call different."""

from collections.abc import Sequence

from dashboard.statements.attention.statement import Statement

BY_CHANCE = 0.05  # of comparisons by 95% intervals, where nothing differs
AMONG_MANY = "Among all comparisons made here, chance alone could have made a gap as large."
CHANGES_AMONG_MANY = "Among all changes judged here, chance alone could have made one as large."
FIRST_LIST = (
    "Of the lines “worse than England, surer than 99.8%” no more than 1 in 20 should be there by chance, all "
    "comparisons of the region taken together."
)


def behind(statements: Sequence[Statement]) -> str:
    """How many comparisons lie behind the lines of a list, and how many of them chance alone would make."""
    chances = [chance for item in statements for chance in item.by_chance]
    beyond = sum(chance < BY_CHANCE for chance in chances)
    return " ".join(filter(None, [by_chance(len(chances), beyond), _moves(statements)]))


def _moves(statements: Sequence[Statement]) -> str:
    moved, rare = sum(item.moved for item in statements), sum(item.rare for item in statements)
    if not moved:
        return ""
    made = _about(sum(item.moved_by_chance for item in statements))
    were = "1 was" if rare == 1 else f"{rare:,} were" if rare else "none was"
    return (
        f"Of {moved:,} newest moves held against every earlier one {were} the largest of its kind; if all "
        f"moves were alike, chance would make {made}."
    )


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
    return _about(tested * BY_CHANCE)


def _about(number: float) -> str:
    return "less than 1" if number < 0.75 else f"about {max(round(number), 1):,}"
