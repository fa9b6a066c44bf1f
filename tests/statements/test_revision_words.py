"""What a figure was before: by the publisher's past editions, and by each refresh here since."""

from datetime import date

import pytest

from dashboard.statements.revision_words import former_values
from tests.editions import FORMER, revised_site

ASH, BEECH = "E08000001", "E08000002"
REBASED = FORMER.replace("| False\n", "| True\n")  # the refresh counts otherwise


@pytest.fixture
def values(given, indicators):
    """values(code, year) -> each value that the figure has had, with the day by which it was there."""

    def values(code, year, day=None, **tables):
        site = revised_site(given, indicators, **tables).at(day)
        (item,) = site.indicators.values()
        return [
            (each.value, each.seen.isoformat()) for each in former_values(site, item, code, date(year, 1, 1))
        ]

    return values


def test_a_refresh_here_follows_the_publishers_editions(values):
    assert values(ASH, 2020) == [(36.0, "2025-06-25"), (36.2, "2026-11-20")]


def test_a_refresh_that_leaves_a_figure_alone_adds_nothing(values):
    assert values(BEECH, 2019) == [(20.0, "2025-06-25")]


def test_a_series_without_past_editions_has_what_refreshes_here_replaced(values):
    assert values(ASH, 2020, past_editions="") == [(36.0, "2026-11-19"), (36.2, "2026-11-20")]


def test_on_a_past_day_what_came_later_is_not_told(values):
    assert values(ASH, 2020, date(2026, 11, 19)) == [(36.0, "2025-06-25")]


def test_after_a_rebase_there_is_only_what_counts_as_today(values):
    assert values(ASH, 2020, output_former=REBASED) == [(36.2, "2026-11-20")]
