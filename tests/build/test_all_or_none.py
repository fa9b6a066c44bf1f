"""The public and the office read figures of the same night: both datastores are swapped, or neither is."""

from dataclasses import replace

import pytest

from dashboard.build import datastores
from dashboard.settings import Settings
from tests.tables import publish


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Settings over a table of the public and one of the office, of which nothing is derived."""
    publish(tmp_path / "public", figures="area_code | value\nE08000001 | 1")
    publish(tmp_path / "office", notes="area_code | value\nE08000001 | 2")
    monkeypatch.setattr(datastores, "refuse_disclosures", lambda data, audience: None)
    monkeypatch.setattr(datastores, "derive", lambda *given: {})
    return Settings(data=tmp_path, audience="public")


def test_where_the_offices_cannot_be_made_the_public_goes_on_with_the_figures_it_had(settings, monkeypatch):
    datastores.build(settings, say=print)
    office = replace(settings, audience="office")
    served = settings.datastore.resolve(), office.datastore.resolve()

    def full(mine, *given):
        if mine.audience == "office":
            raise OSError(28, "No space left on device")
        return {}

    with monkeypatch.context() as night:
        night.setattr(datastores, "derive", full)
        with pytest.raises(OSError, match="No space left"):
            datastores.build(settings, say=print)
    assert (settings.datastore.resolve(), office.datastore.resolve()) == served
    assert sorted(settings.data.rglob("builds/*")) == sorted(served)
    datastores.build(settings, say=print)
    assert settings.datastore.resolve() != served[0]
    assert office.datastore.resolve() != served[1]
