"""One form for each kind: its fields, and how the answers become the thing. Figures are looked up."""

from types import ModuleType

from dashboard.record.forms import (
    action,
    alert,
    answer,
    approval,
    composition,
    decision,
    event,
    idea,
    parked,
    pilot,
    programme,
    promise,
    target,
)

FORMS: dict[str, ModuleType] = {
    "decision": decision,
    "target": target,
    "alert": alert,
    "event": event,
    "parked": parked,
    "pilot": pilot,
    "action": action,
    "programme": programme,
    "answer": answer,
    "idea": idea,
    "approval": approval,
    "composition": composition,
    "promise": promise,
}
