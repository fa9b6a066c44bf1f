"""What is one person's alone is no colleague's to change, whatever their role."""

from dataclasses import replace

import pytest

from dashboard.record.store import Record

ALERT = {"channel": "email", "to": "pat@example.org", "about": "", "area_code": ""}


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_an_alert_is_withdrawn_by_whoever_asked_for_it_alone(post, as_role, site, role):
    as_role("editor")
    _, made = post("alert", ALERT)
    as_role(role, "somebody else")
    for version in (1, 7):  # nor is the newest told to whoever names another one
        status, said = post(f"alert/{made['id']}/withdraw", version=version)
        assert (status, "example.org" in str(said)) == (403, False)
    assert not site.record.real_record.get(made["id"]).withdrawn
    as_role("editor")
    assert post(f"alert/{made['id']}/withdraw", version=1)[0] == 200


def test_an_alert_is_somebody_elses_by_the_version_that_is_there_when_it_is_changed(
    post, as_role, site, monkeypatch
):
    as_role("editor")
    _, made = post("alert", ALERT)
    held = site.record.real_record.get(made["id"])
    theirs = replace(held, item=replace(held.item, subject="somebody else"))
    as_role("editor", "somebody else")
    monkeypatch.setattr(Record, "get", lambda *_: theirs)  # as if it had been theirs when it was read
    assert post(f"alert/{made['id']}", ALERT, version=1)[0] == 403
    monkeypatch.undo()
    assert site.record.real_record.get(made["id"]).version == 1
