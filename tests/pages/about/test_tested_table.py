"""The table of back-tests says what was stored, and docs/methods.md says the same."""

from pathlib import Path

import pytest

from dashboard.address import address as addresses
from dashboard.datastore.areas import AUTHORITIES
from dashboard.methods.projection.widening import WIDEST
from dashboard.pages.about import tested_page as page
from dashboard.pages.about.tested_table import backtests, cell, summary, table
from dashboard.statements.outlook.projected import Backtest
from dashboard.statements.outlook.tested_words import EIGHT_IN_TEN, FEWEST_TESTS
from tests.pages.testshire import words

DOCS = Path(__file__).resolve().parents[3] / "docs" / "methods.md"
TEST = Backtest("a/b", "district", 1, 0.81, 400, 9, 1.0, 0.0, 0, "drift")


def changed(**columns):
    return Backtest(**(TEST.__dict__ | columns))


@pytest.mark.parametrize(
    ("columns", "text"),
    [
        ({}, "81%"),
        ({"coverage": 0.54, "widened": 1.84, "held": 0.68, "later": 4}, "54%, ×1.8: 68%"),
        ({"coverage": 0.54, "widened": 1.84, "held": 0.68, "later": 2}, "54%, ×1.8: ?"),
        ({"coverage": 0.24, "widened": 3.09, "held": 0.1, "later": 4}, "24%, ×3.1: not drawn"),
    ],
)
def test_a_cell_says_before_factor_and_after(columns, text):
    assert cell(changed(**columns)) == text


def test_a_level_is_summed_up_in_numbers_that_add_up():
    rows = [
        TEST,
        changed(coverage=0.95),
        changed(coverage=0.5, widened=2.0, held=0.8, later=4),
        changed(coverage=0.5, widened=2.0, held=0.6, later=4),
        changed(coverage=0.2, widened=3.0),
    ]
    assert summary(rows) == (
        "Of 5 ranges tested, 1 held 72 to 88% of what came next and 1 more than that. 3 held less: 1 of them "
        "is not drawn, the others are drawn wider, and of these 1 held 72% or more when widened beforehand."
    )


def test_the_page_holds_every_back_test(site):
    address = addresses.read(site, (page.PAGE,), "/tested", "?level=district")
    text = words(page.layout(site, address))
    for row in table(site, "district"):
        assert row.title in text
        assert all(one in text for one in row.cells)


def test_the_table_of_the_docs_is_that_of_the_built_in_snapshot(site):
    written = DOCS.read_text(encoding="utf-8")
    missing = [row for row in _summary(site) if f"| {' | '.join(row)} |" not in written]
    assert not missing, f"docs/methods.md: write the table of back-tests anew: {missing}"


def _summary(site) -> list[tuple[str, ...]]:
    """The rows of the table in docs/methods.md: level, periods ahead, ranges, mean, how many held what."""
    low, high = EIGHT_IN_TEN
    found = []
    for level in AUTHORITIES:
        for ahead in (1, 3, 5):
            rows = [item for item in backtests(site, level) if item.horizon == ahead]
            below = [item for item in rows if item.coverage < low]
            tested = [item for item in below if item.later >= FEWEST_TESTS and item.widened <= WIDEST]
            found.append(
                (
                    level.replace("_", " "),
                    str(ahead),
                    str(len(rows)),
                    f"{sum(item.coverage for item in rows) / len(rows):.0%}",
                    str(sum(low <= item.coverage <= high for item in rows)),
                    str(sum(item.coverage > high for item in rows)),
                    str(len(below)),
                    str(sum(item.held >= low for item in tested)),
                    str(sum(item.widened > WIDEST for item in below)),
                )
            )
    return found


def test_the_worst_ranges_that_the_docs_name_are_those_of_the_built_in_snapshot(site):
    sql = "SELECT coverage, held, widened FROM coverage WHERE indicator = ? AND level = ? AND horizon = ?"

    def of(indicator: str, ahead: int) -> tuple:
        return site.store.rows(sql, [indicator, "city_region", ahead])[0]

    written = " ".join(DOCS.read_text(encoding="utf-8").split())
    _, forward, widened = of("economy/gva_per_job", 5)
    assert f"would be widened {widened:.1f} times" in written
    assert f"and held {forward:.0%} forward" in written
    assert f"five years ahead held {of('economy/gva_per_hour', 5)[0]:.0%} " in written
    assert f"three years ahead {of('people/healthy_life_expectancy_female', 3)[0]:.0%} " in written
