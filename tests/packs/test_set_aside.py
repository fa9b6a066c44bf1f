"""What the office has parked is not said in a pack, on the screen's own rule."""

from datetime import date
from types import SimpleNamespace

from dashboard.datastore.areas import Area
from dashboard.packs.evidence import PackEvidence

MANCHESTER = Area("E47000001", "Greater Manchester", "combined_authority")


class TwoLines(PackEvidence):
    """Two statements, worked out already."""

    def _statements(self):
        return [SimpleNamespace(indicator="employment/rate"), SimpleNamespace(indicator="housing/rent")]


class Parked:
    """One line of Greater Manchester is set aside until 1 June."""

    def set_aside(self, region, day):
        until = date(2026, 6, 1)
        return {"housing/rent": "until June"} if region == MANCHESTER.code and day < until else {}


def said(day: date, place: Area = MANCHESTER) -> list[str]:
    site = SimpleNamespace(record=Parked())
    return [item.indicator for item in TwoLines(site, site, place, "office", day).statements]


def test_a_parked_line_is_left_out_up_to_its_day_and_only_there():
    assert said(date(2026, 5, 31)) == ["employment/rate"]
    assert said(date(2026, 6, 1)) == ["employment/rate", "housing/rent"]
    assert said(date(2026, 5, 31), Area("E47000002", "South Yorkshire", "combined_authority")) != [
        "employment/rate"
    ]
