"""What an entry says wrongly in [options] is named with its mend; it is never a fault of the file."""

from importlib import import_module

import pytest

from dashboard.ingest import adapters
from tests.ingest.conftest import OPTIONS


@pytest.fixture
def refused(workshop):
    """refused(options) -> the sentence of a run over one file."""

    def refused(options: str, adapter: str = "long_csv") -> str:
        workshop.source("bins.csv", "code,year,n\nE08000003,2023,10\n")
        workshop.entry("bins", "bins.csv", adapter, options)
        return workshop.only_refusal()

    return refused


def test_an_option_that_nobody_knows_is_named_with_those_there_are(refused):
    said = refused(OPTIONS + 'encodign = "utf-8"\n')
    assert said.startswith("bins.toml: options.encodign is unknown, use affixes, aliases, area,")


def test_an_option_that_is_missing_is_named_and_the_file_is_not_blamed(refused):
    said = refused(OPTIONS.replace('date = "year"\n', ""))
    assert said == "bins.toml: [options] lacks date, which the long_csv adapter needs, add it (docs/data.md)"


def test_an_option_of_an_adapter_that_takes_none_is_named_too(refused):
    said = refused('[options]\nsheet = "1"\n', "peers")
    assert said == "bins.toml: options.sheet is unknown, the peers adapter takes none"


@pytest.mark.parametrize(
    ("raised", "mend"),
    [
        (
            AttributeError("no x"),
            "mend dashboard/ingest/adapters/long_csv.py, or download it again where it was",
        ),
        (ValueError("no y"), "download it again"),
    ],
)
def test_a_slip_in_an_adapter_is_told_from_a_bad_file(refused, monkeypatch, raised, mend):
    def build(*_: object) -> None:
        raise raised

    monkeypatch.setattr("dashboard.ingest.adapters.long_csv.build", build)
    said = refused(OPTIONS)
    assert f"the long_csv adapter cannot read it ({type(raised).__name__}: {raised}), {mend}" in said
    assert ("mend dashboard" in said) == isinstance(raised, AttributeError)


@pytest.mark.parametrize("name", adapters.NAMES)
def test_every_adapter_says_which_options_it_takes(name):
    assert isinstance(import_module(f"dashboard.ingest.adapters.{name}").OPTIONS, frozenset)
