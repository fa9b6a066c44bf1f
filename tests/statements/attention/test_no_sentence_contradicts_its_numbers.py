"""Every statement of every region against the second implementation of the rules (tests/oracle).

Here the figures are the product’s, so every indicator is held to the rules; tests/oracle reckons them too.
"""

import re
from dataclasses import replace

import pytest

from dashboard.statements.attention.attention import attention_list
from tests.statements.attention.allowed_by_figures import figures
from tests.statements.attention.district_lines import check_districts
from tests.statements.attention.region_lines import BEYOND, check_region

pytestmark = pytest.mark.core


def check(site, item, region):
    indicator = site.indicators[item.indicator]
    own = check_region if figures(site, indicator, region.code) else check_districts
    own(site, indicator, item)
    if indicator.prefix == "£" and item.change not in ("unknown", "none"):
        assert "as a share of " in item.text, item.text
    assert "real change" not in item.text
    if "no clear change" in item.text and item.change == "none":
        assert "Sure of the change" not in item.sure
    for text in (item.text, item.reason, item.sure):
        assert not re.search(r"significan|p-value|p =|\bnan\b|None|  |\.\.| ;| ,", text), text


@pytest.mark.parametrize("number", range(20))
def test_no_sentence_contradicts_its_numbers(site, number):
    region = site.geography.regions[number]
    statements = attention_list(site, region)
    assert len(statements) > 50
    for item in statements:
        check(site, item, region)


def test_there_are_twenty_regions(site):
    assert len(site.geography.regions) == 20


@pytest.mark.parametrize(
    ("said", "contradiction"),
    [
        ("lower than", "higher than"),
        ("no clear change", "getting worse"),
        (f", {BEYOND}", ""),
        ("worse than in", "better than in"),
        ("of ordinary size", "larger than all"),
        (", as in England", ""),
        (", though it", ", and it"),
        (" since 20", " since 19"),
        ("in 2 of the", "in 3 of the"),
        ("up in", "falling in"),
        ("only one period", "up since 2010, but 3 figures are too few"),
    ],
)
def test_a_contradiction_is_found(site, said, contradiction):
    region = site.geography["E47000001"]
    twisted = [
        replace(item, text=item.text.replace(said, contradiction))
        for item in attention_list(site, region)
        if said in item.text
    ]
    assert twisted
    assert not [item.text for item in twisted if passes(site, item, region)]


def passes(site, item, region):
    try:
        check(site, item, region)
    except AssertionError:
        return False
    return True
