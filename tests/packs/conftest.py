"""Packs of the built-in snapshot, composed as production composes them."""

import pytest

from dashboard.packs.brief import ready_briefs
from dashboard.packs.formats import FACES
from dashboard.packs.order import PackService
from dashboard.settings import Settings


@pytest.fixture(scope="session")
def service(site, public_site):
    """A desk over the built-in snapshot of both audiences, with nothing recorded."""
    return PackService(lambda audience: site if audience == "office" else public_site, site.settings.briefs)


@pytest.fixture(scope="session")
def pack_of(service):
    """pack_of("mayor-monthly", "E47000001") -> that Pack, composed once."""
    made = {}

    def pack_of(name, code, theme="housing"):
        if (name, code) not in made:
            brief = ready_briefs(Settings().briefs)[name]
            brief = brief.with_theme(theme) if brief.asks_theme else brief
            made[name, code] = service.pack(brief, service.site(brief.audience).geography[code])
        return made[name, code]

    return pack_of


@pytest.fixture(scope="session")
def file_of(pack_of):
    """file_of("mayor-monthly", "E47000001", "pdf") -> the bytes of that face, written once."""
    made = {}

    def file_of(name, code, ending):
        if (name, code, ending) not in made:
            made[name, code, ending] = FACES[ending].write(pack_of(name, code))
        return made[name, code, ending]

    return file_of
