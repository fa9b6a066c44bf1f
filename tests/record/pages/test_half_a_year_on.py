"""Half a year after a decision its page says what its figure did, by the rules that judge every figure."""

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from dashboard.address import address as addresses
from dashboard.datastore.areas import Geography
from dashboard.datastore.datasets import Dataset
from dashboard.pages.record import decision_page, decisions_page
from dashboard.record import versions
from dashboard.record.forms import lists
from dashboard.record.forms.decision import build
from dashboard.record.office import OfficeRecord
from dashboard.record.store import Record
from dashboard.settings import Settings
from dashboard.site import Site
from tests.pages.testshire import words
from tests.record.forms.test_decisions import FILLED
from tests.statements.conftest import AREAS, MEMBERSHIP, PEERS, REGION

DECIDED, HALF_A_YEAR_ON = datetime(2026, 5, 29, 9, tzinfo=UTC), datetime(2026, 11, 29, 9, tzinfo=UTC)
HEAD = "area_code | period | value | lower | upper | status\n"
SQL = "SELECT area_code, period, value, lower, upper, status FROM rates"
REGISTER = dict.fromkeys(Dataset.__slots__, "x") | {
    "dataset": "rates",
    "source_date": "",
    "experimental": False,
}
BEFORE = (70.1, 69.8, 70.3, 69.9, 70.2, 69.7, 70.0, 70.2, 69.9, 70.1)  # of 2015 to 2024


class Clock(datetime):
    """The product's clock, which a test moves."""

    at = DECIDED

    @classmethod
    def now(cls, tz=None):
        return cls.at


@pytest.fixture
def clock(monkeypatch):
    for module in (decision_page, decisions_page, versions, lists):
        monkeypatch.setattr(module, "datetime", Clock)
    Clock.at = DECIDED
    return Clock


def line(year, value):
    return f"{REGION} | {year}-01-01 | {value} | {value - 1} | {value + 1} |\n"


@pytest.fixture
def office(given, indicators, tmp_path):
    """office(2025, 75) -> the office's Site with that figure after those of BEFORE, over one record."""
    record = Record.open(Settings(data=tmp_path))
    plain = {"breaks": (), "seasonal": False, "period": "calendar year", "sql": SQL, "statistic": "estimate"}
    item = replace(indicators["employment/employment_rate"], **plain)

    def office(*newest):
        rates = HEAD + "".join(line(2015 + at, value) for at, value in enumerate(BEFORE))
        rates += line(*newest) if newest else ""
        register = pd.DataFrame([REGISTER])
        store = given(areas=AREAS, membership=MEMBERSHIP, peers=PEERS, rates=rates, datasets=register)
        settings = Settings(data=tmp_path)
        site = Site(settings, store, {item.id: item}, Geography.of(store))
        return replace(site, record=OfficeRecord(record))

    yield office
    record.engine.dispose()


@pytest.fixture
def decided(office, clock):
    """decided("rise") -> the address of a decision of 29 May 2026, to be reviewed half a year later, that is
    expected to raise the figure."""

    def decided(expected):
        site = office()
        answers = FILLED | {"day": "2026-05-29", "review": "2026-11-29", "expected": expected}
        item = build(site, site.geography[REGION], answers, None)
        return f"/decision/{site.record.shown_record.add('decision', REGION, item, 'Ann').id}"

    return decided


def read(site, path):
    address = addresses.read(site, [decision_page.PAGE, decisions_page.PAGE], path, f"?region={REGION}")
    return words(address.page.layout(site, address))


def test_on_its_day_it_is_too_early_to_tell(office, decided):
    text = read(office(), decided("rise"))
    assert "Too early to tell." in text
    assert "No newer figure yet: it was 70.1% in 2024, the latest when it was decided." in text
    assert "Review on 29 November 2026" in text


@pytest.mark.parametrize(
    ("expected", "figure", "outcome", "why"),
    [
        ("fall", 65.0, "As expected so far.", "move one way by more than their margins of error explain"),
        ("rise", 65.0, "Not as expected so far.", "move one way by more than their margins of error explain"),
        ("rise", 70.3, "No clear change so far.", "differ by no more than their margins of error explain"),
        ("rise", 75.0, "No clear change so far.", "the slope of the last five figures rests on a single one"),
    ],
)
def test_half_a_year_later_it_says_what_happened_and_that_the_review_is_due(
    office, decided, clock, expected, figure, outcome, why
):
    path = decided(expected)
    clock.at = HALF_A_YEAR_ON
    site = office(2025, figure)
    text = read(site, path)
    assert outcome in text
    assert f"from 70.1% in 2024, the latest when it was decided, to {figure}% in 2025" in text
    assert why in text
    assert "not that the decision caused it" in text
    assert "Review is due today" in text
    listed = read(site, "/decisions")
    assert "1 review is due." in listed
    assert outcome.removesuffix(".") in listed


def test_half_a_year_later_without_a_newer_figure_it_is_still_too_early(office, decided, clock):
    path = decided("rise")
    clock.at = HALF_A_YEAR_ON
    text = read(office(), path)
    assert "Too early to tell." in text
    assert "Review is due today" in text
