"""What's new: the page of two days, for a region and for a place."""

import re
from dataclasses import replace

import pytest

from dashboard.address import address as addresses
from dashboard.address.query_params import BadAddress
from dashboard.pages.changes import page
from tests.editions import revised_site
from tests.pages.testshire import words
from tests.statements.changed.test_promised import Office
from tests.statements.conftest import BEECH, REGION


@pytest.fixture
def seen(given, indicators):
    site = revised_site(given, indicators)

    def seen(query):
        address = addresses.read(site, [page.PAGE], "/whats-new", f"?region={REGION}&{query}")
        return re.sub(r"\s+", " ", words(page.layout(site, address)))

    return seen


def test_two_days_are_compared_in_words(seen):
    text = seen("since=2023-08-23&until=2023-08-24")
    assert "1 indicator has changed between 23 August 2023 and 24 August 2023." in text
    assert "Figures revised, 24 August 2023" in text
    assert "Ash: £35.4 in 2019; it was £35.1." in text


def test_where_nothing_changed_the_last_change_before_is_named(seen):
    text = seen(f"since=2024-06-01&until=2024-07-01&place={BEECH}")
    assert "Nothing was recorded as new or revised" in text
    assert "The last recorded change before that was on 1 February 2024." in text


def test_a_promise_and_the_stage_that_a_figure_reached_are_told(given, indicators):
    site = replace(revised_site(given, indicators), record=Office())
    for since, said in (
        ("2023-05-01", "Promised, 1 June 2023 More an hour ."),
        ("2023-07-01", "Stage reached, 1 February 2024 More an hour : Above 36."),
    ):
        asked = f"?region={REGION}&since={since}&until=2024-12-31"
        address = addresses.read(site, [page.PAGE], "/whats-new", asked)
        assert said in re.sub(r"\s+", " ", words(page.layout(site, address)))


def test_days_the_wrong_way_round_are_refused(seen):
    with pytest.raises(BadAddress, match="The first day is after the second"):
        seen("since=2024-07-01&until=2024-06-01")
