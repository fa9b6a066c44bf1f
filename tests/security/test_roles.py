"""docs/roles.md is the truth: each of its cells is put to the running views."""

from datetime import UTC, datetime
from functools import cache

import pytest

from dashboard.settings import ROOT, Settings
from dashboard.settings.environment import InvalidSetting, Provider
from dashboard.settings.prerelease import folder_of
from dashboard.signin.gate import KEY
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import built
from tests.security.capabilities import DO

pytestmark = pytest.mark.full
SECRET = "0123456789abcdefghijklmnopqrstuvwxyz"  # noqa: S105 - of this test alone
PROVIDER = Provider("http://127.0.0.1:1", "x", "x", "http://localhost")


def table() -> dict[tuple[str, str], bool]:
    """(capability, role) -> whether, as docs/roles.md says."""
    lines = [line for line in (ROOT / "docs" / "roles.md").read_text("utf-8").splitlines() if line[:1] == "|"]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    (_, *roles), _, *body = rows
    found = {}
    for capability, *cells in body:
        assert len(cells) == len(roles), capability
        assert set(cells) <= {"yes", "no"}, capability
        found |= {(capability, role): cell == "yes" for role, cell in zip(roles, cells, strict=True)}
    return found


TABLE = table()


class Views:
    """The three processes, and somebody of each role at them."""

    def __init__(self, public, folder):
        self._public, self._folder = public, folder

    def client(self, role: str):
        """A client of the view that `role` is at, signed in as who they are."""
        if role == "public":
            return self._public.test_client()
        known = {"listed": ("s-1", "viewer"), "not listed": ("s-2", "publisher"), "nobody": None}
        who = known.get(role, ("s-3", role))
        client = (self.prerelease if "listed" in role else self.office).test_client()
        client.environ_base["REMOTE_ADDR"] = "127.0.0.1"
        if who:
            now = datetime.now(UTC).timestamp()
            times = {"seen": now, "until": now + 600}
            with client.session_transaction() as session:
                session[KEY] = {"subject": who[0], "name": "Ada", "role": who[1]} | times
        return client

    @property
    def settings(self):
        """The office's own, for what is put into its folders."""
        return Settings(data=self._folder / "office")

    @property
    def office(self):
        return _app(self._folder / "office", None)

    @property
    def prerelease(self):
        return _app(self._folder / "before", self._folder / "list.toml")

    def opens_what_is_held(self, role: str) -> bool:
        """Whether the process that `role` is at opens the folder of figures under embargo at all."""
        audience = "public" if role == "public" else "office"
        try:
            Settings.from_environment({"DATA_DIR": str(self._folder / "before"), "AUDIENCE": audience})
        except InvalidSetting:
            return False
        return True


@cache
def _app(data, listed):
    settings = Settings(data=data, provider=PROVIDER, session_secret=SECRET, prerelease=listed)
    return create_app(SiteKeeper(settings)).server


@pytest.fixture(scope="module")
def views(wsgi, tmp_path_factory):
    """The public, office and pre-release views over the built-in snapshot, each with a record of its own."""
    folder = tmp_path_factory.mktemp("roles")
    for name in ("office", "before"):
        (folder / name).mkdir()
        for entry in built().iterdir():
            if entry.name != "public":
                (folder / name / entry.name).symlink_to(entry)
        (folder / name / "public").mkdir()  # decisions are published into it
        for entry in (built() / "public").iterdir():
            (folder / name / "public" / entry.name).symlink_to(entry.resolve())
    (folder / "before" / "under-embargo").touch()
    assert folder_of(folder / "before") == folder / "before"
    (folder / "list.toml").write_text('[[people]]\nsubject = "s-1"\nname = "Ada"\n')
    yield Views(wsgi, folder)
    _app.cache_clear()


def test_every_capability_of_the_table_is_tried():
    assert {capability for capability, _ in TABLE} == set(DO)
    assert {role for _, role in TABLE} == {
        "public", "nobody", "viewer", "editor", "publisher", "listed", "not listed",
    }  # fmt: skip


def cells():
    """Each cell of the table."""
    for (capability, role), may in TABLE.items():
        yield pytest.param(capability, role, may, id=f"{capability}, {role}")


@pytest.mark.parametrize(("capability", "role", "allowed"), list(cells()))
def test_a_role_may_do_just_what_the_table_says(views, capability, role, allowed):
    assert DO[capability](views, views.client(role), role) is allowed
