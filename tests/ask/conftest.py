"""What tests of questions share."""

import pytest

from dashboard.ask.answer import answer


@pytest.fixture(scope="module")
def ask(site):
    region = site.geography["E47000001"]
    return lambda text: answer(site, region, text)
