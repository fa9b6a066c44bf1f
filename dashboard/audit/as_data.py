"""The audit as plain data (for JSON) and as lines (for a terminal)."""

from collections.abc import Iterator
from typing import Any

from dashboard.audit.gaps import WORDS
from dashboard.audit.mqa import MOST_POINTS
from dashboard.audit.report import Audit, Audited
from dashboard.methods.quality import DIMENSIONS, Score


def as_data(found: Audit, snapshot: str) -> dict[str, Any]:
    """Everything `found` says, in plain types."""
    return {
        "snapshot": snapshot,
        "today": found.today.isoformat(),
        "region": {"code": found.region.code, "name": found.region.name},
        "metadata_quality": {"points": round(found.points, 1), "of": MOST_POINTS},
        "largest_gap": found.largest_gap,
        "datasets": [_dataset(item) for item in found.datasets],
        "described_only": [item.dataset for item in found.described_only],
        "assets": [
            {"name": a.name, "title": a.title, "owner": a.owner, "status": a.status, "meets": list(a.meets)}
            | {"checked": a.checked and a.checked.isoformat()}
            for a in found.assets
        ],
        "refused": list(found.refused),
        "superseded": [
            {"indicator": s.indicator.id, "measure": s.indicator.measure, "ends": s.ends.isoformat()}
            | {"newer": s.newer.id, "reaches": s.reaches.isoformat()}
            for s in found.superseded
        ],
        "needs": [
            {"name": s.need.name, "theme": s.need.theme, "title": s.need.title, "why": s.need.why}
            | {"state": s.state, "by": list(s.by), "said": s.sentence, "holder": s.need.holder}
            for s in found.standings
        ],
    }


def _dataset(item: Audited) -> dict[str, Any]:
    quality = item.described.quality
    return {
        "dataset": item.dataset.dataset,
        "title": item.dataset.title,
        "publisher": item.dataset.publisher,
        "owner": item.dataset.owner,
        "licence": item.dataset.licence,
        "cadence": item.dataset.cadence,
        "next_release": item.dataset.next_release,
        "overdue": item.overdue,
        "indicators": item.readers,
        "stars": {"at_source": item.stars_at_source, "here": item.stars_here},
        "quality": {name: _score(item.scores[name]) for name in DIMENSIONS},
        "metadata_quality": {
            "points": quality.points,
            "rating": quality.rating,
            "mean_of_files": round(item.described.mean_of_files, 1),
            "advice": [{"do": text, "points": points} for text, points in item.described.advice],
        },
    }


def _score(score: Score) -> dict[str, Any]:
    return {"share": score.share, "checked": score.checked, "reason": score.reason}


def lines(found: Audit) -> Iterator[str]:
    """The audit for a person at a terminal: what is missing first, then what is not as it should be."""
    yield f"{len(found.datasets)} datasets, {len(found.assets)} assets of local teams, as at {found.today}."
    yield f"Metadata quality: {found.points:.0f} of {MOST_POINTS} points."
    where = found.largest_gap or "no theme"
    yield f"\nGaps: {len(found.gaps)} needs that nothing held meets for {found.region.name}"
    yield f"({found.elsewhere} of them met for other regions); the largest gap: {where}."
    for item in found.standings:
        if item.state != "met":
            yield f"  {item.need.theme:<11} {WORDS[item.state]:<19} {item.need.title}. {item.sentence}"
    yield "\nSeries that end before another of the same measure:"
    yield from (f"  {item.sentence}" for item in found.superseded)
    yield "\nQuality below 100%:"
    for item in found.datasets:
        for name in DIMENSIONS:
            score = item.scores[name]
            if score.share is not None and score.share < 1:
                yield f"  {item.dataset.dataset:<48} {name:<13} {percent(score.share):>6}  {score.reason}"
    yield from (f"\nRefused: {sentence}" for sentence in found.refused)


def percent(share: float | None) -> str:
    """`share` as a reader sees it: never 100% unless it is, never 0% unless it is; an en dash for none."""
    if share is None:
        return "–"
    if 0 < share < 0.01:
        return "<1%"
    return ">99%" if 0.99 < share < 1 else f"{share:.0%}"
