"""What the public's first page says of a change: the change alone, and each fact once."""

import re

from dashboard.site import Site
from dashboard.statements.attention.statement import Statement

_ONLY = re.compile(r" in ([A-Z].*, the only .* with a figure)")
_MANY = re.compile(r"(?:of the \d+|all \d+|both) ([a-z -]+?)(?=,|$)")


def change_alone(text: str) -> tuple[str, str]:
    """Title and change of a statement's text, without its gap to the benchmark (words.joined puts them
    together): where places are counted, "in 7" then says of what: "in 7 of its districts"."""
    title, finding = text.split(": ", 1)
    if "; " not in finding:
        return title, finding
    gap, change = finding.rsplit("; ", 1)
    change = change.replace(", both by more", ", by more")
    if only := _ONLY.search(gap):
        return title, f"in {only[1]}, {change}"
    if many := _MANY.search(gap):
        change = re.sub(r"\bin all of them", f"in all of its {many[1]}", change)
        change = re.sub(r"\bin (\d+)\b", rf"in \1 of its {many[1]}", change)
    return title, change


def each_once(site: Site, found: list[Statement]) -> list[Statement]:
    """`found` without the counts whose rate is there too: the same fact twice. A rate's SELECT reads every
    table that its count is made from."""
    tables = {item.indicator: _tables(site, item.indicator) for item in found}
    rates = [item for item in found if site.indicators[item.indicator].statistic != "count"]
    return [
        item
        for item in found
        if item in rates
        or not any(
            rate.theme == item.theme and tables[item.indicator] <= tables[rate.indicator] for rate in rates
        )
    ]


def _tables(site: Site, indicator: str) -> set[str]:
    return {source.dataset for source in site.sources(site.indicators[indicator])}
