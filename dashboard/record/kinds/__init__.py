"""What is recorded: one frozen dataclass for each kind of thing.

Figures in them (`RecordedFigure`) are copied from the datastore by the server on the day, never typed.
"""

from typing import Any

from dashboard.record.kinds.decisions import Alert, Answer, Approval, Composition, Decision
from dashboard.record.kinds.evidence import Evidence, FrozenFigure, RecordedFigure
from dashboard.record.kinds.pilots import Action, Idea, Pilot, Programme
from dashboard.record.kinds.targets import Event, Parked, Promise, Stage, Target

__all__ = [
    "RECORD_KINDS",
    "Action",
    "Alert",
    "Answer",
    "Approval",
    "Composition",
    "Decision",
    "Event",
    "Evidence",
    "FrozenFigure",
    "Idea",
    "Parked",
    "Pilot",
    "Programme",
    "Promise",
    "RecordedFigure",
    "Stage",
    "Target",
]

RECORD_KINDS: dict[str, type[Any]] = {
    "decision": Decision,
    "target": Target,
    "alert": Alert,
    "event": Event,
    "parked": Parked,
    "pilot": Pilot,
    "action": Action,
    "programme": Programme,
    "answer": Answer,
    "idea": Idea,
    "approval": Approval,
    "composition": Composition,
    "promise": Promise,
}
