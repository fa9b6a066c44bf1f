"""`python -m dashboard pack`: make a pack, all districts' packs, or what the schedule says."""

import argparse
import sys
import time
from datetime import date
from pathlib import Path

from dashboard.datastore.store import DatastoreError
from dashboard.first_build import ensure_datastore
from dashboard.packs.admission import PackRefused
from dashboard.packs.brief import Brief, InvalidBrief, ready_briefs
from dashboard.packs.formats import PACK_FORMATS
from dashboard.packs.schedule import made_into, read_schedule, render, schedule_of, write
from dashboard.packs.service import DISTRICTS, PackService
from dashboard.settings import Settings
from dashboard.settings.environment import InvalidSetting

OUT = Path("build/packs")


def main(arguments: list[str] | None = None) -> int:
    """Make what is asked for; 0 when it is made, 2 with one sentence when it cannot be."""
    given = _parser().parse_args(arguments)
    started = time.monotonic()
    try:
        made = _make(given)
    except (InvalidBrief, InvalidSetting, PackRefused, DatastoreError) as error:
        print(error, file=sys.stderr)
        return 2
    files = "1 file" if len(made) == 1 else f"{len(made)} files"
    print(f"{files} in {time.monotonic() - started:.1f} seconds")
    return 0


def _make(given: argparse.Namespace) -> list[Path]:
    settings = Settings.from_environment()
    service = PackService.over(settings)
    if given.schedule:
        ensure_datastore(settings)
        made, failed = render(service, given.out or made_into(settings), read_schedule(schedule_of(settings)))
        if failed:
            raise PackRefused("\n".join(failed))
        return made
    brief, endings = _asked_for(given, settings, service)
    ensure_datastore(settings)
    made, places = [], service.places(brief, given.place)
    for number, place in enumerate(places, 1):
        asked = brief if given.annex else service.with_kept_sections(brief, place)
        pack = service.pack(asked, place, given.as_of)
        for ending in endings:
            made.append(write(given.out or OUT, pack, ending))
            print(f"{number} of {len(places)}: {made[-1]}" if len(places) > 1 else made[-1])
    return made


def _asked_for(
    given: argparse.Namespace, settings: Settings, service: PackService
) -> tuple[Brief, list[str]]:
    """The brief and the formats; typing errors are reported before a first build of half a minute."""
    if not given.brief:
        raise InvalidBrief(f"Say which brief: {', '.join(ready_briefs(settings.briefs))}.")
    brief, endings = service.brief(given.brief, given.theme), given.format.split(",")
    for ending in endings:
        if ending not in PACK_FORMATS:
            raise InvalidBrief(f"{ending!r} is no format; choose from: {', '.join(PACK_FORMATS)}.")
    return brief, endings


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write one like 2026-11-23") from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard pack", description=__doc__)
    parser.add_argument("--brief", default="", help="the name of a file in data/briefs, without its ending")
    parser.add_argument("--place", default="", help=f"a place’s code; “{DISTRICTS}” for all; else the region")
    parser.add_argument("--theme", default="", help="the theme, for a brief that asks for one")
    parser.add_argument("--annex", action="store_true", help="with the sections of its annex")
    parser.add_argument("--as-of", type=_day, help="a day: the figures as known then")
    parser.add_argument("--format", default="pdf", help=f"one or more of {','.join(PACK_FORMATS)}")
    parser.add_argument("--out", type=Path, help=f"the folder to write into (else {OUT} or DATA/packs)")
    parser.add_argument("--schedule", action="store_true", help="make what data/briefs/schedule.toml says")
    return parser


if __name__ == "__main__":
    sys.exit(main())
