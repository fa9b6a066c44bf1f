"""What tests of the checker share."""

import pytest

from dashboard.check.check import check
from dashboard.check.draft import TEXT, Block, DraftText


@pytest.fixture(scope="module")
def marks(site):
    """marks(sentence) -> its marks, read in Greater Manchester."""
    region = site.geography["E47000001"]
    return lambda text: check(site, region, DraftText("Speech", (Block(TEXT, text),))).marks
