"""The forms of the record while somebody fills them in: axe finds nothing, whatever has been typed so far.

In `make test` each form has one display in turn, so that each is seen; in `make sweeps` all four.
"""

import pytest

from tests.browser.axe_checks import DISPLAYS, opened, violations_in

pytestmark = pytest.mark.browser

PAY = "about=employment/weekly_pay&place=E47000001"


def target(page):
    """A target with its chart, drawn while it is typed."""
    page.fill("#field-target-value", "£900")
    page.fill("#field-target-due", "2030-12-31")
    page.wait_for_selector(".target-chart [role=status]:has-text('to £900 by 2030')")


def impossible_target(page):
    """A target that cannot be, told while it is typed."""
    page.fill("#field-target-value", "9%")
    page.wait_for_selector(".target-chart [role=status]:has-text('Target is not a percentage')")


def stages(page):
    """A promise in stages of which the second lacks its figure."""
    page.click("text=Stage 2 (optional)")
    page.fill("#field-promise-stage_2_name", "All buses")
    refused(page)


def refused(page):
    """A form that was sent before it was filled in."""
    page.click(".record-form button[type=submit]")
    page.wait_for_selector(".error-summary")


def draft(page):
    """A form that is begun, left and opened again."""
    page.fill("#field-decision-why", "Typed, and the tab is closed")
    page.wait_for_selector("text=Draft saved at")
    page.reload()
    page.wait_for_selector("text=This is your draft of")


FORMS = [
    (f"/targets?form=target&{PAY}", target),
    (f"/targets?form=target&{PAY}", impossible_target),
    ("/targets?form=event", refused),
    ("/targets?form=parked&about=employment/employment_rate", refused),
    ("/promises?form=promise", stages),
    ("/pilots?form=idea", refused),
    ("/decision/new", draft),
    ("/task-force?form=action", refused),
    ("/alerts?form=alert", refused),
]


def looked_at():
    for turn, (address, act) in enumerate(FORMS):
        for at, display in enumerate(DISPLAYS):
            mine = at == turn % len(DISPLAYS)
            name = f"{address} {act.__name__} {display[0]} {display[1]}"
            yield pytest.param(address, act, display, id=name, marks=() if mine else pytest.mark.soak)


@pytest.mark.parametrize(("address", "act", "display"), [*looked_at()])
def test_a_form_has_no_violation(page, record_url, recorded, address, act, display):
    page.set_viewport_size({"width": display[1], "height": 900})
    opened(page, record_url + address)
    page.wait_for_selector(".record-form button[type=submit]")
    act(page)
    assert violations_in(page, [display]) == []
