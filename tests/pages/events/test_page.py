"""What the office has noted stands on the chart of road casualties too."""

from dataclasses import replace
from datetime import date

from dashboard.pages.events import page
from dashboard.pages.events.choice import casualties
from dashboard.pages.events.trend import events_trend
from dashboard.record_port import Annotation, NothingRecorded
from tests.pages.testshire import read, words


class Noted(NothingRecorded):
    """A record of two events in Greater Manchester, one of them before the records begin."""

    def marks(self, indicator, areas):
        days = (date(2010, 5, 1), date(2023, 9, 24))
        noted = tuple(Annotation(day, "Buses", "Fares were capped.") for day in days)
        return noted if indicator == "transport/road_casualties" and "E47000001" in areas else ()


def test_an_event_inside_the_period_is_drawn_on_its_day(site):
    site = replace(site, record=Noted())
    chart = events_trend(casualties(site, read(site, "/events", "?region=E47000001")))
    assert [(mark.period, mark.text) for mark in chart.marks if mark.text == "Buses"] == [
        (date(2023, 9, 24), "Buses")
    ]


def test_more_killed_or_seriously_injured_are_told_where_all_casualties_together_say_nothing(site):
    """January to June 2024 in Greater Manchester: 1,620 against 1,546 is chance, 482 against 365 is not."""
    text = words(page.layout(site, read(site, "/events", "?region=E47000001&mode=all")))
    assert "a difference that chance can make" in text
    assert "Among them: 482 people killed or seriously injured from Jan to Jun 2024" in text
    assert "365 a year before: more, by more than chance explains." in text
    alone = words(page.layout(site, read(site, "/events", "?region=E47000001&severity=ksi")))
    assert "Among them" not in alone
