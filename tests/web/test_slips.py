"""A slip in a file that stands beside the figures takes that file away, and no page with it."""

import shutil
from itertools import product

import pytest

from dashboard.runtime.slips import slip_in, without_slips
from dashboard.settings import Settings
from dashboard.site import SiteKeeper
from dashboard.web.application import create_app

BESIDE = ("needs.toml", "powers.toml", "glossary.toml", "five-figures.toml", "synonyms.toml", "ask.toml")
SHOWN = (
    "/", "/theme/transport", "/audit", "/about", "/search?q=jobs",
    "/api/v1/ask?q=employment+rate+in+Salford", "/search?q=employment+rate+in+Salford",
)  # fmt: skip
PERIOD = '[[period]]\nelection = "Mayor"\nfirst = 2020-01-01\nlast = 2099-12-31\n'
OFFICE = ("/champion", "/pack/public-summary.html?place=E47000001")


@pytest.fixture
def data(built_in, tmp_path):
    """The built-in data folder, whose files may be replaced."""
    for entry in built_in.iterdir():
        if not entry.name.startswith("record."):
            (tmp_path / entry.name).symlink_to(entry.resolve())
    return tmp_path


def each(*firsts, **slips):
    """Each of `firsts` with each slip. The first of all is in the core, which makes one of each kind."""
    return [
        pytest.param(first, slip, id=f"{first}-{name}", marks=() if at else pytest.mark.core)
        for at, (first, (name, slip)) in enumerate(product(firsts, slips.items()))
    ]


@pytest.mark.parametrize(
    ("audience", "spoilt"), each("public", "office", TOML=b"[[[", shape=b"x = 5\n", bytes=b"# \xe9\n")
)
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


@pytest.mark.core
@pytest.mark.parametrize("audience", ["public", "office"])
def test_a_spoilt_entry_of_the_register_takes_no_page_with_it(data, audience):
    """It was edited and not refreshed: figures are published as they were."""
    sources = data / "sources"
    entries = list(sources.resolve().iterdir())
    sources.unlink()
    sources.mkdir()
    for entry in entries:
        (sources / entry.name).symlink_to(entry)
    (sources / "claimant_count.toml").unlink()
    (sources / "claimant_count.toml").write_text("title = “Claimants”", "utf-8")
    client = create_app(SiteKeeper(Settings(data=data, audience=audience))).server.test_client()
    for path in ("/data/claimant_count", "/audit.json", "/audit", "/data"):
        assert client.get(path).status_code == 200, path
    told = "claimant_count.toml: it cannot be used: " in client.get("/audit").get_data(as_text=True)
    assert told == (audience == "office")


def test_a_file_that_is_left_out_is_named_in_the_log_and_to_the_office(tmp_path, caplog):
    file = tmp_path / "needs.toml"
    file.write_bytes(b"\xe9")
    assert without_slips(lambda path: path.read_text("utf-8"), file) is None
    assert f"{file} is left out until it is mended" in caplog.text
    assert slip_in(lambda path: path.read_text("utf-8"), file).startswith("needs.toml: it cannot be used: ")
    assert slip_in(lambda path: path.read_bytes(), file) == ""


@pytest.fixture
def briefs(data):
    """The folder of the briefs, of which each may be replaced."""
    folder = data / "briefs"
    kept = folder.resolve()
    folder.unlink()
    shutil.copytree(kept, folder)
    return folder


@pytest.fixture
def office(data, briefs):
    """office() -> a client of the office, in a pre-election period."""

    def office():
        (data / "pre-election.toml").write_text(PERIOD, encoding="utf-8")
        return create_app(SiteKeeper(Settings(data=data))).server.test_client()

    return office


@pytest.mark.parametrize(
    ("name", "spoilt"),
    each("check.toml", "ask.toml", TOML=b"[[[", bytes=b"# \xe9\n", shape=b"neutral = 5\n"),
)
def test_without_the_words_of_drafts_none_is_checked_and_the_office_is_told(data, name, spoilt, caplog):
    (data / name).unlink()
    (data / name).write_bytes(spoilt)
    client = create_app(SiteKeeper(Settings(data=data))).server.test_client()
    headers = {"Origin": "http://localhost", "Host": "localhost"}
    sent = {"data": {"text": "In Bolton it was 66.6%."}, "content_type": "multipart/form-data"}
    answer = client.post("/check?region=E47000001", headers=headers, **sent)
    assert (answer.status_code, f"data/{name}:" in answer.text) == (503, True)
    assert f"a draft was not checked: data/{name}:" in caplog.text
    assert f"data/{name}:" in client.get("/audit").text
    assert client.get("/check").status_code == 200


SPOILT = {"TOML": b"[[[", "bytes": b"# \xe9\n", "shape": b"packs = 5\n"}
NO_TEXT = b"title = 5\nabout = 'x'\naudience = 'public'\nplace = 'region'\n[[sections]]\nkind = 'summary'\n"


@pytest.mark.parametrize("spoilt", [*SPOILT.values(), NO_TEXT], ids=[*SPOILT, "no text"])
def test_a_spoilt_brief_is_left_out_alone_and_the_office_is_told(office, briefs, spoilt, caplog):
    (briefs / "public-summary.toml").write_bytes(spoilt)
    client = office()
    shown = ("/", "/champion", "/pre-election", "/decisions", "/packs", "/packs/schedule")
    answers = {path: client.get(path) for path in (*shown, "/packs?brief=district-profile", "/audit")}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(answers, 200)
    assert client.get("/pack/mayor-monthly.html?place=E47000001").status_code == 200
    named = "data/briefs/public-summary.toml:"
    assert named in answers["/audit"].get_data(as_text=True)
    assert "public-summary.toml is left out until it is mended" in caplog.text
    for path in ("/packs?brief=public-summary", "/pack/public-summary.html?place=E47000001"):
        answer = client.get(path)
        assert (answer.status_code, named in answer.get_data(as_text=True)) == (503, True), path
    assert client.get("/pack/never.html?place=E47000001").status_code == 404


def test_without_any_brief_that_can_be_used_the_page_of_packs_says_so(office, briefs):
    for path in briefs.glob("*.toml"):
        path.write_bytes(b"[[[")
    answer = office().get("/packs")
    assert (answer.status_code, "data/briefs/" in answer.get_data(as_text=True)) == (503, True)


@pytest.mark.parametrize(("name", "spoilt"), each("schedule.toml", **SPOILT))
def test_a_spoilt_schedule_takes_its_own_page_alone_and_the_office_is_told(office, briefs, name, spoilt):
    (briefs / name).write_bytes(spoilt)
    client, named = office(), "data/briefs/schedule.toml:"
    for path in ("/", "/champion", "/packs"):
        assert client.get(path).status_code == 200, path
    for path, status in (("/packs/schedule", 503), ("/audit", 200), ("/audit.json", 200)):
        answer = client.get(path)
        assert (answer.status_code, named in answer.get_data(as_text=True)) == (status, True), path
