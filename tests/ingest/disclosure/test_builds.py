"""A build holds each published table to the rule of the register, unless it was protected by that rule."""

import json

import pandas as pd
import pytest

from dashboard.datastore.store import DatastoreError
from dashboard.ingest.disclosure import audited
from dashboard.ingest.editions import manifest as publish
from tests.ingest.disclosure.people import PEOPLE, SUMS, _entry


@pytest.fixture(scope="module")
def hidden(settled, tmp_path_factory):
    """A table protected by SUMS and published."""
    workshop = settled.copied(tmp_path_factory.mktemp("hidden"))
    (workshop.out / "sources").symlink_to("../register")  # where a build looks for the rules
    workshop.source("people.csv", PEOPLE)
    _entry(workshop, "people", "suppress", SUMS)
    assert workshop.run().refused == {}
    workshop.serving = True
    return workshop


@pytest.fixture
def published(hidden, tmp_path):
    """What `hidden` holds, whose parquet a test may change as somebody's hand would."""
    workshop = hidden.copied(tmp_path)

    def change(open_again: str, stamped: bool) -> None:
        path = workshop.out / "public" / "people.parquet"
        frame = pd.read_parquet(path)
        frame.loc[frame.series == open_again, ["value", "status"]] = [40.0, ""]
        publish.write_parquet(frame, path)
        manifest = workshop.manifest()
        manifest["files"][path.name]["sha256"] = publish.digest(path)
        if not stamped:
            del manifest["files"][path.name]["protected"]
        (workshop.out / "public" / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    workshop.change = change
    return workshop


def test_the_manifest_says_by_which_rule_a_table_was_protected(published):
    before = published.manifest()["files"]["people.parquet"]["protected"]
    _entry(published, "people", "suppress", SUMS.replace("below = 5", "below = 4"))
    assert published.run().refused == {}
    assert published.manifest()["files"]["people.parquet"]["protected"] != before


def test_a_build_refuses_a_table_in_which_a_hidden_cell_can_be_worked_out(published):
    published.change("Women", stamped=False)
    with pytest.raises(DatastoreError) as refusal:
        published.build()
    said = str(refusal.value)
    assert said.startswith(
        "public/people: the hidden figure of E08000003, Men, 2023-01-01, P1Y lies between 3"
    )
    assert "make refresh" in said
    assert "\n" not in said


def test_a_rule_that_was_tightened_is_held_against_what_is_published(published):
    _entry(published, "people", "suppress", SUMS.replace("below = 5", "below = 50"))
    with pytest.raises(DatastoreError, match="public/people: the hidden figure of"):
        published.build()


def test_what_is_protected_by_the_same_rule_is_not_audited_again(published, monkeypatch):
    monkeypatch.setattr(audited, "disclosed", lambda *given: pytest.fail("it was audited"))
    published.build()
