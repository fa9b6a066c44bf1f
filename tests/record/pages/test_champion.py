"""The champion's page: what waits, counted from the same places as the pages that have all of it."""

from datetime import UTC, datetime

import pytest

from dashboard.audit.reach import elsewhere
from dashboard.audit.report import audit
from tests.record.forms.test_decisions import FILLED
from tests.record.forms.test_questions import asks
from tests.record.pilots.test_ideas import IDEA

__all__ = ["asks"]
ELSEWHERE = "E47000007"


@pytest.mark.full
def test_each_thing_that_waits_is_counted(page, post, site, asks):
    region = site.geography[ELSEWHERE]
    sent = {"region": ELSEWHERE}
    post("idea", IDEA, **sent)
    post("decision", FILLED | {"title": "Overdue", "area_code": ELSEWHERE}, **sent)
    asks("What comes next for buses here?", ELSEWHERE)
    text = page(f"/champion?region={ELSEWHERE}")
    found = audit(site, datetime.now(UTC).date(), region=region)
    others = elsewhere(site, ELSEWHERE, [item.dataset.dataset for item in found.datasets])
    here = [item for item in found.datasets if item.dataset.dataset not in others]
    late = sum(item.overdue for item in here)
    for said in (
        f"Gaps in the data: {len(found.gaps)} of {len(found.standings)} needs",
        f"Late datasets: {late} of {len(here)} with figures here",
        "Pilots: 0; ideas: 1",
        "Reviews overdue: 1",
        "Next releases: ",
        "Packs that are made after each refresh: ",
        "Public questions: 1 waiting",
    ):
        assert said in text
    assert "Overdue" in text
    assert f"{IDEA['title']} : an idea, not ready to be registered" in text
    assert "Greater Manchester" not in text.partition("Late datasets")[2].partition("Pilots:")[0]
    assert f"/packs?region={ELSEWHERE}&brief=mayor-monthly" in text
    assert "Mayor’s brief" in text
    assert "Mayor’s brief" not in page("/champion?region=cumbria")  # it has no mayor yet


def test_it_is_the_offices_alone(public_site):
    from dashboard.address import address as addresses
    from dashboard.address.query_params import BadAddress
    from dashboard.pages import pages_for

    with pytest.raises(BadAddress):
        addresses.read(public_site, pages_for("public"), "/champion", "")
