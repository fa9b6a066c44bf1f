"""python -m tests.trials: measure every rate anew (some minutes) and write the file that /tested reads.

`python -m tests.trials known-then` measures the ranges of projections on past editions alone (some seconds).
"""

import sys

from dashboard.pages.about.alarm_table import MEASURED
from tests.trials.false_alarms import sweep, sweep_of_parts
from tests.trials.files import alarms_file, known_then_file
from tests.trials.single_figures import sweep_of_figures

SERIES = 4000
REGIONS = 100


def _known_then() -> None:
    from dashboard.pages.about import known_then_table
    from dashboard.settings import Settings
    from dashboard.site import open_site
    from tests.trials.known_then import sweep as sweep_of_editions

    found = sweep_of_editions(open_site(Settings(audience="public")))
    known_then_table.MEASURED.write_text(known_then_file(found), encoding="utf-8")
    print(f"{len(found)} rates written to {known_then_table.MEASURED}")


if __name__ == "__main__":
    if sys.argv[1:] == ["known-then"]:
        sys.exit(_known_then())
    rates = [*sweep(SERIES), *sweep_of_figures(SERIES), *sweep_of_parts(REGIONS)]
    MEASURED.write_text(alarms_file(rates), encoding="utf-8")
    print(f"{len(rates)} rates written to {MEASURED}")
