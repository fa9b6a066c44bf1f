"""The public's first page: lists that hold what they are headed by, each fact once, by its change alone."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.address import address as addresses
from dashboard.pages.find_my_place import page as find_my_place
from dashboard.pages.overview import page as overview
from dashboard.statements.attention.attention import attention_list
from dashboard.statements.attention.five_figures import chosen
from dashboard.statements.headline import headline
from dashboard.statements.public_words import change_alone, each_once
from tests.pages.testshire import read, words

GM = "E47000001"


def test_the_lists_are_headed_by_a_level_and_name_no_direction(public_site):
    shown = words(
        find_my_place.layout(public_site, addresses.read(public_site, [find_my_place.PAGE], "/", ""))
    )
    assert "Worse than usual" in shown
    assert "Better than usual" in shown
    assert "Getting worse" not in shown
    assert "Getting better" not in shown


def test_a_count_is_left_out_where_its_rate_is_there_and_kept_where_it_is_not(public_site):
    found = attention_list(public_site, public_site.geography[GM])
    pair = ("housing/net_additions_rate", "housing/net_additional_dwellings")
    both = [item for item in found if item.indicator in pair]
    count = [item for item in both if item.indicator == pair[1]]
    assert [item.indicator for item in each_once(public_site, both)] == [pair[0]]
    assert each_once(public_site, count) == count
    assert len(both) == 2
    left_out = {item.indicator for item in found} - {item.indicator for item in each_once(public_site, found)}
    assert {public_site.indicators[name].statistic for name in left_out} == {"count"}


def test_every_region_shows_five_figures_each_dated_and_beside_england_or_the_last(public_site):
    for region in public_site.geography.regions:
        cards = [headline(public_site, item, region) for item in chosen(public_site, region)]
        assert len({card.indicator.id for card in cards}) == 5, region.name
        for card in cards:
            assert card.dated, (region.name, card.indicator.id)
            assert card.facts, (region.name, card.indicator.id)


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("A: lower than England; better than usual.", "better than usual."),
        ("A: worse than usual.", "worse than usual."),
        (
            "A: higher than England; getting worse since 2019, both by more than chance explains.",
            "getting worse since 2019, by more than chance explains.",
        ),
        (
            "A: higher than England in 2 of the 10 districts; worse than usual in all of them.",
            "worse than usual in all of its districts.",
        ),
        (
            "A: not higher than England in any of the 17 districts; worse than usual in 14.",
            "worse than usual in 14 of its districts.",
        ),
        (
            "A: lower than England in Bury, the only district with a figure; rising since 2019.",
            "in Bury, the only district with a figure, rising since 2019.",
        ),
    ],
)
def test_a_statement_is_said_by_its_change_alone(text, change):
    assert change_alone(text) == ("A", change)


def test_the_overview_names_the_past_day_it_shows(site):
    past = replace(site, as_of=date(2024, 6, 1))
    now, then = (words(overview._head(each, read(site, "/"))) for each in (site, past))
    assert "Figures as they were known on" not in now
    assert "Figures as they were known on 1 June 2024" in then
