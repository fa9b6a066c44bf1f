"""The built-in snapshot's two views as WSGI applications, and a client of the public one."""

import threading
from contextlib import contextmanager

import pytest
from werkzeug.serving import make_server

from dashboard.settings import Settings
from dashboard.site import SiteKeeper


@pytest.fixture(scope="session")
def served(built_in):
    """Settings of a public view over the built-in snapshot, beside the repository's register."""
    return Settings(audience="public", data=built_in)


@pytest.fixture(scope="session")
def keeper(served):
    """What opens the public view."""
    return SiteKeeper(served)


@pytest.fixture(scope="session")
def public_site(keeper):
    """The public Site."""
    return keeper.current()


@pytest.fixture(scope="session")
def office_keeper(built_in):
    """What opens the office's view."""
    return SiteKeeper(Settings(data=built_in))


@pytest.fixture(scope="session")
def wsgi(keeper):
    """The public view as a WSGI application that is asked from this machine, which no limit holds back."""
    return _from_this_machine(keeper)


@pytest.fixture(scope="session")
def office_wsgi(office_keeper):
    """The same of the office's view, for tests that only read: what it reads is read once for all of them."""
    return _from_this_machine(office_keeper)


def _from_this_machine(keeper):
    from dashboard.web.application import create_app  # loads all pages, which most tests never ask for

    server = create_app(keeper).server
    inner = server.wsgi_app
    server.wsgi_app = lambda environ, start: inner({"REMOTE_ADDR": "127.0.0.1"} | environ, start)
    return server


@pytest.fixture
def client(wsgi):
    """A client of the public view."""
    return wsgi.test_client()


@contextmanager
def listening(wsgi):
    """The address of `wsgi` on a free port of this machine."""
    server = make_server("127.0.0.1", 0, wsgi, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
