"""What is asked of a refresh, and the outcome."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dashboard.ingest.editions.comparison import Change
from dashboard.ingest.staged import Staged


@dataclass
class RefreshOutcome:
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
    left: list[str] = field(default_factory=list)  # no address is registered: as they were
    withheld: dict[str, str] = field(default_factory=dict)  # indicators whose figures cannot be shown
    completed: bool = False  # an earlier run that was killed while it published

    @property
    def ended(self) -> str:
        """How it ended, one of ENDINGS; "failed" where not one source could be taken."""
        if self.refused or self.withheld:
            return "refused in part" if self.staged or self.unchanged else "failed"
        new = (
            any(self.changed.values()) if self.changed else bool(self.changes)
        )  # a dry run publishes nothing
        if new:
            return "published"
        return "same figures" if self.staged else "nothing new"

    def as_told(self) -> dict[str, Any]:
        """How it ended, for whoever watches: counts, and a sentence for each source that was set aside."""
        return {
            "outcome": self.ended,
            "read": len(self.staged),
            "unchanged": len(self.unchanged),
            "left": len(self.left),
            "refused": self.refused,
            "withheld": self.withheld,
            "changed": {audience: len(names) for audience, names in self.changed.items()},
            "snapshots": self.snapshots,
        }


# How a refresh ends -> its exit code. 2 is argparse's, for a command line that is not understood.
# A file that was read anew and says what is published already is no failure to `refresh && ...`.
ENDINGS = {"published": 0, "same figures": 0, "failed": 1, "nothing new": 3, "refused in part": 4}


@dataclass(frozen=True)
class RefreshRequest:
    """What is asked of a run. `only`: these datasets; `accept`: these, however much they change;
    `again`: make all anew; `dry`: report, publish nothing; `prerelease`: read releases under embargo
    too (only for the folder of a pre-release view, dashboard/web/embargo.py); `fetched`: the folder that
    those of `by_address` were fetched to, where others come from `folder`; `left`: those without an address,
    which stay as they are."""

    folder: Path
    out: Path
    register: Path
    only: frozenset[str] = frozenset()
    accept: frozenset[str] = frozenset()
    again: bool = False
    dry: bool = False
    prerelease: bool = False
    fetched: Path | None = None
    by_address: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def folder_of(self, dataset: str) -> Path:
        """The folder that `dataset` is read from."""
        return self.fetched if self.fetched and dataset in self.by_address else self.folder

    @property
    def work(self) -> Path:
        """Where a run keeps what the next may need."""
        return self.out / ".refresh"

    @property
    def staging(self) -> Path:
        """Where what was made of each source waits until it is published."""
        return self.work / "taken"  # the folder is still called so on machines that run
