"""The champion's page: what waits, counted from the same places as the pages that have all of it."""

from datetime import UTC, datetime

import pytest

from dashboard.audit.report import audit
from tests.record.test_decisions import FILLED
from tests.record.test_ideas import IDEA
from tests.record.test_questions import asks

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
    late = sum(item.overdue for item in found.datasets)
    for said in (
        f"Gaps in the data: {len(found.gaps)} of {len(found.standings)} needs",
        f"Late datasets: {late} of {len(found.datasets)}",
        "Pilots: 0; ideas: 1",
        "Reviews overdue: 1",
        "Next releases: ",
        "Packs that are made after each refresh: ",
        "Public questions: 1 waiting",
    ):
        assert said in text
    assert "Overdue" in text


def test_it_is_the_offices_alone(public_site):
    from dashboard.address import address as addresses
    from dashboard.address.query_params import BadAddress
    from dashboard.pages import pages_for

    with pytest.raises(BadAddress):
        addresses.read(public_site, pages_for("public"), "/champion", "")
