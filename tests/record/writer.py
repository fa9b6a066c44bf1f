"""Writes one event after the other and says so: killed by test_survival.py in the middle of it."""

import os
import sys

from dashboard.record.store import Record
from dashboard.settings import Settings
from tests.record.things import REGION, event

record = Record.open(Settings.from_environment(os.environ))
for number in range(int(sys.argv[1])):
    record.add("event", REGION, event(f"write {number}"), "writer")
    print(number, flush=True)
