"""The public process adds questions and can do nothing else with them; the office reads and forgets them."""

import secrets
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from dashboard.inbox import writer
from dashboard.inbox.question import Question
from dashboard.inbox.reader import NAMES_DAYS, WORDS_DAYS, forget, prepare, questions
from dashboard.inbox.writer import InboxUnavailable, add, for_adding
from dashboard.settings import Settings

NOW = datetime(2026, 11, 29, tzinfo=UTC)
REST = ("E47000001", "/theme/housing", "right", "Is this right?", "Ann", "a@example.org")
GRANTS = """
CREATE ROLE asker LOGIN; GRANT INSERT ON questions TO asker;
"""


def question(key: str, days: int = 0) -> Question:
    """A question that was asked so many days before NOW."""
    return Question(key, (NOW - timedelta(days=days)).isoformat(timespec="seconds"), *REST)


@pytest.fixture(params=["sqlite", "postgresql"])
def sides(request, tmp_path):
    """The settings of the public and of the office, over one inbox, on each engine."""
    if request.param == "sqlite":
        same = Settings(data=tmp_path)
        return same, same
    address = request.getfixturevalue("postgres").new_database().replace("+psycopg", "")
    office = Settings(data=tmp_path, inbox_url=address)
    prepare(office)
    with psycopg.connect(address) as connection:
        (there,) = connection.execute("SELECT count(*) FROM pg_roles WHERE rolname = 'asker'").fetchone()
        connection.execute(GRANTS if not there else "GRANT INSERT ON questions TO asker")
    return replace(office, inbox_url=psycopg.conninfo.make_conninfo(address, user="asker")), office


def test_what_the_public_adds_the_office_reads(sides):
    public, office = sides
    add(public, question("a", 1))
    add(public, question("b"))
    assert [item.id for item in questions(office, "E47000001")] == ["a", "b"]
    assert questions(office, "E47000002") == []


def test_the_role_of_the_public_can_only_add(sides):
    public, office = sides
    if not public.inbox_url:
        pytest.skip("of SQLite the next test says it")
    add(public, question("a"))
    for statement in ("SELECT * FROM questions", "DELETE FROM questions", "UPDATE questions SET name = ''"):
        with (
            psycopg.connect(public.inbox_url) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement)
    assert len(questions(office)) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM questions",
        "SELECT count(*) FROM questions",
        "UPDATE questions SET name = ''",
        "DELETE FROM questions",
        "INSERT INTO questions SELECT * FROM questions",
        "ATTACH 'x' AS y",
        "PRAGMA max_page_count = 1",
        "DROP TABLE questions",
    ],
)
def test_a_connection_of_the_public_can_only_add(tmp_path, statement):
    connection = for_adding(tmp_path / "inbox" / "q.sqlite")
    with pytest.raises(sqlite3.DatabaseError, match=r"prohibited|not authorized"):
        connection.execute(statement)
    connection.close()


def test_names_go_after_a_while_and_the_question_after_a_year(sides):
    public, office = sides
    for key, days in (("new", 1), ("unnamed", NAMES_DAYS + 1), ("gone", WORDS_DAYS + 1)):
        add(public, question(key, days))
    assert forget(office, NOW) == (1, 1)
    assert [(item.id, item.name, item.contact) for item in questions(office)] == [
        ("unnamed", "", ""),
        ("new", "Ann", "a@example.org"),
    ]
    assert forget(office, NOW) == (0, 0)


@pytest.fixture
def small(sides, monkeypatch):
    """The two sides of an inbox that holds 48 kB."""
    monkeypatch.setattr(writer, "LARGEST_INBOX", 48_000)
    public, office = sides
    if public.inbox_url:
        prepare(office)  # again, as after an upgrade: the table is there
    return public, office


def test_an_inbox_that_is_full_takes_no_more_until_something_is_forgotten(small):
    public, office = small
    long = {"words": secrets.token_hex(5_000)}  # which does not become smaller

    def added(days):
        for number in range(100):
            try:
                add(public, replace(question(f"{days}-{number}", days), **long))
            except InboxUnavailable:
                return number
        pytest.fail("it never ends")

    assert 1 <= added(days=WORDS_DAYS + 1) <= 5
    forget(office, NOW)
    assert added(days=1) >= 1
    assert questions(office)[0].words == long["words"]


def test_one_row_alone_fills_no_database(small):
    public, _ = small
    with pytest.raises(InboxUnavailable, match="full"):
        add(public, replace(question("a"), words="x" * (writer.LARGEST_INBOX + 1)))


def test_what_is_forgotten_is_gone_from_the_file(tmp_path):
    settings = Settings(data=tmp_path)
    add(settings, question("a", NAMES_DAYS + 1))
    assert b"a@example.org" in settings.inbox.read_bytes()
    forget(settings, NOW)
    assert b"a@example.org" not in settings.inbox.read_bytes()


def test_an_inbox_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "inbox").write_text("no folder")
    with pytest.raises(InboxUnavailable):
        add(Settings(data=tmp_path), question("a"))
