"""An address of every page that the product has: what fills the parts of its path."""

import re

EXAMPLES = {
    "theme": "housing",
    "name": "median_price",
    "place": "E08000003",
    "ward": "E05011350",
    "dataset": "claimant_count",
    "framework": "regional_indicators",
    "decision": "new",
    "pilot": "new",
}


def example_of(path: str) -> str:
    """The address of the page at `path`; fails for a part (<place>) of which no example is given here."""
    return re.sub(r"<(\w+)>", lambda part: EXAMPLES[part[1]], path)
