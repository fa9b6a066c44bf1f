"""Every figure, year, count and name in a sentence and its reason is read back and held to the tables."""

import re

import pytest

from dashboard.statements.attention.attention import attention_list
from tests.oracle.cases import CASES
from tests.oracle.claims import unsaid
from tests.oracle.spoken import Speaker


@pytest.mark.parametrize(("region", "names"), CASES)
def test_every_figure_year_and_name_in_a_statement_is_so(site, region, names):
    faults, read = [], 0
    for line in attention_list(site, site.geography[region]):
        if line.indicator not in names:
            continue
        indicator = site.indicators[line.indicator]
        said = f"{line.text.removeprefix(f'{indicator.title}: ')} {line.reason}"
        said = said.replace(f"Unit: {indicator.unit}.", "")
        faults += [
            (line.indicator, fault) for fault in unsaid(Speaker(line.indicator, indicator), region, said)
        ]
        read += 1
    assert faults == []
    assert read >= len(names) / 2


def test_a_wrong_figure_year_or_name_is_found(site):
    line = next(
        line
        for line in attention_list(site, site.geography["E47000001"])
        if line.indicator == "employment/high_growth_businesses"
    )
    speaker = Speaker(line.indicator, site.indicators[line.indicator])
    for right, wrong in (("Bury", "Wigan"), ("2.1%", "2.2%"), ("2024", "2023"), (r"in 8 of", "in 7 of")):
        assert re.search(right, line.text)
        assert unsaid(speaker, "E47000001", re.sub(right, wrong, line.text, count=1))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("people/anxiety", "worse in 4", "worse in 5"),
        ("people/anxiety", "Trafford 3.55, Manchester 3.73", "Manchester 3.73, Trafford 3.55"),
        ("people/anxiety", "and Tameside 3.20", "and Oldham 3.29"),
        ("people/anxiety", "getting worse in", "getting better in"),
        ("people/anxiety", "other way in 1", "other way in 2"),
        ("people/anxiety", "2.87 to", "2.97 to"),
        ("employment/employment_rate", r"up to \d", "up to 9"),
        ("skills/neet", "up in 9", "up in 8"),
        ("employment/median_monthly_pay", "in 103 months", "in 102 months"),
        ("employment/median_monthly_pay", "and in Tameside", "and in Bury"),
    ],
)
def test_a_wrong_count_order_way_or_size_of_a_change_is_found(site, name, right, wrong):
    lines = attention_list(site, site.geography["E47000001"])
    text = next(line.text for line in lines if line.indicator == name)
    said = text.removeprefix(f"{site.indicators[name].title}: ")
    speaker = Speaker(name, site.indicators[name])
    assert re.search(right, said), said
    assert not unsaid(speaker, "E47000001", said)
    assert unsaid(speaker, "E47000001", re.sub(right, wrong, said, count=1))
