"""Packs of the built-in snapshot, composed as production composes them."""

import pytest

from dashboard.packs.brief import ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.service import PackService
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def service(site, public_site):
    """A desk over the built-in snapshot of both audiences, with nothing recorded."""
    return PackService(lambda audience: site if audience == "office" else public_site, site.settings.briefs)


@pytest.fixture(scope="session")
def pack_of(service):
    """pack_of("mayor-monthly", "E47000001") -> that Pack as sent, or with its `annex`, composed once."""
    made = {}

    def pack_of(name, code, annex=False):
        key = name, code, annex
        if key not in made:
            brief = ready_briefs(Settings().briefs)[name]
            brief = brief.with_theme("housing") if brief.asks_theme else brief
            brief = brief if annex else brief.without_annex()
            made[key] = service.pack(brief, service.site(brief.audience).geography[code])
        return made[key]

    return pack_of


@pytest.fixture(scope="session")
def file_of(pack_of):
    """file_of("mayor-monthly", "E47000001", "pdf") -> the bytes of that format, written once."""
    made = {}

    def file_of(name, code, ending, annex=False):
        key = name, code, ending, annex
        if key not in made:
            made[key] = PACK_FORMATS[ending].write(pack_of(name, code, annex))
        return made[key]

    return file_of
