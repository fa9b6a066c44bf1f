"""TOML as editors leave it: read where that is certain, else the sentence says what to type again."""

import tomllib

import pytest

from dashboard.catalogue.glossary import InvalidGlossary, load_glossary
from dashboard.catalogue.reading.toml_file import edited_text, read_toml

TEXT = '# £\r\ntitle = "Tŷ"\r\n'


@pytest.mark.parametrize(
    "saved",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        b"\xef\xbb\xbf" + TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.replace("\r\n", "\r").encode(),
    ],
)
def test_every_mark_and_end_of_line_is_read(tmp_path, saved):
    file = tmp_path / "bins.toml"
    file.write_bytes(saved)
    assert read_toml(file) == {"title": "Tŷ"}
    assert edited_text(file) == '# £\ntitle = "Tŷ"\n'


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        ("£ = 1".encode("cp1252"), "save the file as UTF-8"),
        ('a = "b"'.encode("utf-16-le"), "save the file as UTF-8"),
        ("a = 1\nb = “c”".encode(), '(at line 2, column 5); write straight quotes (") there, not “ or ”'),
        ('b = "c”\n'.encode(), '; write straight quotes (") there'),
        ("b = ‘c’".encode(), "; write straight quotes (') there"),
        ("b\u00a0= 1".encode(), "(at line 1, column 2); a blank there is none: type it again"),
        ("b = \u200b1".encode(), "; a blank there is none: type it again"),
        ('a = "it’s"\nb = c'.encode(), "Invalid value (at line 2, column 5)"),
        ('a = "it’s" c'.encode(), "(at line 1, column 12)"),
    ],
)
def test_what_is_no_toml_says_what_to_do(tmp_path, saved, said):
    file = tmp_path / "bins.toml"
    file.write_bytes(saved)
    with pytest.raises(tomllib.TOMLDecodeError) as refusal:
        read_toml(file)
    assert str(refusal.value).endswith(said) or f"{said}," in str(refusal.value)


def test_a_reader_of_one_kind_of_file_names_it(tmp_path):
    file = tmp_path / "glossary.toml"
    file.write_bytes("£ = 1".encode("cp1252"))
    with pytest.raises(InvalidGlossary, match=r"^glossary.toml: mend its TOML: save the file as UTF-8$"):
        load_glossary(file)
