"""The age of a figure at its edges: the last day of a release, months and years, no period, and sentences."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from dashboard.statements import age as ages
from dashboard.statements import age_words
from dashboard.statements.age import Age, _apart, judged, of_years_ago
from dashboard.statements.age_words import sentence, warning


@pytest.fixture
def rate(indicators):
    return replace(indicators["employment/employment_rate"], title="Rate", period="calendar year")


def source(cadence, coming="to be announced"):
    return SimpleNamespace(cadence=cadence, next_release=coming)


@pytest.mark.parametrize(
    ("coming", "last"),
    [
        ("2027", date(2027, 12, 31)),
        ("2027-02", date(2027, 2, 28)),
        ("2027-12", date(2027, 12, 31)),
        ("2027-03-25", date(2027, 3, 25)),
    ],
)
def test_a_release_is_due_until_the_last_day_that_its_words_name(rate, coming, last):
    found = judged(rate, date(2026, 1, 1), source("yearly", coming), last)
    assert found[0] == "current"
    assert found[1].startswith("yearly, next ")
    late = judged(rate, date(2026, 1, 1), source("yearly", coming), last + timedelta(days=1))
    assert late[0] == "late"
    assert late[1].startswith("newer figures due since ")


def test_without_any_figure_nothing_is_said_to_be_late(rate):
    assert judged(rate, None, source("yearly"), date(2026, 11, 28)) == ("current", "yearly", False)


@pytest.mark.parametrize(
    ("days", "said"), [(729, "24 months"), (730, "2 years"), (1094, "2 years"), (1095, "3 years")]
)
def test_how_long_nothing_came_is_told_in_years_from_two_on(rate, days, said):
    today, months = date(2022, 12, 31) + timedelta(days=days), replace(rate, period="month")
    found = judged(months, date(2022, 12, 1), source("monthly"), today)
    assert found == ("late", f"monthly, nothing newer held for {said}", True)


@pytest.mark.parametrize(("days", "old"), [(731, False), (732, True)])
def test_a_figure_is_of_years_ago_two_years_after_its_period_ended(rate, days, old):
    assert of_years_ago(rate, date(2022, 1, 1), date(2022, 12, 31) + timedelta(days=days)) == old


@pytest.mark.parametrize(
    ("period", "cadence", "months", "days"),
    [
        ("point in time", "quarterly", [1, 4, 7, 10], 91),
        ("point in time", "quarterly", [4, 10], 182),
        ("three years", "quarterly", [1], 365),
        ("calendar year", "quarterly", [1, 4], 0),  # its period tells it
        ("point in time", "yearly", [1, 4], 0),  # not renewed more often
        ("point in time", "irregular", [1, 4], 0),
    ],
)
def test_days_between_figures_are_counted_where_their_period_does_not_tell(
    rate, period, cadence, months, days
):
    periods = [date(year, month, 1) for year in range(2018, 2024) for month in months]
    site = SimpleNamespace(observations=lambda item: SimpleNamespace(periods=periods))
    assert abs(_apart(site, replace(rate, period=period), source(cadence)) - days) <= 1


@pytest.mark.parametrize(
    ("cadence", "state", "words_"),
    [
        ("yearly", "current", "yearly"),
        ("paused", "current", ""),  # that it is paused is known of today alone
        ("irregular", "current", ""),
        ("whenever", "unknown", ""),
    ],
)
def test_of_a_past_day_the_cadence_alone_is_known(rate, monkeypatch, cadence, state, words_):
    newest = date(2022, 1, 1)
    monkeypatch.setattr(ages, "newest_period", lambda store, item, day: newest)
    monkeypatch.setattr(ages, "dataset_of_newest", lambda store, item, period: source(cadence, "2027"))
    site = SimpleNamespace(as_of=date(2024, 1, 1), store=None, remember=lambda key, make: make())
    found = ages.age(site, rate)
    assert (found.state, found.newest, found.words, found.next_release, found.dead) == (
        state, newest, words_, "", False
    )  # fmt: skip


def test_one_figure_has_no_distance(rate):
    site = SimpleNamespace(observations=lambda item: SimpleNamespace(periods=[date(2020, 1, 1)]))
    assert _apart(site, replace(rate, period="point in time"), source("quarterly")) == 0


@pytest.mark.parametrize(
    ("age", "after", "stale"),
    [
        (Age("current", words="yearly, next 2027"), "2025, yearly, next 2027", "2025"),
        (Age("unknown"), "2025", "2025"),
        (Age("ended", words="source ended"), "2025, source ended", "2025, source ended"),
        (Age("late", words="newer figures due since May"), "2025, newer figures due since May",
         "2025, newer figures due since May"),
    ],
)  # fmt: skip
def test_a_period_is_followed_by_its_age(age, after, stale):
    assert (age.after("2025"), age.stale_after("2025")) == (after, stale)
    assert age.after("") == age.words


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (Age("paused", words="source paused"), "The publisher has paused this source."),
        (Age("ended", words="x"), "The publisher has ended this source: no newer figures will come."),
        (Age("unknown"), ""),
        (Age("late", words="yearly, nothing newer held for 3 years"), "Published yearly; nothing newer held "
         "for 3 years."),
        (Age("late", words="newer figures due since May"), "Newer figures due since May: not held here."),
        (Age("current", words="yearly, next 2027"), "Published yearly; next release 2027."),
        (Age("current", words="published irregularly"), "Published irregularly."),
    ],
)  # fmt: skip
def test_an_age_is_a_sentence(rate, age, said):
    assert sentence(rate, age) == said
    newest = replace(age, newest=date(2023, 1, 1))
    assert sentence(rate, newest) == f"Newest figures: 2023. {said}".strip()


@pytest.mark.parametrize(
    ("mine", "said"),
    [
        (Age("current", date(2023, 1, 1), words="yearly"), ""),
        (
            Age("paused", date(2023, 1, 1), words="source paused", dead=True),
            "Rate ends in 2023: source paused, so what happens after that cannot be seen in it.",
        ),
        (
            Age("paused", None, words="source paused", dead=True),
            "Rate: source paused, so what happens after that cannot be seen in it.",
        ),
        (
            Age("current", date(2023, 1, 1), words="yearly", newer=("new", "none")),
            "Rate ends in 2023. Another source of the same measure reaches further: New rate (2025).",
        ),
        (Age("current", date(2023, 1, 1), words="yearly", newer=("none",)), "Rate ends in 2023."),
    ],
)
def test_whoever_decides_is_warned_of_what_ends(rate, monkeypatch, mine, said):
    others = {"new": replace(rate, title="New rate"), "none": replace(rate, title="Nothing held")}
    ages = {"Rate": mine, "New rate": Age("current", date(2025, 1, 1)), "Nothing held": Age("unknown")}
    monkeypatch.setattr(age_words, "age", lambda site, item: ages[item.title])
    assert warning(SimpleNamespace(indicators=others), rate) == said


@pytest.mark.parametrize(
    ("cadence", "coming", "newest", "means"),
    [
        ("yearly", "2027", date(2025, 1, 1), "no newer figure is due"),
        ("yearly", "2025", date(2025, 1, 1), "a newer figure is due and not held here"),
        ("paused", "", date(2025, 1, 1), "the publisher has paused the source"),
        ("finished", "", date(2025, 1, 1), "the publisher has ended the source"),
    ],
)
def test_what_the_api_calls_each_age_is_explained(rate, cadence, coming, newest, means):
    state, _, _ = judged(rate, newest, source(cadence, coming), date(2026, 1, 15))
    assert ages.STATES[state] == means
