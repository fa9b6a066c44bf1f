"""Schedule: the packs that are made after each refresh, and what changed since each was last made."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.catalogue.pre_election import running
from dashboard.catalogue.reading.toml_file import read_toml
from dashboard.datastore.areas import Area
from dashboard.datastore.store import DatastoreError
from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import InvalidBrief
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.model import Pack
from dashboard.packs.previous import Last, keep_last, last_made, since
from dashboard.packs.service import PackService
from dashboard.runtime.atomic_write import write_bytes, write_text
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting
from dashboard.statements.changed.between import Changes
from dashboard.statements.changed.words import sentences_of, title_of

_KEYS = {"brief", "place", "theme", "formats"}


@dataclass(frozen=True)
class ScheduledPack:
    """One line of the schedule: a brief by name, its places ("districts", a code, "" for the region)."""

    brief: str
    place: str = ""
    theme: str = ""
    formats: tuple[str, ...] = ("pdf",)


def schedule_of(settings: Settings) -> Path:
    """The file of the schedule."""
    return settings.briefs / "schedule.toml"


def read_schedule(path: Path) -> list[ScheduledPack]:
    """The schedule at `path`; empty where there is none. Raises InvalidBrief with one sentence."""
    where = f"data/briefs/{path.name}"
    try:
        lines = read_toml(path).get("packs", [])
    except FileNotFoundError:
        return []
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise InvalidBrief(f"{where}: mend the TOML: {error}") from error
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
        raise InvalidBrief(f"{where}: write each pack below a line [[packs]]")
    return [_scheduled_pack(f"{where}, pack {number}", line) for number, line in enumerate(lines, 1)]


def _scheduled_pack(where: str, line: dict) -> ScheduledPack:
    if unknown := sorted(line.keys() - _KEYS):
        raise InvalidBrief(f"{where}: remove {', '.join(unknown)}, which a scheduled pack does not have")
    if "brief" not in line:
        raise InvalidBrief(f"{where}: add the name of its brief")
    if wrong := [key for key in ("brief", "place", "theme") if not isinstance(line.get(key, ""), str)]:
        raise InvalidBrief(f"{where}: write {wrong[0]} as a text in quotation marks")
    if not isinstance(line.get("formats", []), list):
        raise InvalidBrief(f'{where}: write formats as a list, such as ["pdf"]')
    formats = tuple(line.get("formats", ("pdf",)))
    if wrong := [ending for ending in formats if ending not in PACK_FORMATS]:
        raise InvalidBrief(f"{where}: {wrong[0]!r} is no format; choose from: {', '.join(PACK_FORMATS)}")
    return ScheduledPack(line["brief"], line.get("place", ""), line.get("theme", ""), formats)


def render(
    service: PackService, out: Path, lines: list[ScheduledPack], say: Callable[[str], None] = print
) -> tuple[list[Path], list[str]]:
    """Make every pack that is due into `out`, with a list of what changed since it was last made there.

    Gives the files, and a sentence for each pack that could not be made: the others are made all the same.
    """
    made: list[Path] = []
    failed: list[str] = []
    for due in lines:
        try:
            brief = service.brief(due.brief, due.theme)
            places = service.places(brief, due.place)
        except (InvalidBrief, PackRefused) as refusal:
            failed.append(f"{due.brief}: {refusal}")
            continue
        for place in places:
            if brief.audience == "public" and _in_period(service, place):
                failed.append(
                    f"{brief.title}, {place.name}: a public pack in a pre-election period is made by hand"
                )
                continue
            try:
                made += _render(
                    service,
                    out,
                    service.pack(service.with_kept_sections(brief, place), place),
                    due.formats,
                    say,
                )
            except Exception as error:  # it is reported, and the other packs are made
                failed.append(f"{brief.title}, {place.name}: {error or type(error).__name__}")
    return made, failed


def _in_period(service: PackService, place: Area) -> bool:
    site = service.site("public")
    region = site.geography.home(place, site.settings.region).code
    return running(site.settings.data, region, datetime.now(UTC).date()) is not None


def render_scheduled(settings: Settings, say: Callable[[str], None] = print) -> tuple[list[Path], list[str]]:
    """What is due by `settings.data`/briefs/schedule.toml, made into `settings.data`/packs; as `render`."""
    try:
        due = read_schedule(schedule_of(settings))
        return render(PackService.over(settings), made_into(settings), due, say) if due else ([], [])
    except (InvalidBrief, InvalidSetting, DatastoreError) as refusal:
        return [], [str(refusal)]


def made_into(settings: Settings) -> Path:
    """Where scheduled packs are made, and what they last held is kept."""
    return settings.data / "packs"


def _render(
    service: PackService, out: Path, pack: Pack, formats: tuple[str, ...], say: Callable[[str], None]
) -> list[Path]:
    site, place = service.site(pack.audience), pack.place
    before = last_made(out, pack.name, place.code)
    found = None if before is None else since(site, before.day, place)
    paths = [write(out, pack, ending) for ending in formats]
    news = out / f"{pack.stem}, what changed.txt"
    write_text(news, _news(pack, found, before))
    keep_last(out, pack)  # last of all: a pack that failed is not the last one
    many = len(found.indicators) if found else 0
    sentence = (
        "first made" if found is None else f"{many} change{'' if many == 1 else 's'} since it was last made"
    )
    say(f"{pack.title}, {place.name}: {sentence}")
    return [*paths, news]


def write(out: Path, pack: Pack, ending: str) -> Path:
    """Write one format of `pack` into `out`; gives the file's path."""
    path = out / f"{pack.stem}.{ending}"
    write_bytes(path, PACK_FORMATS[ending].write(pack))
    return path


def _news(pack: Pack, found: Changes | None, before: Last | None) -> str:
    head = f"{pack.title}, {pack.place.name}. {pack.as_of}. Snapshot {pack.snapshot}.\n\n"
    if found is None or before is None:
        return head + "This pack was made for the first time.\n"
    when = f"since this pack was last made (snapshot {before.snapshot})"
    if not found.indicators:
        return head + f"No figure is recorded as new or revised {when}.\n"
    lines = [f"- {title_of(item)}. {' '.join(sentences_of(item))}\n" for item in found.indicators]
    return head + f"What changed {when}:\n" + "".join(lines)
