"""Things to record, as short as they can be."""

from datetime import date

from dashboard.record.kinds import Action, Decision, Event

REGION = "E47000001"
INDICATOR = "employment/employment_rate"
PILOT = {
    "title": "Work coaches in surgeries",
    "hypothesis": "Coaches where people already go",
    "owner": "Innovation Unit",
    "indicator": INDICATOR,
    "expected": "rise",
    "area_codes": ["E08000003"],
    "start": "2019-04-01",
    "donors": "outside",
    "seen": True,
}
READ = {
    "title": "t",
    "hypothesis": "h",
    "owner": "o",
    "indicator": INDICATOR,
    "area_codes": ("E08000003",),
    "start": date(2019, 4, 1),
    "expected": "rise",
}


def decision(title: str = "Extend the bus fares cap", **changed) -> Decision:
    """A decision of 1 May 2026 to be reviewed a year later."""
    given = {
        "title": title,
        "decided": "The £2 cap stays until 2027",
        "why": "More people travel",
        "options": "End it; keep it",
        "owner": "Transport",
        "day": date(2026, 5, 1),
        "review": date(2027, 5, 1),
    }
    return Decision(**given | changed)


def event(text: str) -> Event:
    """An event in the region on every chart."""
    return Event(date(2025, 1, 5), text, "Because", "", REGION)


def action(title: str, due: date, **changed) -> Action:
    """A promise of the task force."""
    return Action(title=title, owner="Skills", due=due, needed="A published list", **changed)
