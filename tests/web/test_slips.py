"""A slip in a file that stands beside the figures takes that file away, and no page with it."""

import shutil

import pytest

from dashboard.runtime.slips import slip_in, without_slips
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app
from tests.built import built

BESIDE = ("needs.toml", "powers.toml", "glossary.toml", "five-figures.toml", "synonyms.toml", "ask.toml")
SHOWN = (
    "/", "/theme/transport", "/audit", "/about", "/search?q=jobs",
    "/api/v1/ask?q=employment+rate+in+Salford", "/search?q=employment+rate+in+Salford",
)  # fmt: skip
PERIOD = '[[period]]\nelection = "Mayor"\nfirst = 2020-01-01\nlast = 2099-12-31\n'
OFFICE = ("/champion", "/pack/public-summary.html?place=E47000001")


@pytest.fixture
def data(tmp_path):
    """The built-in data folder, whose files may be replaced."""
    for entry in built().iterdir():
        if not entry.name.startswith("record."):
            (tmp_path / entry.name).symlink_to(entry)
    return tmp_path


@pytest.mark.parametrize("spoilt", [b"[[[", b"x = 5\n", b"# \xe9\n"], ids=["TOML", "shape", "bytes"])
@pytest.mark.parametrize("audience", ["office", "public"])
def test_a_spoilt_file_takes_no_page_with_it_and_the_office_is_told(data, audience, spoilt):
    for name in BESIDE:
        (data / name).unlink()
        (data / name).write_bytes(spoilt)
    client = create_app(SiteKeeper(Settings(data=data, audience=audience))).server.test_client()
    shown = (*SHOWN, *OFFICE) if audience == "office" else SHOWN
    answers = {path: client.get(path) for path in shown}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(shown, 200)
    told = [name for name in BESIDE[:-1] if f"{name}:" in answers["/audit"].get_data(as_text=True)]
    assert told == (list(BESIDE[:-1]) if audience == "office" else [])


def test_a_file_that_is_left_out_is_named_in_the_log_and_to_the_office(tmp_path, caplog):
    file = tmp_path / "needs.toml"
    file.write_bytes(b"\xe9")
    assert without_slips(lambda path: path.read_text("utf-8"), file) is None
    assert f"{file} is left out until it is mended" in caplog.text
    assert slip_in(lambda path: path.read_text("utf-8"), file).startswith("needs.toml: it cannot be used: ")
    assert slip_in(lambda path: path.read_bytes(), file) == ""


@pytest.mark.parametrize("name", ["public-summary.toml", "schedule.toml"])
@pytest.mark.parametrize("spoilt", [b"[[[", b"# \xe9\n", b"packs = 5\n"], ids=["TOML", "bytes", "shape"])
def test_a_spoilt_brief_is_named_where_packs_are_chosen_and_takes_no_other_page(data, name, spoilt):
    briefs = data / "briefs"
    kept = briefs.resolve()
    briefs.unlink()
    shutil.copytree(kept, briefs)
    (briefs / name).write_bytes(spoilt)
    (data / "pre-election.toml").write_text(PERIOD, encoding="utf-8")
    client = create_app(SiteKeeper(Settings(data=data))).server.test_client()
    for path in ("/", "/champion", "/pre-election", "/decisions"):
        assert client.get(path).status_code == 200, path
    answer = client.get("/packs/schedule")
    assert answer.status_code == 503
    assert f"data/briefs/{name}:" in answer.get_data(as_text=True)
