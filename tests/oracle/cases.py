"""Which regions and indicators the sweeps of the second implementation go through, and when.

A sample in the core, every indicator in five regions in `make test`, in all 20 in `make soak`.
"""

import pytest

from tests.oracle.observed import OF_PLACES, SAMPLE
from tests.oracle.places import regions

DIFFERENT = {"E47000001", "E12000007", "E47000007", "cumbria", "sussex-and-brighton"}
CASES = [
    pytest.param("E47000001", SAMPLE),
    *[
        pytest.param(code, OF_PLACES, marks=pytest.mark.full if code in DIFFERENT else pytest.mark.soak)
        for code in regions()
    ],
]
