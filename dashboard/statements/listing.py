"""Names in a row, as a sentence has them."""

from collections.abc import Sequence


def listing(names: Sequence[str]) -> str:
    """ "a, b and c"; "a" for one, "" for none."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
