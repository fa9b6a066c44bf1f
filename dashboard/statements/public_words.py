"""What the public's first page says of a change: the change alone, and each fact once."""

import re

from dashboard.site import Site
from dashboard.statements.attention.statement import Statement
from dashboard.statements.judgement.benchmark import BENCHMARKS

# A change may have a "; " of its own: what is taken off is the gap before it, and nothing else.
_SIDES = "higher than|lower than|similar to|the same as"
_GAP = re.compile(rf"(?:not )?(?:{_SIDES}) (?:{'|'.join(BENCHMARKS.values())})\b[^;]*; ")
_ONLY = re.compile(r" in ([A-Z].*, the only .* with a figure)")
_MANY = re.compile(r"(?:of the \d+|all \d+|both) ([a-z -]+?)(?=,| \(|$)")
# How many places: neither a year ("than in 2010") nor a span ("in 24 years").
_COUNT = re.compile(r"\bin (\d{1,3})(?= \(|[,.]|$| and | since | on a year before)")


def change_alone(text: str) -> tuple[str, str]:
    """Title and change of a statement's text, without its gap to the benchmark (words.joined puts them
    together): where places are counted, "in 7" then says of what: "in 7 of its districts"."""
    title, finding = text.split(": ", 1)
    if not (found := _GAP.match(finding)):
        return title, finding
    gap = found[0].removesuffix("; ")
    change = finding[found.end() :].replace(", both by more", ", by more")
    if only := _ONLY.search(gap):
        return title, f"in {only[1]}, {change}"
    if many := _MANY.search(gap):
        change = re.sub(r"\bin all of them", f"in all of its {many[1]}", change)
        change = _COUNT.sub(rf"in \1 of its {many[1]}", change)
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
