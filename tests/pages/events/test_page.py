"""What the office has noted stands on the chart of road casualties too."""

from dataclasses import replace
from datetime import date

from dashboard.pages.events.choice import casualties
from dashboard.pages.events.trend import events_trend
from dashboard.record_port import Annotation, NothingRecorded
from tests.pages.testshire import read


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
