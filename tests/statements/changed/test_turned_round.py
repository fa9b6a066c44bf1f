"""A statement that a revision turned round is told as that, with what was said before; others are not."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.statements.changed.between import ChangesQuery, changes_between
from dashboard.statements.changed.words import area_sentence, headline_of
from tests.editions import revised_site
from tests.statements.conftest import ASH, ENGLAND, REGION

LEVEL = [10.0 + (year % 3) * 0.5 for year in range(20)]  # of 2003 to 2022: nothing unusual in them
HELD = "area_code | series | period | duration | value | status\n"
EDITIONS = "dataset | series | area_code | period | seen | base | value\n"
FIRST, SECOND = "2024-05-01", "2025-05-01"


def rows(figures, form):
    """A row for each year from 2003 on of Ash, and of England, where every year is as the one before."""
    places = ((ASH, figures), (ENGLAND, [10.0] * len(figures)))
    return [form.format(code, 2003 + at, value) for code, each in places for at, value in enumerate(each)]


def edition(seen, figures, england=True):
    """What the files held by the day `seen`, of `england` too or not."""
    made = rows(figures, f"output | Output | {{}} | {{}}-01-01 | {seen} | {FIRST} | {{}}\n")
    return [row for row in made if england or ENGLAND not in row]


@pytest.fixture
def change(given, indicators):
    """change(before, after) -> the indicator and what changed of Ash between the two editions."""

    def change(before, after, england=True):
        held = HELD + "".join(rows(after, "{} | Output | {}-01-01 | P1Y | {} |\n"))
        editions = EDITIONS + "".join([*edition(FIRST, before, england), *edition(SECOND, after)])
        tables = {"output": held, "past_editions": editions, "output_former": ""}
        site = revised_site(given, indicators, **tables)
        (item,) = site.indicators.values()
        jobs = replace(item, prefix="", unit="jobs")  # pounds in cash are not judged
        site = replace(site, indicators={item.id: jobs})
        days = date(2025, 4, 30), date(2025, 5, 1)
        (found,) = changes_between(site, ChangesQuery(site.geography[REGION], *days)).indicators
        return found, found.areas[0]

    return change


def test_a_revision_of_the_same_periods_that_takes_a_rise_away_turned_the_statement_round(change):
    item, area = change([*LEVEL, 20.0], [*LEVEL, 10.5])
    assert area.turned
    assert "the revision turned 1 statement round" in headline_of(item)
    said = area_sentence(item.indicator, area)
    assert area.turned_from in said
    assert area.turned_to in said
    assert area.turned_from != area.turned_to


def test_with_a_later_period_only_what_the_revision_itself_did_is_told_as_turned(change):
    _, revised = change([*LEVEL, 20.0], [*LEVEL, 10.5, 10.0])
    assert revised.turned
    _, later = change([*LEVEL, 10.5], [*LEVEL, 10.6, 20.0])
    assert later.statement
    assert later.revised == 1
    assert not later.turned


def test_a_revision_that_leaves_the_verdict_turns_nothing(change):
    item, area = change([*LEVEL, 10.5], [*LEVEL, 10.6])
    assert (area.kind, area.revised, area.turned, area.statement) == ("revised", 1, False, "")
    assert headline_of(item) == "figures were revised for 1 area"


def test_a_revision_to_the_other_side_of_england_turned_the_statement_round(change):
    """Nothing unusual in either edition: 10.5 lies above England's 10.0, and 9.9 below."""
    _, area = change([*LEVEL, 10.5], [*LEVEL, 9.9])
    assert area.turned
    assert area.turned_from.startswith("Higher than England; ")
    assert area.turned_to.startswith("Lower than England; ")


def test_an_edition_that_lacks_england_says_less_for_that_alone(change):
    """Output per hour of Manchester: "now said: higher than England", where only today has England."""
    _, area = change([*LEVEL, 20.0], [*LEVEL, 10.5], england=False)
    assert (area.revised, area.statement, area.statement_before, area.turned) == (1, "", "", False)
