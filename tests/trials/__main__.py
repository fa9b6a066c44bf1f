"""python -m tests.trials: measure every rate anew (some minutes) and write the file that /tested reads."""

from dashboard.pages.about.alarm_table import MEASURED, written
from tests.trials.false_alarms import sweep, sweep_of_parts
from tests.trials.single_figures import sweep_of_figures

SERIES = 4000
REGIONS = 100

if __name__ == "__main__":
    rates = [*sweep(SERIES), *sweep_of_figures(SERIES), *sweep_of_parts(REGIONS)]
    MEASURED.write_text(written(rates), encoding="utf-8")
    print(f"{len(rates)} rates written to {MEASURED}")
