"""Age: how current a figure is, said by one rule wherever the figure is shown."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from dashboard.components.age_notice import age_notice, dead_warning
from dashboard.packs.brief import ready_briefs
from dashboard.packs.compose import compose
from dashboard.record.forms import FORMS
from dashboard.settings import Settings
from dashboard.statements.age import Age, age, judged
from dashboard.statements.age_words import warning
from dashboard.statements.compare_words import compared
from dashboard.statements.headline import headline
from dashboard.statements.place_words import entry
from tests.pages.testshire import words

TODAY = date(2026, 11, 28)
MANCHESTER = "E47000001"


@pytest.fixture
def rate(site):
    """The employment rate, whose publisher stopped after 2023."""
    return site.indicators["employment/employment_rate"]


@pytest.mark.parametrize(
    ("cadence", "coming", "period", "newest", "state", "said", "dead"),
    [
        ("paused", "to be announced", "calendar year", date(2023, 1, 1), "paused", "source paused", True),
        ("finished", "to be announced", "calendar year", date(2019, 1, 1), "ended", "source ended", True),
        ("irregular", "", "calendar year", date(2015, 1, 1), "current", "published irregularly", False),
        ("yearly", "2027-03", "calendar year", date(2024, 1, 1), "current", "yearly, next March 2027", False),
        ("yearly", "2026-11", "financial year", date(2024, 4, 1), "current",
         "yearly, next November 2026", False),
        ("yearly", "2026-10", "point in time", date(2025, 4, 30), "late",
         "newer figures due since October 2026", False),
        ("yearly", "2024-02", "calendar year", date(2022, 1, 1), "late",
         "newer figures due since February 2024", True),
        ("yearly", "to be announced", "calendar year", date(2025, 1, 1), "current", "yearly", False),
        ("yearly", "to be announced", "calendar year", date(2021, 1, 1), "late",
         "yearly, nothing newer held for 4 years", True),
        # Three months after a month's end its figures are out, and the next month's too a month later.
        ("monthly", "to be announced", "month", date(2026, 9, 1), "current", "monthly", False),
        ("monthly", "to be announced", "month", date(2026, 7, 1), "late",
         "monthly, nothing newer held for 4 months", False),
        # A table of many series is renewed each quarter, a yearly figure in it each year.
        ("quarterly", "to be announced", "academic year", date(2024, 9, 1), "current", "yearly", False),
        ("every ten years", "2033", "point in time", date(2021, 3, 21), "current",
         "every ten years, next 2033", False),
    ],
)  # fmt: skip
def test_the_age_is_judged_by_cadence_next_release_and_how_long_nothing_came(
    rate, cadence, coming, period, newest, state, said, dead
):
    source = SimpleNamespace(cadence=cadence, next_release=coming)
    assert judged(replace(rate, period=period), newest, source, TODAY) == (state, said, dead)


@pytest.mark.parametrize(
    ("period", "newest", "apart", "said"),
    [
        ("point in time", date(2025, 3, 31), 366, "yearly"),
        ("three years", date(2020, 1, 1), 366, "yearly, nothing newer held for 3 years"),
        ("point in time", date(2026, 7, 1), 183, "every six months"),
        ("point in time", date(2026, 7, 1), 0, "quarterly"),
    ],
)
def test_a_figure_a_year_is_yearly_though_its_table_is_renewed_each_quarter(
    rate, period, newest, apart, said
):
    source = SimpleNamespace(cadence="quarterly", next_release="")
    assert judged(replace(rate, period=period), newest, source, TODAY, apart)[1] == said


def test_no_figure_is_said_to_come_more_often_than_it_does(site):
    """Of points in time and three years, which their period does not tell: by the distance of their dates."""
    for name in ("people/children_in_care", "transport/child_road_casualties"):
        assert age(site, site.indicators[name]).words.partition(",")[0] == "yearly", name


def test_the_cadence_is_that_of_the_table_which_ends_with_the_figure(site):
    """Stops per 1,000 people read a census; charging devices go on from a table that is finished."""
    assert age(site, site.indicators["transport/bus_service"]).words == "source ended"
    assert age(site, site.indicators["transport/ev_chargers"]).cadence == "quarterly"


def test_screen_place_compare_pack_and_api_say_the_same_age(site, client, rate):
    region = site.geography[MANCHESTER]
    assert headline(site, rate, region).dated == "2023, source paused"
    assert entry(site, rate, region, None).age.after("2023") == "2023, source paused"
    assert compared(site, rate, [region]).age.words == "source paused"
    pack = compose(site, ready_briefs(Settings().briefs)["mayor-monthly"], region)
    assert {item.period for item in pack.sources if item.indicator == rate} == {"2023, source paused"}
    said = client.get("/api/v1/indicators/employment/employment_rate").json["age"]
    assert (said["state"], said["words"], said["newest_period"]) == ("paused", "source paused", "2023-01-01")
    assert said["newer"] == ["/api/v1/indicators/employment/employment_2024_25"]


def test_where_there_is_little_room_only_a_stale_figure_says_its_age():
    late = Age("late", words="yearly, nothing newer held for 2 years")
    assert late.stale_after("1 Oct 2024") == "1 Oct 2024, nothing newer held for 2 years"
    assert Age("paused", words="source paused").stale_after("2023") == "2023, source paused"
    assert Age("current", words="yearly, next March 2027").stale_after("2025") == "2025"


def test_every_indicator_has_an_age(site):
    without = [name for name, item in site.indicators.items() if not age(site, item).words]
    assert without == []


def test_a_day_that_is_past_knows_no_next_release(site, rate):
    assert age(site.at(date(2024, 5, 1)), rate).words == ""
    yearly = site.indicators["housing/affordability_ratio"]
    assert age(site.at(date(2026, 5, 1)), yearly).words == "yearly"


def test_the_older_series_leads_to_the_newer_one_and_not_back(site, rate):
    region, newer = site.geography[MANCHESTER], site.indicators["employment/employment_2024_25"]
    said = age_notice(site, rate, region)
    assert words(said).startswith("Newest figures: 2023. The publisher has paused this source.")
    assert f"/indicator/{newer.id}" in str(said)
    assert age(site, newer).newer == ()


def test_a_form_list_and_page_warn_of_a_dead_series_only(site, rate):
    alive = site.indicators["housing/affordability_ratio"]
    assert dead_warning(site, alive) is None
    assert warning(site, rate).startswith(
        "Employment rate ends in 2023: source paused, so what happens after"
    )
    for kind in ("decision", "target"):
        fields = {field.name: field for field in FORMS[kind].fields(site, site.geography[MANCHESTER], None)}
        labels = dict(pair for choices in fields["indicator"].groups.values() for pair in choices)
        assert labels[rate.id] == "Employment rate (2023, source paused)"
        assert labels[alive.id] == alive.title
        assert "paused" in fields["indicator"].hint
