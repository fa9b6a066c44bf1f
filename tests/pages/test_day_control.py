"""The day of knowledge in the header: it works without a script, falls on a day of change, and keeps the
rest."""

from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.statements.changed.known_days import known_days, last_known_day, neighbouring_known_days
from tests.editions import revised_site

pytestmark = pytest.mark.core

INDICATOR = "/indicator/economy/gva_per_hour"


def test_a_day_falls_to_the_last_on_which_something_changed(given, indicators):
    site = revised_site(given, indicators)
    assert last_known_day(site, date(2024, 1, 15)) == date(2023, 8, 24)
    assert last_known_day(site, date(2024, 2, 1)) == date(2024, 2, 1)
    assert neighbouring_known_days(site, date(2024, 3, 1)) == (date(2023, 8, 24), date(2025, 6, 25))
    assert known_days(site)[-1] == date(2026, 11, 20)


def test_the_form_of_every_page_keeps_what_its_address_says(client):
    text = client.get(f"{INDICATOR}?region=E47000001&places=E08000003").text
    form = text[text.index('class="day-choice"') :].partition("</form>")[0]
    assert 'name="places" value="E08000003"' in form
    assert 'name="region" value="E47000001"' in form
    assert 'type="date"' in form


def test_what_the_form_sends_leads_to_the_day_of_change_in_one_step(client):
    sent = f"{INDICATOR}?region=E47000001&places=E08000003&as_of=2023-08-30&chosen=1"
    answer = client.get(sent)
    assert answer.status_code == 303
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query["places"] == ["E08000003"]
    assert date(2023, 8, 24) <= date.fromisoformat(query["as_of"][0]) <= date(2023, 8, 30)
    assert "chosen" not in query


def test_today_is_no_past_day_and_a_day_to_come_is_refused_in_words(client):
    today = datetime.now(UTC).date()
    answer = client.get(f"/?region=E47000001&as_of={today}&chosen=1")
    assert "as_of" not in answer.headers["Location"]
    later = client.get(f"/?as_of={today + timedelta(days=9)}&chosen=1", follow_redirects=True)
    assert later.status_code == 400
    assert "still to come" in later.text


def test_a_past_day_offers_the_days_of_change_beside_it(client):
    text = client.get(f"{INDICATOR}?region=E47000001&as_of=2023-08-24").text
    assert "As of 24 Aug 2023" in text
    assert "Earlier: " in text
    assert "Later: " in text
