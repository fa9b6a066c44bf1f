"""`python -m dashboard check`: links that lead somewhere, one sentence for each thing that is not there."""

import re

import pytest

from dashboard.check import __main__ as command

pytestmark = pytest.mark.core
TEXT = "The employment rate in Bolton was 69.3% in 2023."


@pytest.fixture
def draft(site, monkeypatch, tmp_path):
    """The path of a draft, checked against the built-in figures."""
    monkeypatch.setattr(command, "open_site", lambda settings: site)
    monkeypatch.setattr(command, "ensure_datastore", lambda settings: None)
    for name in ("PUBLIC_ADDRESS", "PUBLIC_VIEW"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "speech.txt"
    path.write_text(TEXT)
    return path


def _links(path):
    return re.findall(r'href="([^#"]+)"', path.read_text())


@pytest.mark.parametrize(
    ("more", "variable", "begins"),
    [
        (["--address", "https://a.example.gov.uk/"], "", "https://a.example.gov.uk/indicator/"),
        ([], "PUBLIC_VIEW", "https://b.example.gov.uk/indicator/"),
        ([], "PUBLIC_ADDRESS", "https://b.example.gov.uk/indicator/"),
    ],
)
def test_links_of_the_file_begin_with_the_address_of_the_site(draft, monkeypatch, more, variable, begins):
    if variable:
        monkeypatch.setenv(variable, "https://b.example.gov.uk")
    out = draft.with_suffix(".html")
    assert command.main([str(draft), "--out", str(out), "--region", "E47000001", *more]) == 1
    assert _links(out)
    assert all(link.startswith(begins) for link in _links(out))


def test_a_file_without_an_address_has_no_links_and_that_is_said(draft, capsys):
    out = draft.with_suffix(".html")
    assert command.main([str(draft), "--out", str(out), "--region", "E47000001"]) == 1
    assert _links(out) == []
    assert "Held: Employment rate, Bolton: 65.6%" in out.read_text()
    assert capsys.readouterr().err == f"{out} has no links: say --address https://... or set PUBLIC_VIEW.\n"


def test_what_is_not_there_is_one_sentence_and_no_folder_is_made(draft, capsys):
    gone, folder = draft.parent / "gone.txt", draft.parent / "new" / "out.html"
    for arguments, said in (
        ([str(gone)], f"{gone}: there is no such file.\n"),
        ([str(draft.parent)], f"{draft.parent}: this is a folder; name a file.\n"),
        (
            [str(draft), "--out", str(folder)],
            f"--out {folder}: there is no folder {folder.parent}; make it first.\n",
        ),
        ([str(draft), "--address", "x"], "--address x: give one such as https://data.example.gov.uk\n"),
    ):
        assert command.main([*arguments, "--region", "E47000001"]) == 2
        assert capsys.readouterr().err == said
    assert not folder.parent.exists()
