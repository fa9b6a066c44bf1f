"""A workshop: a folder of small source files, a register and an output, run as production runs."""

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import pytest

from dashboard.build.datastores import build
from dashboard.ingest.refresh_request import RefreshOutcome, RefreshRequest
from dashboard.ingest.run import refresh
from dashboard.ingest.stage_source import published_places
from dashboard.settings import ROOT, Settings
from tests.ingest.written_geography import AREAS_TOML, write_geography

SHIPPED = ROOT / "data" / "public"
ENTRY = """
title = "{title}"
publisher = "ONS"
licence = "Open Government Licence v3.0"
address = "https://www.ons.gov.uk"
path = "{path}"
adapter = "{adapter}"
cadence = "yearly"
next_release = "to be announced"
owner = "Research team"
audience = "{audience}"
disclosure = "none"
description = "A test."
{more}
"""
# of a table of years: code,year,n
OPTIONS = '[options]\narea = "code"\ndate = "year"\nvalue = "n"\nseries = "N"\nperiods = "calendar year"\n'


@dataclass
class Workshop:
    """`folder` of sources, `register` of TOML files, `out` of published tables.

    Only a `serving` workshop builds the datastores too: half of a run, and most tests look at the tables.
    """

    folder: Path
    register: Path
    out: Path
    queries: Path
    serving: bool = False

    def source(self, name: str, text: str | bytes) -> Path:
        """Writes a source file; text may be indented as a table in a test is."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, str):
            text = ("\n".join(line.strip() for line in text.strip().splitlines()) + "\n").encode()
        path.write_bytes(text)
        return path

    def entry(self, dataset: str, path: str, adapter: str, more: str = "", audience: str = "public") -> None:
        """Writes a register entry."""
        text = ENTRY.format(title=dataset, path=path, adapter=adapter, more=more, audience=audience)
        (self.register / f"{dataset}.toml").write_text(text, "utf-8")

    @property
    def settings(self) -> Settings:
        """A product without indicators over what is published."""
        return Settings(data=self.out, queries=self.queries)

    def run(self, *only: str, accept: tuple[str, ...] = (), **how) -> RefreshOutcome:
        order = RefreshRequest(
            self.folder, self.out, self.register, frozenset(only), frozenset(accept), **how
        )
        return refresh(order, self.build)

    def build(self) -> None:
        """The datastores, as production builds them, where this workshop serves any."""
        if self.serving:
            build(self.settings, say=lambda text: None)

    def publish(self, first: str, *names: str, options: str = OPTIONS) -> "Workshop":
        """Itself, once datasets called `names` are published, each of the table `first`."""
        for name in names:
            self.source(f"{name}.csv", first)
            self.entry(name, f"{name}.csv", "long_csv", options)
        assert self.run().refused == {}
        return self

    def table(self, name: str, audience: str = "public") -> pd.DataFrame:
        return pd.read_parquet(self.out / audience / f"{name}.parquet")

    def manifest(self, audience: str = "public") -> dict:
        return json.loads((self.out / audience / "manifest.json").read_text("utf-8"))

    def only_refusal(self) -> str:
        """The sentence of a run that refuses one source."""
        (sentence,) = self.run().refused.values()
        assert "\n" not in sentence
        return sentence

    @classmethod
    def at(cls, home: Path) -> "Workshop":
        """The workshop whose folders lie in `home`."""
        return cls(home / "sources", home / "register", home / "data", home / "queries")

    def copied(self, home: Path) -> "Workshop":
        """Another just like it, in `home`, that a test may change."""
        shutil.copytree(self.folder.parent, home, symlinks=True, dirs_exist_ok=True)
        return replace(Workshop.at(home), serving=self.serving)


@pytest.fixture(scope="session")
def places():
    """The areas that the product ships with."""
    return published_places(SHIPPED)


@pytest.fixture(scope="session")
def settled(tmp_path_factory):
    """A workshop whose areas are published: most of the time of a run, and the same for every test."""
    made = Workshop.at(tmp_path_factory.mktemp("settled"))
    for folder in (made.folder, made.register, made.queries):
        folder.mkdir()
    write_geography(made.folder / "ons-geography")
    (made.register / "areas.toml").write_text(AREAS_TOML, "utf-8")
    assert made.run().refused == {}
    return made


@pytest.fixture
def workshop(settled, tmp_path):
    return settled.copied(tmp_path)
