"""A record on each engine: SQLite in a temporary file, and a real PostgreSQL started for the tests."""

import pytest
from flask import g

from dashboard.address import address as addresses
from dashboard.pages import pages_for
from dashboard.record.store import Record
from dashboard.settings import Settings
from dashboard.signin.person import Person
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import link_into
from tests.record.postgres import Postgres, why_not
from tests.record.reading import text_of


@pytest.fixture(scope="session")
def postgres(tmp_path_factory):
    """A running PostgreSQL of our own, or a skip that says why there is none."""
    if reason := why_not():
        pytest.skip(reason)
    server = Postgres()
    server.start()
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, tmp_path):
    """Settings whose record is empty, on each engine."""
    if request.param == "sqlite":
        yield Settings(data=tmp_path)
        return
    server = request.getfixturevalue("postgres")
    address = server.new_database()
    yield Settings(data=tmp_path, database_url=address)
    server.take_back(address)


@pytest.fixture
def record(settings):
    """An empty record on each engine."""
    record = Record.open(settings)
    yield record
    record.engine.dispose()


@pytest.fixture(scope="session")
def office_app(tmp_path_factory):
    """The office's view of the built-in snapshot, with a record of its own: its app and its keeper."""
    keeper = SiteKeeper(Settings(data=link_into(tmp_path_factory.mktemp("office"))))
    return create_app(keeper), keeper


@pytest.fixture(scope="session")
def site(office_app):
    """The office's Site."""
    return office_app[1].current()


@pytest.fixture
def client(office_app):
    """A client of the office's view."""
    return office_app[0].server.test_client()


@pytest.fixture
def post(client):
    """post("decision", values, ...) -> status and answer, as assets/record.js sends it."""

    def post(path: str, values: dict | None = None, **more):
        sent = {"region": "E47000001", "values": values or {}} | more
        answer = client.post(f"/record/{path}", json=sent)
        return answer.status_code, answer.get_json()

    return post


@pytest.fixture
def as_role(office_app):
    """as_role("editor") -> every request after it is of somebody of that role, whose subject is “p”."""
    server, found = office_app[0].server, {"subject": "p", "role": "publisher"}
    who = lambda: setattr(g, "person", Person(found["subject"], "Pat", found["role"]))  # noqa: E731
    server.before_request_funcs.setdefault(None, []).append(who)
    yield lambda role, subject="p": found.update(role=role, subject=subject)
    server.before_request_funcs[None].remove(who)


@pytest.fixture
def page(office_app):
    """page("/decisions") -> the page as a reader's text."""
    keeper = office_app[1]
    pages = pages_for("office")

    def page(view: str) -> str:
        path, _, query = view.partition("?")
        site = keeper.current()
        address = addresses.read(site, pages, path, f"?{query}")
        return text_of(address.page.layout(site.at(address.as_of), address))

    return page
