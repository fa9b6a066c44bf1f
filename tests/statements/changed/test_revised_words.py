"""How many earlier figures were revised, where the sentence does not say it already."""

import pytest

from dashboard.datastore.areas import Area
from dashboard.statements.changed.compared import AreaChange
from dashboard.statements.changed.words import _revised


@pytest.mark.parametrize(
    ("kind", "revised", "said"),
    [
        ("rebased", 3, "The figures count otherwise than before, so the two cannot be compared."),
        ("revised", 1, ""),  # it is the one that the sentence tells
        ("revised", 2, "2 earlier figures were revised."),
        ("new period", 0, ""),
        ("new period", 1, "1 earlier figure was revised."),
        ("new period", 2, "2 earlier figures were revised."),
    ],
)
def test_revised_figures_are_counted(kind, revised, said):
    assert _revised(AreaChange(Area("E1", "Ash", "district"), kind, None, None, revised)) == said
