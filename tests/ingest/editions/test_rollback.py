"""Going back: an earlier edition is published as today's rules allow it."""

import json

import pytest

from dashboard.datastore.store import connect
from dashboard.ingest.run import rollback
from dashboard.refresh import main
from tests.ingest.test_run import BINS

pytestmark = pytest.mark.full

OPTIONS = '[options]\narea = "code"\ndate = "year"\nvalue = "n"\nmeasure = "who"\nperiods = "calendar year"\n'
SUMS = '[protection]\nbelow = 5\nsums = [{ column = "series", total = "All", parts = ["Men", "Women"] }]\n'
FREE = "[changes]\nmost = 1\nlost = 1\n"
PEOPLE = "code,year,who,n\nE08000003,2023,Men,3\nE08000003,2023,Women,40\nE08000003,2023,All,43\n"


@pytest.fixture(scope="module")
def published(settled, tmp_path_factory):
    """Two editions: all people open and 10 bins, then small counts hidden and 11 bins."""
    workshop = settled.copied(tmp_path_factory.mktemp("editions"))
    (workshop.out / "sources").symlink_to("../register")  # where a build looks for the rules
    workshop.source("people.csv", PEOPLE)
    _bins(workshop, 10)
    _people(workshop, "none", FREE)
    assert workshop.run().refused == {}
    _people(workshop, "suppress", SUMS + FREE)
    _bins(workshop, 11)
    workshop.source("people.csv", PEOPLE.replace("40", "41").replace("43", "44"))
    assert workshop.run().refused == {}
    return workshop


@pytest.fixture
def editions(published, tmp_path):
    return published.copied(tmp_path)


def _bins(workshop, bins: int) -> None:
    workshop.source("bins.csv", f"code,year,who,n\nE08000003,2023,Bins,{bins}\n")
    workshop.entry("bins", "bins.csv", "long_csv", OPTIONS + FREE)


def _people(workshop, rule: str, more: str, audience: str = "public") -> None:
    workshop.entry("people", "people.csv", "long_csv", OPTIONS + more, audience=audience)
    path = workshop.register / "people.toml"
    path.write_text(path.read_text("utf-8").replace('"none"', f'"{rule}"'), "utf-8")


def _hidden(workshop) -> int:
    return int(workshop.table("people")["value"].isna().sum())


def test_a_table_that_todays_rule_protects_more_stays_and_the_rest_goes_back(editions, capsys, monkeypatch):
    assert (_hidden(editions), editions.table("bins")["value"].item()) == (2, 11)
    monkeypatch.setenv("DATA_DIR", str(editions.out))
    monkeypatch.setenv("QUERIES_DIR", str(editions.queries))
    assert main(["--rollback"]) == 0
    assert (_hidden(editions), editions.table("bins")["value"].item()) == (2, 10)
    said = "people stays as it is: its disclosure rule or audience is another today, or cannot be read"
    told = capsys.readouterr().out
    assert said in told
    store = connect(editions.out / "public" / "datastore.duckdb")
    assert f"public {store.snapshot}" in told  # the id that pages and packs name
    assert store.rows("SELECT count(*) FROM people WHERE value IS NULL") == [(2,)]
    store.close()
    files = editions.manifest()["files"]
    assert files["people.parquet"]["protected"]
    assert set(editions.table("datasets").dataset) == {"areas", "bins", "people"}


def test_going_back_takes_a_whole_edition_and_no_option_is_left_out_in_silence(capsys):
    with pytest.raises(SystemExit):
        main(["--rollback", "--dry-run", "--only", "bins"])
    assert (
        "--rollback takes the whole edition back, leave --only and --dry-run out" in capsys.readouterr().err
    )


def test_going_back_twice_reaches_what_was_there_before_and_leaks_nothing(editions):
    rollback(editions.out, editions.build)
    _, staying = rollback(editions.out, editions.build)
    assert staying == []  # the first edition of all has neither table
    assert set(editions.manifest()["made"]) == {"areas"}


def test_a_dataset_that_is_the_offices_today_is_not_made_public_again(editions):
    _people(editions, "none", FREE, audience="office")
    assert editions.run().refused == {}
    _, staying = rollback(editions.out, editions.build)
    assert staying == ["people"]
    told = json.loads((editions.out / "public" / "changes.json").read_text("utf-8"))
    assert "people" not in {item["dataset"] for item in told["datasets"]}
    assert "people.parquet" not in editions.manifest()["files"]
    assert not (editions.out / "public" / "people.parquet").exists()
    assert "people" not in set(editions.table("datasets").dataset)


def test_a_rule_that_cannot_be_read_opens_nothing(editions):
    path = editions.register / "people.toml"
    whole = path.read_text("utf-8")
    path.write_text(whole + "below = ", "utf-8")
    _, staying = rollback(editions.out, lambda: None)  # no build: it would refuse such a register by itself
    assert (staying, _hidden(editions)) == (["people"], 2)


def test_an_indicator_over_a_table_that_was_not_there_yet_stops_going_back_and_says_what_to_do(
    editions, capsys, monkeypatch
):
    rollback(editions.out, editions.build)
    before = editions.manifest()
    (editions.queries / "people").mkdir()
    (editions.queries / "people" / "bins.sql").write_text(BINS, "utf-8")
    monkeypatch.setenv("DATA_DIR", str(editions.out))
    monkeypatch.setenv("QUERIES_DIR", str(editions.queries))
    assert main(["--rollback"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "refused: no datastore can be built of the edition before, so the present one stays"
    )
    assert "queries/people/bins.sql" in said
    assert said.endswith("take its query file away first\n")
    assert editions.manifest() == before


def test_where_no_rule_changed_the_earlier_edition_is_published_to_the_byte(editions):
    before = editions.manifest()["files"]
    _bins(editions, 12)
    assert editions.run().refused == {}
    _, staying = rollback(editions.out, editions.build)
    assert (staying, editions.manifest()["files"]) == ([], before)
