"""The first hundred days: where today is on the calendar, and each action where it is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from dash import html

from dashboard.catalogue.periods import day_words
from dashboard.record.kinds import Action
from dashboard.record.versions import RecordEntry
from dashboard.statements import record_words as words

DAYS = 100


@dataclass(frozen=True)
class Progress:
    """How the programme stands on `today`: its day (1 to 100, outside before and after) and its actions."""

    start: date
    today: date
    actions: tuple[Action, ...]

    @property
    def end(self) -> date:
        """Day 100."""
        return self.start + timedelta(days=DAYS - 1)

    @property
    def day(self) -> int:
        """Which day today is; 1 is the first."""
        return (self.today - self.start).days + 1

    @property
    def done(self) -> int:
        """How many actions are done, with their evidence."""
        return sum(item.status == "done" for item in self.actions)

    @property
    def should(self) -> int:
        """How many should be done by now: those that were due before today."""
        return sum(item.due < self.today for item in self.actions)

    @property
    def late(self) -> int:
        """How many should be done and are not."""
        return sum(is_late(item, self.today) for item in self.actions)

    @property
    def after(self) -> tuple[Action, ...]:
        """The actions that are due when the hundred days are over: the bar has no place for them."""
        return tuple(item for item in self.actions if item.due > self.end)

    @property
    def blocked(self) -> int:
        """How many are blocked."""
        return sum(item.status == "blocked" for item in self.actions)


def is_late(item: Action, today: date) -> bool:
    """Whether an action is past its date and not done."""
    return item.status != "done" and item.due < today


def state(item: Action, today: date) -> str:
    """How an action is marked beside its words: done, blocked, late, soon (within a week) or planned."""
    if item.status in ("done", "blocked"):
        return item.status
    if is_late(item, today):
        return "late"
    return "soon" if (item.due - today).days <= words.DUE_SOON else "planned"


def calendar(found: Progress) -> html.Div:
    """The hundred days as a bar with a mark for each action. It repeats the table, so it is one picture."""
    past = min(max(found.day - 1, 0), DAYS)
    marks = [_mark(found, item) for item in found.actions if found.start <= item.due <= found.end]
    today = (
        html.Span("Today", className="calendar-word calendar-today", style=_today(past))
        if 1 <= found.day <= DAYS
        else None
    )
    return html.Div(
        [
            html.Div(className="calendar-past", style={"width": f"{past}%"}),
            *marks,
            today,
            html.Span(f"Day 1, {day_words(found.start)}", className="calendar-word calendar-first"),
            html.Span(f"Day {DAYS}, {day_words(found.end)}", className="calendar-word calendar-last"),
        ],
        className="calendar",
        role="img",
        **{"aria-label": words.days(found.day, DAYS, found.done, len(found.actions), found.late)},
    )


def _today(past: int) -> dict[str, str]:
    return {"right": f"{100 - past}%"} if past > DAYS // 2 else {"left": f"{past}%"}


def _mark(found: Progress, item: Action) -> html.Span:
    at = (item.due - found.start).days + 0.5
    mark = f"calendar-mark calendar-mark-{state(item, found.today)}"
    return html.Span(className=mark, style={"left": f"{at}%"})


def after_words(found: Progress) -> html.P | None:
    """Which actions are due after day 100, by name and day; None where none is."""
    if not found.after:
        return None
    names = "; ".join(f"{item.title} ({day_words(item.due)})" for item in found.after)
    return html.P(f"After day {DAYS}: {names}.", className="note")


def numbers(found: Progress) -> html.Dl:
    """The counts that matter, as words and figures."""
    told = [
        ("day of the hundred" if found.day <= DAYS else "days since the first", str(max(found.day, 0))),
        ("actions done, with evidence", f"{found.done} of {len(found.actions)}"),
        ("should be done by now", str(found.should)),
        ("late", str(found.late)),
        ("blocked", str(found.blocked)),
        *([(f"due after day {DAYS}", str(len(found.after)))] if found.after else []),
    ]
    return html.Dl(
        [html.Div([html.Dt(name), html.Dd(value)]) for name, value in told], className="big-numbers"
    )


def by_date(entries: list[RecordEntry]) -> list[RecordEntry]:
    """Actions in the order in which they are due."""
    return sorted(entries, key=lambda entry: (entry.item.due, entry.item.title))
