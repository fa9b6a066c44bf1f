"""What may stand in the leading comment of an indicator's file, in words: the table in docs/indicators.md."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from dashboard.catalogue.elsewhere import Elsewhere
from dashboard.catalogue.indicator import Groups
from dashboard.catalogue.metadata_faults import CHOICES, KEYS, LONGEST_TITLE, REQUIRED

MEANING = {
    "title": f"a short noun phrase, at most {LONGEST_TITLE} characters: how lists and charts call it",
    "question": "what somebody wants to know, as a question",
    "unit": "the full phrase of the axis: “% of people aged 16 to 64”, “£ a week”",
    "period": "how long one figure's period is",
    "better": "which direction is good; neither: no page says better or worse",
    "audience": "who may see it; what is the office's is in no public file",
    "decimals": "how many are shown",
    "owner": "the team that answers for the definition",
    "reviewed": "the day somebody last checked the definition; `make check` complains after a year",
    "method": "how the figure is made, for its page and downloads",
    "caveat": "what a reader must not conclude",
    "prefix": "stands before a figure: “£”",
    "suffix": "stands after a figure: “%”, “ minutes”",
    "headline": "true: its card stands open on the overview and on a place's page; about four a theme",
    "order": "its place in its theme, small first",
    "statistic": "what kind of figure it is; a proportion or rate whose SELECT gives `numerator` and "
    "`denominator`, full counts both, gets its margins of error from them",
    "per": "what a rate is per: 1000 for “per 1,000”",
    "seasonal": "true: months are compared with the same month of the year before",
    "sampled": "true: a sample survey's, of which no move is told without margins of error",
    "from_counts": "true: the SELECT gives `numerator` and `denominator` and no `value` or `status`: the "
    "value is made of them, and marked `x` where there is no denominator; needs `statistic` (and `per` for "
    "a rate)",
    "sum_of": "a wider area without a figure is the sum of these parts; needs `statistic` (and `per` for "
    "a rate); for a count the value is enough, for a proportion or rate the SELECT gives `numerator` and "
    "`denominator` too; and always `status`",
    "carried_from": "lsoa11: the SELECT speaks of the neighbourhoods of 2011, and `value` is carried to "
    "those of 2021 where that takes no guess; district: the publisher gives neighbourhoods the one figure "
    "of their district, which gets it back; what is carried is marked `derived`",
    "gap_words": "what there would be more or fewer of at England's rate: “people in work”; for money what "
    "the pounds are of. Needs the suffix %, the prefix £ or `per`, and a `denominator` of the SELECT or "
    "`gap_base`",
    "gap_base": "the indicator that counts those whom the rate is of: `people/working_age`",
    "measure": "what it tells of, in the same words as in every other indicator that tells of the same from "
    "another source: where one ends before another, its page leads to the newer one and the audit lists it",
    "elsewhere": "`[elsewhere]`, last of all: its publisher gives it for areas that no dataset here has. "
    "`published` and `held` are words that follow “for”; `levels` (county, district, ward, msoa, lsoa; "
    "without it all that have no figure); `address`, if not its dataset's",
    "groups": "`[groups]`: the figure is a gap, how far `group` is behind `others` (words in the plural); "
    "`of` is the indicator of them all, `better` (higher or lower; without it higher) which figure is ahead. "
    "The SELECT gives a row for each, its `side` group or others, and a `status`; `lower` and `upper` too "
    "with `limits = true`",
    "breaks": "`[[breaks]]` with `since` (a date) and `reason`: nothing joins before and after",
}
_FORMS: dict[Any, str] = {
    Elsewhere | None: "table",
    Groups | None: "table",
    str: "text",
    int: "whole number",
    bool: "true or false",
    date: "date",
}
_COLUMNS = """\
A `caveat`, `breaks` or `elsewhere` that is another indicator's to the letter is taken from that one's file,
which has to say it itself: `caveat = { same_as = "people/theft" }`. Everything else stands in each file.
`make indicator` names those that take something from the one that it checks.

The SELECT gives `area_code`, `period` (a date, its first day) and `value`, and where known `lower`, `upper`
(95% limits), `numerator`, `denominator` and `status` (a mark such as `p` or `derived`).
Each area and period has one row.

## How to see it

Put the file there, `make data` (it refuses what cannot be shown and says why), and start `make run` again.
Then look at `/indicator/<theme>/<name>`, `/api/v1/indicators/<theme>/<name>`, `/download/<theme>/<name>.csv`.
`make fix` renews this list. What a table's series are called, here those of `business_demography`:

```
.venv/bin/python -c 'import duckdb
duckdb.read_parquet("data/public/business_demography.parquet").unique("series").show(max_rows=999)'
```
"""


def table() -> Iterator[str]:
    """Lines of Markdown: every key, whether it must be there, what it may be, and what it means."""
    yield "## Metadata keys\n"
    yield "In the leading `/* ... */` comment of the file, as TOML. An error names the file and the key.\n"
    yield "| key | needed | form | meaning |\n|---|---|---|---|"
    for name in KEYS:
        needed = "yes" if name in REQUIRED else "no"
        yield f"| `{name}` | {needed} | {_form(name)} | {MEANING[name]} |"
    yield f"\n{_COLUMNS}"


def _form(name: str) -> str:
    return ", ".join(CHOICES.get(name, [_FORMS.get(KEYS[name].type, "list of tables")]))
