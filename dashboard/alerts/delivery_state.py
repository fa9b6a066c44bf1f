"""What was sent to whom, kept beside the record so that nothing is told twice and nothing is lost."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from dashboard.runtime.atomic_write import write_text


@dataclass(frozen=True)
class DeliveryState:
    """The day up to which an alert was delivered, and the keys of what was sent for that day and the one
    before."""

    day: str
    keys: tuple[str, ...] = ()


def read(path: Path) -> dict[str, DeliveryState]:
    """What is kept at `path`, by the id of the alert; nothing without a file."""
    if not path.exists():
        return {}
    found = json.loads(path.read_text("utf-8"))
    return {key: DeliveryState(item["day"], tuple(item["keys"])) for key, item in found.items()}


def write(path: Path, told: dict[str, DeliveryState]) -> None:
    """Keep `told`, whole or not at all, readable by its owner alone."""
    write_text(path, json.dumps({key: asdict(item) for key, item in told.items()}), 0o600)


def initial_state(day: date) -> DeliveryState:
    """For an alert that nothing has been told yet: from the day on which it was asked for."""
    return DeliveryState(day.isoformat())
