"""What is asked of a refresh, and what it did."""

from dataclasses import dataclass, field
from pathlib import Path

from dashboard.ingest.editions.comparison import Change
from dashboard.ingest.staged import Staged


@dataclass
class Outcome:
    """What a run did: sentences per dataset, what would change or did, and the changed files."""

    refused: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    changes: list[tuple[str, Change]] = field(default_factory=list)  # (audience, change)
    changed: dict[str, list[str]] = field(default_factory=dict)
    snapshots: dict[str, str] = field(default_factory=dict)
    staged: list[Staged] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    archived: int = 0
    unread: list[str] = field(default_factory=list)  # files of the folder that no entry reads
    completed: bool = False  # an earlier run that was killed while it published


@dataclass(frozen=True)
class Order:
    """What is asked of a run. `only`: these datasets; `accept`: these, however much they change;
    `again`: make all anew; `dry`: report, publish nothing; `prerelease`: read releases under embargo
    too (only for the folder of a pre-release view, dashboard/web/embargo.py)."""

    folder: Path
    out: Path
    register: Path
    only: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    again: bool = False
    dry: bool = False
    prerelease: bool = False

    @property
    def work(self) -> Path:
        """Where a run keeps what the next may need."""
        return self.out / ".refresh"

    @property
    def staging(self) -> Path:
        """Where what was made of each source waits until it is published."""
        return self.work / "taken"  # the folder is still called so on machines that run
