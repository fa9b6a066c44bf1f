"""A thousand spoilt source files: each refused in one sentence, nothing that is published lost."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dashboard.ingest import adapters
from dashboard.ingest.register.entry import load_source
from dashboard.settings import ROOT
from tests.ingest.conftest import Workshop
from tests.ingest.cut import CUTS
from tests.ingest.damaged_sources import SOURCES, Damaged

MANIFEST = "manifest.json"  # names what each table was read from, which a file that is rightly taken changes
FILES = {"a sample": 60, "whole": 1000}
# What an entry says of a whole file, and a cut of it cannot keep: its rows, and sums of all its series.
WHOLE = r"^(rows|districts|combined_authorities) = [^\n]*\n|^\[\[totals\.sums\]\].*?(?=^\[options)"
SIZE = r"^\[size\].*?(?=^\[options)"
UNSIZED = '[size]\nunchecked = "a cut"\n\n[options]\n'
OTHER_WORKBOOKS = r"^(?!E47000001)[\w-]+ = \{ workbooks [^\n]*\n"
SENTENCE = re.compile(r"[\w./*-]+(, sheet “[^”]+”)?(, (line|row) \d+)?: [^\n]+")
# What a sentence tells its reader to do about it.
DOING = re.compile(
    r"download (it again|the file itself)|correct|fill it in|save it|keep one|ask (the|its) publisher|add "
    r"|check |give |write |register|--accept"
)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """A published workshop of real entries over small cuts of the real files; none expects whole files."""
    town = Workshop.at(tmp_path_factory.mktemp("town"))
    shutil.copytree(CUTS, town.folder)
    for folder in (town.register, town.queries):
        folder.mkdir()
    for source in SOURCES:
        text = (ROOT / "data" / "sources" / f"{source.dataset}.toml").read_text("utf-8")
        named = "[size]" in text
        text = re.sub(f"{WHOLE}|{SIZE}", "", text, flags=re.MULTILINE | re.DOTALL)
        text = text.replace("[options]\n", UNSIZED, 1) if named else text
        text = re.sub(OTHER_WORKBOOKS, "", text, flags=re.MULTILINE)
        (town.register / f"{source.dataset}.toml").write_text(text, "utf-8")
    assert town.run().refused == {}
    return town


def test_every_adapter_is_spoilt_or_has_tests_of_its_own():
    register = ROOT / "data" / "sources"
    spoilt = {load_source(register / f"{each.dataset}.toml", adapters.NAMES).adapter for each in SOURCES}
    files = (Path(__file__).parent / "adapters").glob("test_*.py")
    own = {path.stem.removeprefix("test_") for path in files}
    # The first reads nothing; whole files hold the second (tests/datastore/editions/test_past_editions.py).
    assert set(adapters.NAMES) - spoilt - own == {"described", "ons_past_editions"}


@pytest.mark.parametrize(
    "many",
    [pytest.param("a sample", marks=pytest.mark.full), pytest.param("whole", marks=pytest.mark.soak)],
)
def test_every_spoilt_file_is_refused_in_one_sentence_and_nothing_published_is_lost(town, many):
    chance, done, together = Random(7), Counter(), Counter()  # noqa: S311 - a seed, not a secret
    before, turn, taken = _published(town), 0, []
    while done.total() < FILES[many]:
        spoilt = {}
        for source in SOURCES:
            way = spoilt[source.dataset] = _seldom(source, done, together)
            together[way.__name__] += 1
            raw = (CUTS / source.file).read_bytes()
            (town.folder / source.file).write_bytes(way(raw, chance, source.about))
        outcome = town.run()
        for source in SOURCES:
            tried = f"{source.dataset}, {spoilt[source.dataset].__name__}"
            if source.dataset in outcome.refused:
                _assert_plain(outcome.refused[source.dataset], f"{tried}, turn {turn}")
            else:
                taken.append(f"{tried}, turn {turn}")  # and rightly so: nothing published changes, see below
            done[tried] += 1
        assert outcome.changed == {"public": [], "office": []}
        turn += 1
    assert _published(town) == before
    assert len(taken) <= max(1, done.total() / 200), taken
    if many == "whole":
        ways = {f"{source.dataset}, {way.__name__}" for source in SOURCES for way in source.ways}
        assert set(done) == ways


def _seldom(source: Damaged, done: Counter, together: Counter) -> Callable:
    """Of the ways that this source has suffered least the one that all together have, so that a sample meets
    most of them; what only files of its kind can suffer stands last and comes first."""

    def times(way: Callable) -> tuple[int, int]:
        return done[f"{source.dataset}, {way.__name__}"], together[way.__name__]

    return min(reversed(source.ways), key=times)


def _assert_plain(sentence: str, way: str) -> None:
    assert SENTENCE.fullmatch(sentence), f"{way}: {sentence}"
    assert DOING.search(sentence), f"{way}: {sentence}"
    assert "cannot read it (" not in sentence, f"{way}: {sentence}"


def _published(town) -> dict[str, bytes]:
    files = [path for name in ("public", "office") for path in (town.out / name).iterdir() if path.is_file()]
    assert json.loads((town.out / "public" / MANIFEST).read_text("utf-8"))["files"]
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files if path.name != MANIFEST}
