"""The adverts for each 100 in work are rounded as in every file."""

import pytest

from dashboard.pages.skills.words import pressure

pytestmark = pytest.mark.core


def test_a_half_goes_up_here_as_elsewhere():
    assert pressure(12.25, 0.05) == "12.3 (England 0.1)"
