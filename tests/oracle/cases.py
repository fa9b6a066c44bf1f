"""Which regions and indicators the sweeps of the second implementation go through, and when.

A sample in the core; in `make test` every indicator in three regions and the sample in London, whose 33
boroughs take as long as all of them; every indicator in all 20 in `make sweeps`.
"""

import pytest

from tests.oracle.reckoning.observed import OF_PLACES, SAMPLE
from tests.oracle.reckoning.places import regions

LONDON = "E12000007"
DIFFERENT = {"E47000001", "cumbria", "sussex-and-brighton"}
CASES = [
    pytest.param("E47000001", SAMPLE),
    pytest.param(LONDON, SAMPLE, marks=pytest.mark.full),
    *[
        pytest.param(code, OF_PLACES, marks=pytest.mark.full if code in DIFFERENT else pytest.mark.soak)
        for code in regions()
    ],
]
