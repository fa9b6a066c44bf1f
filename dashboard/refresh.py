"""`make refresh`: the sources read again, what changed reported and published, the datastores built.

This stands above both the ingest and the build, and joins them: `python -m dashboard refresh --help`.
"""

import argparse
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
from tqdm import tqdm

from dashboard.alerts.sending import send_all
from dashboard.build.datastores import build
from dashboard.catalogue.indicators import AUDIENCES
from dashboard.catalogue.regions import load_regions
from dashboard.datastore.disk import of_the_disk, refused_by_the_disk
from dashboard.datastore.store import DatastoreError
from dashboard.ingest import last_refresh, notice, report
from dashboard.ingest.editions.edition import served
from dashboard.ingest.fetching import addressed, fetch
from dashboard.ingest.refresh_request import ENDINGS, RefreshOutcome, RefreshRequest
from dashboard.ingest.refusal import Refused, number
from dashboard.ingest.run import refresh, rollback
from dashboard.packs.schedule import made_into, render_scheduled
from dashboard.record.access import RecordUnavailable
from dashboard.settings import Settings
from dashboard.settings.prerelease import folder_of

_NOT_WITH_ROLLBACK = ("folder", "fetch", "only", "accept", "dry_run", "all", "prerelease")


def main(arguments: list[str] | None = None) -> int:
    """Runs one refresh; its exit code says how it ended (ENDINGS in ingest/refresh_request.py)."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.rollback and (unused := [name for name in _NOT_WITH_ROLLBACK if getattr(given, name)]):
        words = " and ".join(f"--{name.replace('_', '-').replace('folder', 'from')}" for name in unused)
        parser.error(f"--rollback takes the whole edition back, leave {words} out")
    try:
        settings = replace(Settings.from_environment(), **({"data": given.data} if given.data else {}))
    except ValueError as error:
        print(f"refused: {error}", file=sys.stderr)
        return ENDINGS["failed"]
    try:
        if given.rollback:
            return _back(given, settings)
        return _refresh(given, settings)
    except (Refused, DatastoreError, ValueError) as error:
        return _failed(given, settings, f"refused: {error}")
    except (OSError, duckdb.Error) as error:
        if not isinstance(error, OSError) and not refused_by_the_disk(error):
            raise
        return _failed(given, settings, f"failed: {of_the_disk(error)}")


def _failed(given: argparse.Namespace, settings: Settings, sentence: str) -> int:
    _complain(sentence)
    if not (given.dry_run or given.rollback):
        try:
            _inform(settings, {"outcome": "failed", "reason": sentence})
        except OSError:  # the disk it could not write to
            _inform_only({"at": "", "outcome": "failed", "reason": sentence})
    return ENDINGS["failed"]


def _inform(settings: Settings, ended: dict[str, Any]) -> None:
    """Keep how it ended, and tell whom the environment names."""
    _inform_only(last_refresh.save_refresh(settings.data, ended))


def _inform_only(told: dict[str, Any]) -> None:
    for sentence in notice.notify(told, os.environ):
        _complain(sentence)


def _back(given: argparse.Namespace, settings: Settings) -> int:
    try:
        edition, staying = rollback(settings.data, lambda: build(settings), given.register)
    except DatastoreError as error:
        raise DatastoreError(
            f"no datastore can be built of the edition before, so the present one stays as it is ({error}); "
            "where an indicator reads a table that was not there yet, take its query file away first"
        ) from error
    ids = served(edition.manifests, load_regions(settings.regions))
    now = ", ".join(f"{audience} {snapshot}" for audience, snapshot in ids.items())
    print(f"back to the snapshot built on {edition.manifests['public']['built']}: {now}")
    for dataset in staying:
        print(
            f"{dataset} stays as it is: its disclosure rule or audience is another today, or cannot be read"
        )
    if not given.no_packs:
        _packs(settings)
    return 0


def _refresh(given: argparse.Namespace, settings: Settings) -> int:
    started = time.monotonic()
    register = given.register or settings.data / "sources"
    if given.prerelease:
        settings = replace(settings, data=folder_of(settings.data))
    names = {"only": frozenset(given.only), "accept": frozenset(given.accept)}
    order = RefreshRequest(given.folder, settings.data, register, again=given.all, dry=given.dry_run, **names)
    order = replace(order, prerelease=given.prerelease)
    unfetched: dict[str, str] = {}
    if given.folder is None or given.fetch:
        folder, unfetched = fetch(register, settings.data / ".refresh" / "fetched", order.only, _bar)
        having, without = addressed(register)
        order = replace(order, fetched=folder, by_address=having)
        if given.folder is None:
            order = replace(order, folder=folder, left=without - order.only)
    withheld: dict[str, str] = {}
    outcome = refresh(order, lambda: build(settings, withheld=withheld), _bar)
    outcome.refused |= unfetched
    if not given.dry_run and not _served(settings):
        build(settings, withheld=withheld)
    outcome.withheld = withheld
    _tell(settings, outcome, given.dry_run)
    refused = False
    if not given.dry_run and not given.prerelease:
        if any(outcome.changed.values()) and not given.no_packs:
            _packs(settings)
        if any(outcome.changed.values()):
            _alerts(settings)
        if engine := os.environ.get("ENGINE", ""):
            refused = not _results(engine, settings)
    print(f"{time.monotonic() - started:.0f} seconds")
    told = outcome.as_told() | ({"outcome": "refused in part"} if refused else {})
    if not given.dry_run:
        _inform(settings, told)
    return ENDINGS[told["outcome"]]


def _results(engine: str, settings: Settings) -> bool:
    """Every indicator of each audience to parquet, worked out by `engine`; whether all were made.

    The cluster reads the parquet just published and writes beside it (docs/scale.md).
    """
    from dashboard.engine.materialise import of_snapshot

    made = []
    for audience in AUDIENCES:
        out = settings.data / "indicators" / audience
        made.append(of_snapshot(engine, settings, audience, out, say=_complain))
        print(f"{out}: {len(made[-1].rows)} indicators by {engine}")
    return not any(each.refused for each in made)


def _complain(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _served(settings: Settings) -> bool:
    return all(replace(settings, audience=name).datastore.exists() for name in ("public", "office"))


def _tell(settings: Settings, outcome: RefreshOutcome, dry: bool) -> None:
    path = report.write(outcome, settings.data, dry)
    print(report.summary(outcome))
    print(f"report: {path}")


def _packs(settings: Settings) -> None:
    """The scheduled packs, made of the figures just published. What cannot be made fails no refresh."""
    made, failed = render_scheduled(settings)
    if made:
        print(f"packs: {number(len(made), 'file')} in {made_into(settings)}")
    for sentence in failed:
        _complain(f"pack not made: {sentence}")


def _alerts(settings: Settings) -> None:
    """What changed, sent to those who asked for it. What cannot be sent fails no refresh: it is tried
    again."""
    if settings.mail or settings.alert_secret:
        try:
            send_all(replace(settings, audience="office"))
        except (RecordUnavailable, ValueError) as error:
            _complain(f"alerts not sent: {error}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m dashboard refresh", description=__doc__)
    add = parser.add_argument
    add("--from", dest="folder", type=Path, help="folder of publishers' files (default: fetch them)")
    add("--fetch", action="store_true", help="with --from: fetch what has an address, read the rest there")
    add("--only", nargs="+", default=[], metavar="NAME", help="read only these datasets")
    add("--accept", nargs="+", default=[], metavar="NAME", help="take these however much they change")
    add("--dry-run", action="store_true", help="report what would change, publish nothing")
    add("--rollback", action="store_true", help="publish the edition before the present one again")
    add("--prerelease", action="store_true", help="for DATA/prerelease: releases under embargo too")
    add("--no-packs", action="store_true", help="make none of the packs of DATA/briefs/schedule.toml")
    add("--all", action="store_true", help="make every table anew, also of sources that did not change")
    add("--data", type=Path, help="the data folder (default: DATA_DIR, else data)")
    add("--register", type=Path, help="folder of register entries (default: DATA/sources)")
    return parser


def _bar(sources: list):
    bar = tqdm(sources, unit="source", dynamic_ncols=True, disable=None)
    for source in bar:
        bar.set_description(source.dataset[:32].ljust(32))
        yield source


if __name__ == "__main__":
    sys.exit(main())
