"""A night's refresh tells: by its exit code, by a webhook, and to whoever watches what is served."""

import pytest

from dashboard.ingest import fetching
from dashboard.ingest.last_refresh import last_refresh
from dashboard.ingest.refresh_request import ENDINGS
from dashboard.refresh import main
from tests.ingest.conftest import OPTIONS
from tests.local_server import local_server

pytestmark = pytest.mark.full

FIRST = "code,year,n\nE08000003,2022,9\nE08000003,2023,10\nE08000006,2023,20\nE92000001,2023,30\n"
NAMES = ("bins", "parks", "pools", "roads", "trees")


@pytest.fixture(scope="module")
def towns(settled, tmp_path_factory):
    """Five datasets, published once for all tests here."""
    town = settled.copied(tmp_path_factory.mktemp("night"))
    for name in NAMES:
        town.source(f"{name}.csv", FIRST)
        town.entry(name, f"{name}.csv", "long_csv", OPTIONS)
    assert town.run().refused == {}
    return town


@pytest.fixture
def night(towns, tmp_path, monkeypatch):
    """(a town of its own, night(*arguments) -> exit code of the command), without datastores to build."""
    town = towns.copied(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(town.out))
    monkeypatch.setenv("QUERIES_DIR", str(town.queries))
    monkeypatch.setattr("dashboard.refresh.build", lambda settings, **_: None)
    monkeypatch.setattr("dashboard.refresh._served", lambda settings: True)

    def run(*more: str, folder: bool = True) -> int:
        where = ["--from", str(town.folder)] if folder else []
        return main([*where, "--register", str(town.register), "--no-packs", *more])

    return town, run


@pytest.fixture
def desk():
    """A server on this machine that publishes and is told: (address, what it was asked and told)."""
    asked: list = []

    def answer(path, _):
        asked.append(path)
        busy = path == "/busy.csv" and asked.count("/busy.csv") < 3
        return (503, b"") if busy else (200, FIRST.replace("10", "12").encode())

    with local_server(answer, asked, Retry_After="0") as served:
        yield served


def _address(town, name: str, url: str) -> None:
    path = town.register / f"{name}.toml"
    path.write_text(f'download = ["{url}"]\n' + path.read_text("utf-8"), "utf-8")


def test_three_bad_sources_are_named_and_the_good_ones_published(night, desk, monkeypatch):
    town, run = night
    address, told = desk
    monkeypatch.setenv("REFRESH_WEBHOOK", f"{address}/hook")
    town.source("bins.csv", "code,year\nE08000003,2023\n")
    town.source("parks.csv", FIRST.replace("30", "thirty"))
    town.source("pools.csv", FIRST.replace("E08000003,2022,9\n", ""))
    town.source("roads.csv", FIRST.replace("10", "11"))
    assert run() == ENDINGS["refused in part"] == 4
    assert town.table("roads")["value"].tolist() == [9, 11, 20, 30]
    assert town.table("pools")["value"].tolist() == [9, 10, 20, 30]
    (said,) = told
    assert said["outcome"] == "refused in part"
    assert sorted(said["refused"]) == ["bins", "parks", "pools"]
    assert "parks.csv, line 5: 'thirty' is not a number (n; " in said["text"]
    assert last_refresh(town.out)["refused"] == said["refused"]


def test_an_indicator_that_cannot_be_shown_is_named_and_the_figures_are_published(night, desk, monkeypatch):
    town, run = night
    address, told = desk
    monkeypatch.setenv("REFRESH_WEBHOOK", f"{address}/hook")
    sentence = "queries/housing/rate.sql: its SELECT gives no row"

    def build(settings, withheld=None, **_):
        withheld["housing/rate"] = sentence

    monkeypatch.setattr("dashboard.refresh.build", build)
    town.source("roads.csv", FIRST.replace("10", "11"))
    assert run() == ENDINGS["refused in part"]
    assert town.table("roads")["value"].tolist() == [9, 11, 20, 30]
    (said,) = told
    assert said["withheld"] == {"housing/rate": sentence}
    assert sentence in said["text"]


def test_each_ending_has_an_exit_code_and_a_quiet_night_tells_nobody(night, desk, monkeypatch):
    town, run = night
    address, told = desk
    monkeypatch.setenv("REFRESH_WEBHOOK", f"{address}/hook")
    assert run() == ENDINGS["nothing new"] == 3
    assert told == []
    town.source("bins.csv", FIRST.replace("10", "11"))
    assert run("--dry-run") == ENDINGS["published"]
    assert told == []
    assert run() == ENDINGS["published"] == 0
    town.source("bins.csv", FIRST.replace("10", "11").replace("\n", "\r\n").encode())  # the same figures
    assert run() == ENDINGS["same figures"] == 0
    assert main(["--from", "nowhere"]) == ENDINGS["failed"] == 1
    assert [each["outcome"] for each in told] == ["published", "failed"]
    assert "there is no such folder of sources" in told[1]["text"]


def test_a_webhook_that_does_not_answer_fails_no_refresh(night, monkeypatch, capsys):
    town, run = night
    monkeypatch.setenv("REFRESH_WEBHOOK", "http://127.0.0.1:9/hook")
    town.source("bins.csv", FIRST.replace("10", "11"))
    assert run() == 0
    assert "REFRESH_WEBHOOK: nobody was told" in capsys.readouterr().err


def test_what_has_no_address_is_left_as_it_is_and_counted_apart(night, desk, capsys):
    town, run = night
    address, asked = desk
    _address(town, "bins", f"{address}/bins.csv")
    assert run(folder=False) == 0
    assert asked == ["/bins.csv"]
    assert town.table("bins")["value"].tolist() == [9, 12, 20, 30]
    assert "5 have no address and were left as they are" in capsys.readouterr().out
    assert run(folder=False) == ENDINGS["nothing new"]


def test_files_of_a_folder_and_fetched_ones_are_read_in_one_run(night, desk):
    town, run = night
    address, _ = desk
    _address(town, "bins", f"{address}/bins.csv")
    town.source("parks.csv", FIRST.replace("10", "13"))
    assert run("--fetch") == 0
    assert town.table("bins")["value"].tolist() == [9, 12, 20, 30]
    assert town.table("parks")["value"].tolist() == [9, 13, 20, 30]


def test_a_server_that_is_busy_is_asked_again(night, desk, monkeypatch):
    town, run = night
    address, asked = desk
    monkeypatch.setattr(fetching, "WAITS", (0.01, 0.01, 0.01))
    _address(town, "bins", f"{address}/busy.csv")
    assert run(folder=False) == 0
    assert asked == ["/busy.csv"] * 3


@pytest.mark.parametrize(
    ("gone", "sentence"),
    [
        ("E08000003,2022,9\n", "periods that were published are gone: 2022-01-01"),
        ("E08000006,2023,20\n", "areas that were published are gone: E08000006"),
    ],
)
def test_a_whole_year_or_area_that_is_gone_is_refused_until_somebody_confirms_it(night, gone, sentence):
    town, _ = night
    town.entry("bins", "bins.csv", "long_csv", f"{OPTIONS}\n[changes]\nlost = 0.9")
    town.source("bins.csv", FIRST.replace(gone, ""))
    said = town.run().refused["bins"]
    assert sentence in said
    assert "run once with --accept bins" in said
    assert town.run(accept=("bins",)).refused == {}


def test_a_publisher_who_gives_the_last_years_alone_is_said_once_in_the_entry(night):
    town, _ = night
    town.entry("bins", "bins.csv", "long_csv", f"{OPTIONS}\n[changes]\nlost = 0.9\nwindow = 1")
    town.source("bins.csv", FIRST.replace("E08000003,2022,9\n", "E08000003,2024,11\n"))
    assert town.run().refused == {}
