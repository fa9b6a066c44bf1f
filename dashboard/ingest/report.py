"""The report of a refresh that a person reads (Markdown), the same as JSON, and the summary on the screen."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from dashboard.ingest.editions.comparison import Change
from dashboard.ingest.refresh_request import RefreshOutcome
from dashboard.ingest.refusal import listed, number
from dashboard.runtime.atomic_write import write_text


def write(outcome: RefreshOutcome, data: Path, dry: bool) -> Path:
    """Writes `data`/reports/<time>.md and .json; gives the path of the first."""
    now = datetime.now(UTC)
    folder = data / "reports"
    path = folder / f"{now:%Y-%m-%dT%H%M%S}{'-dry-run' if dry else ''}.md"
    write_text(path, _markdown(outcome, _names(data), now, dry))
    fields = {key: value for key, value in asdict(outcome).items() if key not in ("staged", "changes")}
    fields["changes"] = [{"audience": audience, **change.as_json()} for audience, change in outcome.changes]
    write_text(path.with_suffix(".json"), json.dumps(fields, indent=1, ensure_ascii=False))
    return path


def summary(outcome: RefreshOutcome) -> str:
    """A few lines: what was completed, refused, taken, changed."""
    lines = ["a refresh that was cut short has been completed"] if outcome.completed else []
    lines += [f"REFUSED  {name}: {reason}" for name, reason in sorted(outcome.refused.items())]
    if outcome.refused:
        lines.append(f"{len(outcome.refused)} refused: their published figures stay as they were")
    lines += [f"NOT SHOWN  {reason}" for _, reason in sorted(outcome.withheld.items())]
    lines.append(f"{len(outcome.staged)} read, {len(outcome.unchanged)} unchanged")
    if outcome.left:
        lines.append(
            f"{len(outcome.left)} have no address and were left as they are: give FROM=folder for them"
        )
    if outcome.unread:
        files = listed(outcome.unread, 3)
        lines.append(f"no entry reads {files}: register them, or say why not in not_read.toml")
    for audience, changed in outcome.changed.items():
        lines.append(
            f"{audience}: snapshot {outcome.snapshots[audience]}, {number(len(changed), 'file')} changed"
        )
    return "\n".join(lines)


def _names(data: Path) -> dict[str, str]:
    path = data / "public" / "areas.parquet"
    if not path.exists():
        return {}
    areas = pd.read_parquet(path, columns=["area_code", "name"])
    return dict(zip(areas.area_code, areas.name, strict=True))


def _markdown(outcome: RefreshOutcome, names: dict[str, str], now: datetime, dry: bool) -> str:
    lines = [f"# {'What a refresh would change' if dry else 'Refresh'}, {now:%d %B %Y, %H:%M} UTC", ""]
    lines.append(f"{number(len(outcome.staged), 'source')} read, {len(outcome.unchanged)} unchanged, ")
    changed, aside = number(len(outcome.changes), "table"), number(len(outcome.refused), "source")
    lines[-1] += f"{changed} changed, {aside} set aside."
    if outcome.refused:
        lines += ["", "## Set aside: their published figures stay", ""]
        lines += [f"- **{name}** {reason}" for name, reason in sorted(outcome.refused.items())]
    for audience in ("public", "office"):
        changes = [change for whose, change in outcome.changes if whose == audience]
        if changes:
            lines += ["", f"## Changes, {audience} view"]
        for change in changes:
            lines += ["", f"### {change.table}", "", *_described(change, names)]
    if outcome.notes:
        lines += ["", "## Notes from reading", ""]
        lines += [f"- {name}: {note}" for name, notes in outcome.notes.items() for note in notes]
    if outcome.unread:
        lines += ["", "## Files that no entry of the register reads", ""]
        lines += [f"- {name}" for name in outcome.unread]
    return "\n".join(lines) + "\n"


def _described(change: Change, names: dict[str, str]) -> list[str]:
    if not change.before:
        return [f"- new: {number(change.after, 'row')}"]
    lines = [f"- rows: {change.before:,} before, {change.after:,} now"]
    for word, found in (("new", change.new), ("LOST", change.lost)):
        for kind, values in found.items():
            if values:
                shown = [names.get(value, value) for value in values]
                lines.append(f"- {word} {kind} ({len(values)}): {listed(shown, 12)}")
    lines.append(f"- figures: {change.figures_new:,} new, {change.figures_lost:,} lost")
    if change.compared:
        lines.append(f"- revised: {change.moved:,} of {change.compared:,} changed at all, ")
        lines[-1] += f"{change.revised:,} by more than {change.threshold:.0%}"
    return lines + _largest(change, names)


def _largest(change: Change, names: dict[str, str]) -> list[str]:
    if not change.largest:
        return []
    lines = [
        "",
        "| place | series | period | before | now | moved by |",
        "| --- | --- | --- | --: | --: | --: |",
    ]
    for row in change.largest:
        place = names.get(row["area_code"], row["area_code"])
        cells = [
            place,
            row["series"],
            row["period"],
            f"{row['old']:g}",
            f"{row['new']:g}",
            f"{row['share']:.0%}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return lines
