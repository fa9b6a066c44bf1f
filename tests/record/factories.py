"""Things to record, as short as they can be."""

from datetime import date

from dashboard.record.kinds import (
    Action,
    Alert,
    Answer,
    Approval,
    Composition,
    Decision,
    Event,
    Idea,
    Parked,
    Pilot,
    Programme,
    Promise,
    RecordedFigure,
    Stage,
    Target,
)

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

LATER = {  # kinds that came after the first
    "idea": Idea("Guarantee", "Council", "Do they let?", "Unit", "Asked", "Ten", "ready", 250_000.0, ""),
    "answer": Answer(("a1", "b2"), date(2026, 5, 1), "/compare", "Is it right?", "answered", "Yes.", True),
    "approval": Approval("decision/a1/3", "Announced before"),
    "promise": Promise(
        "Bus franchising", "All buses by 2025", date(2021, 3, 25), "Transport",
        (Stage("First", date(2023, 9, 24), "transport/bus_punctuality", "E47000001", 80.0,
               RecordedFigure(date(2020, 1, 1), 70.5, "s", date(2021, 3, 25))),), "https://example.org", True,
    ),
    "composition": Composition("mayor-monthly", "E47000001", ("brief", "map"), "Work comes first"),
    "pilot": Pilot(
        "Coaches", "h", "o", "skills/neet", ("E08000003",), date(2027, 1, 1), "fall", "all", "before",
        date(2028, 1, 1), 1.25, 100_000.0, "Council", 20.0, 50_000.0, 3.0, "a1", "Too early", True,
    ),
}  # fmt: skip


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


EACH = LATER | {
    "decision": decision(),
    "event": event("Opened"),
    "action": action("Publish the list", date(2026, 7, 1)),
    "target": Target(INDICATOR, REGION, 75.5, date(2030, 12, 31), RecordedFigure(date(2025, 1, 1), 71.0, "s"),
                     "Skills", "Work comes first"),
    "parked": Parked(INDICATOR, date(2026, 12, 1), "The survey is out again in May", "Mayor's office"),
    "programme": Programme(date(2026, 5, 1), "Digital skills for everybody"),
    "alert": Alert("email", "ann@example.gov.uk", subject="u1"),
}  # fmt: skip
