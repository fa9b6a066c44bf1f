"""A past day before the release held: the card does not say that the publisher has no figure."""

from datetime import date

import pytest

from dashboard.datastore.as_of import Knowledge
from dashboard.site import Site
from dashboard.statements import as_of_words
from dashboard.statements.as_of_words import none_then, not_yet


def _site(monkeypatch, kind: str, day: date | None) -> Site:
    monkeypatch.setattr(as_of_words, "weakest", lambda site, indicator: Knowledge("", kind, None))
    site = object.__new__(Site)
    object.__setattr__(site, "as_of", day)
    return site


def test_a_release_that_came_out_later_is_not_called_unpublished(monkeypatch):
    site = _site(monkeypatch, "nothing", date(2024, 3, 1))
    assert not_yet(site, None) == "the release held here came out after 1 March 2024"


def test_today_and_a_release_that_was_out_have_no_such_reason(monkeypatch):
    assert not_yet(_site(monkeypatch, "nothing", None), None) is None
    assert not_yet(_site(monkeypatch, "release", date(2024, 3, 1)), None) is None


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (date(2004, 1, 1), "the edition held of 1 March 2024 has no figure for it"),
        (date(2024, 1, 1), "its first figure held is for 2024"),
    ],
)
def test_an_area_that_an_edition_lacks_is_not_said_to_begin_later(monkeypatch, indicators, first, said):
    """England's output per hour is held from 2004 today; the editions before lack England."""
    site = _site(monkeypatch, "editions", date(2024, 3, 1))
    assert none_then(site, indicators["economy/gva_per_hour"], first) == said
