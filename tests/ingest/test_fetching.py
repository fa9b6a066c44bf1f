"""Fetching from the addresses in the register: what cannot be had is one sentence, and the rest goes on."""

import gzip
import zlib

import pytest

from dashboard.ingest import adapters
from dashboard.ingest.fetching import BadDownload, _unpacking, fetch, names_of
from dashboard.ingest.register.entry import load_source
from tests.ingest.conftest import OPTIONS
from tests.local_server import local_server


@pytest.fixture
def publisher():
    """A publisher of bins.csv on this machine: (address, requests it was asked)."""
    asked = []

    def answer(path, headers):
        asked.append((path, headers.get("If-None-Match")))
        if path != "/bins.csv":
            return 404, b"no"
        known = headers.get("If-None-Match") == '"v1"'
        return (304, b"") if known else (200, b"code,year,n\nE08000003,2023,10\n")

    with local_server(answer, ETag='"v1"') as (address, _):
        yield address, asked


def _entry(workshop, name: str, *urls: str) -> None:
    workshop.entry(name, f"council/{name}.csv", "long_csv", OPTIONS)
    path = workshop.register / f"{name}.toml"
    path.write_text(
        f"download = {list(urls)}\n" + path.read_text("utf-8") if urls else path.read_text("utf-8")
    )


def test_a_file_is_fetched_to_where_its_path_says_and_not_again_while_it_is_the_same(
    workshop, publisher, tmp_path
):
    address, asked = publisher
    _entry(workshop, "bins", f"{address}/bins.csv")
    for _ in range(2):
        folder, failed = fetch(workshop.register, tmp_path / "fetched", frozenset({"bins"}))
        assert failed == {}
        assert (folder / "council" / "bins.csv").read_text() == "code,year,n\nE08000003,2023,10\n"
    assert asked == [("/bins.csv", None), ("/bins.csv", '"v1"')]


def test_what_cannot_be_had_is_one_sentence_each(workshop, publisher, tmp_path):
    address, _ = publisher
    closed = "http://127.0.0.1:9"
    _entry(workshop, "gone", f"{address}/gone.csv")
    _entry(workshop, "nowhere", f"{closed}/nowhere.csv")
    _entry(workshop, "nowhere_either", f"{closed}/nowhere_either.csv")
    _entry(workshop, "unsaid")
    only = frozenset({"gone", "nowhere", "nowhere_either", "unsaid"})
    _, failed = fetch(workshop.register, tmp_path / "fetched", only)
    why = "was not reached ([Errno 111] Connection refused), check the network, or give FROM=folder"
    by_hand = "get it from https://www.ons.gov.uk and give FROM=folder"
    assert failed == {
        "gone": f"gone.toml: {address}/gone.csv answered 404, correct download there",
        "nowhere": f"nowhere.toml: {closed}/nowhere.csv {why}",
        "nowhere_either": f"nowhere_either.toml: 127.0.0.1:9 {why}",
        "unsaid": f"unsaid.toml: no download is registered, {by_hand}",
    }


def test_addresses_that_differ_in_their_query_alone_are_two_files(workshop):
    _entry(
        workshop, "bins", "https://x.example/NM_1.data.csv?geography=1", "https://x.example/NM_1.data.csv?g=2"
    )
    source = load_source(workshop.register / "bins.toml", adapters.NAMES)
    assert names_of(source) == ["NM_1.data.csv", "NM_1.data-2.csv"]


def test_one_address_gives_the_file_that_path_names(workshop):
    _entry(workshop, "bins", "https://x.example/download?id=7")
    assert names_of(load_source(workshop.register / "bins.toml", adapters.NAMES)) == ["bins.csv"]


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", ""])
def test_what_comes_packed_though_nobody_asked_is_unpacked(encoding):
    packed = {"": bytes, "deflate": zlib.compress}.get(encoding, gzip.compress)(b"code,year")
    assert _unpacking(encoding)(packed) == b"code,year"


def test_what_comes_packed_in_parts_is_whole_and_what_is_cut_short_is_not():
    """The rows of the second part were lost, and those after the cut, without a word."""
    parts = gzip.compress(b"code,year\n") + gzip.compress(b"E08000003,2024\n")
    unpack = _unpacking("gzip")
    assert (
        b"".join(unpack(parts[at : at + 7]) for at in range(0, len(parts), 7))
        == b"code,year\nE08000003,2024\n"
    )
    assert unpack.whole
    cut = _unpacking("gzip")
    cut(parts[:-9])
    assert not cut.whole


def test_a_packing_that_is_not_known_is_named():
    with pytest.raises(BadDownload, match="came packed as br"):
        _unpacking("br")
