"""What a figure was before: by the publisher's past editions, and by each refresh here since."""

from datetime import date

import pytest

from dashboard.statements.revision_words import FILES, before_words, former_figures, former_values, revisions
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


def test_only_figures_that_have_been_others_are_listed_the_newest_first(given, indicators):
    site = revised_site(given, indicators)
    (item,) = site.indicators.values()
    (found,) = former_figures(site, item, site.geography[ASH])
    assert (found.period, found.area.name) == (date(2020, 1, 1), "Ash")
    assert before_words(item, found) == (
        "The figure of Ash in 2020 has been £36.0 by 25 June 2025, then £36.2 by 20 November 2026."
    )
    assert former_figures(site, item, site.geography[BEECH]) == []


def test_of_fewer_than_twenty_figures_nothing_is_said_of_what_is_usual(given, indicators):
    site = revised_site(given, indicators)
    (item,) = site.indicators.values()
    assert revisions(site, item, site.geography[ASH]) == ""


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (0, "None of 20 figures has been revised in the editions held."),
        (
            3,
            "3 of 20 figures were revised after the first edition held here. Half of all moved by £0.0 or "
            "less, nine in ten by £2.0 or less. The figure of Ash in 2003 has been £10.0 by 1 May 2024, then "
            "£12.0 by 1 May 2025.",
        ),
    ],
)
def test_how_figures_are_usually_revised_is_counted(given, indicators, moved, said):
    """Twenty years of 10.0 in one edition; in the next the first `moved` of them are 12.0."""
    years = range(2001, 2021)
    newest = [12.0 if at < moved else 10.0 for at in range(20)]
    held = "area_code | series | period | duration | value | status"
    editions = "dataset | series | area_code | period | seen | base | value"
    for year, value in zip(years, newest, strict=True):
        held += f"\n{ASH} | Output | {year}-01-01 | P1Y | {value} | "
        for seen, each in (("2024-05-01", 10.0), *([("2025-05-01", value)] if value > 10 else [])):
            editions += f"\noutput | Output | {ASH} | {year}-01-01 | {seen} | 2024-05-01 | {each}"
    held += f"\n{ASH} | Output | 2021-01-01 | P1Y | 9.0 | "  # first held in the second edition
    editions += f"\noutput | Output | {ASH} | 2021-01-01 | 2025-05-01 | 2024-05-01 | 9.0"
    site = revised_site(given, indicators, output=held, past_editions=editions, output_former="")
    (item,) = site.indicators.values()
    assert revisions(site, item, site.geography[ASH]) == f"{said} {FILES}"
