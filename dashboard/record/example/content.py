"""What the worked example holds: one thing of each kind, dated from today, over the region's real figures."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dashboard.address.page import Page
from dashboard.catalogue.periods import later
from dashboard.datastore.areas import Area
from dashboard.record.evidence import freeze, with_evidence
from dashboard.record.fields import Invalid
from dashboard.record.forms import FORMS
from dashboard.record.forms.lists import latest, today
from dashboard.record.store import Record
from dashboard.site import Site

BY = "The worked example"
FIGURE = "housing/temporary_accommodation"
_TEAM = "Homelessness team (example)"


def fill(site: Site, region: Area, pages: Sequence[Page], record: Record) -> int:
    """Write the example of `region` into `record`; how many things. What the region has no figure for is left
    out."""
    day, count = today(), 0
    for kind, given in (*_things(site, region, day), *_actions(day)):
        try:
            item = FORMS[kind].build(site, region, given, None)
        except Invalid:
            continue
        if kind == "decision":
            item = with_evidence(item, freeze(site, pages, f"/indicator/{FIGURE}?region={region.code}"))
        record.add(kind, region.code, item, BY)
        count += 1
    return count


def _things(site: Site, region: Area, day: date) -> list[tuple[str, dict[str, Any]]]:
    here = {"indicator": FIGURE, "area_code": region.code}
    found = [("decision", decision | here) for decision in _decisions(day)]
    known = latest(site, FIGURE, region.code)
    if known:
        aim = {"value": f"{known.value * 0.8:.1f}", "due": later(day, 48).isoformat()}
        why = {"owner": _TEAM, "reason": "Example: a fifth less in four years."}
        found.append(("target", here | aim | why))
        parked = {"until": later(day, 3).isoformat(), "owner": _TEAM}
        sentence = "Example: the next release comes in spring; nothing can be decided before."
        found.append(("parked", {"indicator": FIGURE, "reason": sentence} | parked))
    event = {"day": later(day, -30).isoformat(), "text": "Example event"}
    found.append(("event", event | {"area_code": region.code, "reason": "Example: a large employer closed."}))
    if before := latest(site, FIGURE, region.code, later(day, -30)):
        found.append(("promise", _promise(region, day, before.value)))
    found.append(("pilot", _pilot(site, region, day)))
    idea = {"title": "Example: rent deposits as loans", "question": "Do loans do as well as grants?"}
    found.append(("idea", idea | {"owner": _TEAM, "cost": "£80,000", "state": "idea"}))
    purpose = "Example: basic digital skills for 5,000 adults."
    found.append(("programme", {"start": (day - timedelta(days=40)).isoformat(), "purpose": purpose}))
    return found


def _promise(region: Area, day: date, before: float) -> dict[str, Any]:
    """About a fifth less by now and half in 18 months, of what it was on the day of the promise."""
    fifth = min(before * 0.8, before - 0.1)  # it has one decimal: a smaller step would be none
    aims = (("a fifth fewer", f"{fifth:.1f}", -6), ("half as many", f"{before * 0.5:.1f}", 18))
    stages = {
        f"stage_{number}_{name}": fields
        for number, (what, value, months) in enumerate(aims, 1)
        for name, fields in {
            "name": f"Example: {what} households",
            "due": later(day, months).isoformat(),
            "indicator": FIGURE,
            "area_code": region.code,
            "value": value,
        }.items()
    }
    fields = {
        "title": "Example: halve temporary accommodation",
        "said": "Example: we will halve it in stages.",
    }
    return stages | fields | {"day": later(day, -30).isoformat(), "owner": _TEAM}


def _decisions(day: date) -> list[dict[str, Any]]:
    shared = {"owner": _TEAM, "expected": "fall", "options": "Do nothing; advice by telephone only."}
    return [
        shared
        | {
            "title": "Example: advise tenants before they lose their home",
            "decided": "An adviser in each council, for two years.",
            "why": "A family in temporary accommodation costs more than the advice that keeps it at home.",
            "day": later(day, -14).isoformat(),
            "review": later(day, -2).isoformat(),
            "cost": "£2.4 million",
            "funding": "Homelessness prevention budget (example)",
            "benefit": "200 families a year who keep their home.",
            "equality": "Single parents gain most, and most of them are women. Not assessed by disability.",
            "consulted": "The councils and the tenants’ union.",
        },
        shared
        | {
            "title": "Example: buy homes for families who wait longest",
            "decided": "Sixty homes, for families in bed and breakfast first.",
            "why": "Families wait for months where no home is to be had.",
            "day": day.isoformat(),
            "review": later(day, 6).isoformat(),
            "cost": "£9.5 million",
            "funding": "Not found yet (example)",
        },
    ]


def _pilot(site: Site, region: Area, day: date) -> dict[str, Any]:
    codes = [area.code for area in site.geography.members(region.code)]
    held = [code for code in codes if latest(site, FIGURE, code)]
    return {
        "title": "Example: a landlord’s guarantee in two places",
        "hypothesis": "Landlords let to families on benefits when somebody stands in for the rent.",
        "owner": _TEAM,
        "indicator": FIGURE,
        "expected": "fall",
        "area_codes": held[:2],
        "start": later(day, -36).isoformat(),
        "donors": "outside",
        "seen": True,
    }


def _actions(day: date) -> list[tuple[str, dict[str, Any]]]:
    due = {name: (day + timedelta(days=days)).isoformat() for name, days in _DUE.items()}
    told = {"owner": _TEAM, "needed": "A published list.", "status": "under way"}
    return [
        ("action", told | {"title": "Example: survey 200 employers", "due": due["past"], "status": "done",
                           "done": due["past"], "evidence": "/compare"}),
        ("action", told | {"title": "Example: agree the course list", "due": due["late"]}),
        ("action", told | {"title": "Example: open two hubs", "due": due["soon"]}),
        ("action", told | {"title": "Example: sign the data agreement", "due": due["later"],
                           "status": "blocked"}),
        ("action", told | {"title": "Example: publish the first results", "due": due["after"]}),
    ]  # fmt: skip


_DUE = {"past": -20, "late": -3, "soon": 4, "later": 20, "after": 75}  # days from today
