"""What the reader of workbooks leaves unsaid, written into their XML: what is raised, what failed and what
was never worked out.

“41” with a raised 1 for a footnote comes as the text 411, and a formula that failed (#DIV/0!) as an empty
cell; a formula that only a program has written has no value, or a 0 that it never gave. The numbers of notes
become ¹ ² ³, a formula without a value its own text, which is no figure; in .xlsx an error becomes the text
that people see.
"""

import io
import re
import zipfile

from dashboard.ingest.raised_digits import TO_RAISED
from dashboard.ingest.tables.formats.text_rows import MOST_BYTES

_RUN = re.compile(r"<((?:\w+:)?)r>.*?</\1r>", re.S)
_TEXT = re.compile(r"(<(?:\w+:)?t(?: [^>]*)?>)([^<]*)(</)")
_ERROR = re.compile(r"(<(?:\w+:)?c [^>]*)\bt=([\"'])e\2")
# A cell with a formula: its prefix, its attributes, the formula, and what was stored of it.
_FORMULA = re.compile(
    r"<((?:\w+:)?)c\b([^>]*)><\1f\b[^>]*?(?:/>|>([^<]*)</\1f>)(?:<\1v(?:/>|>([^<]*)</\1v>))?</\1c>"
)
_TYPE = re.compile(r"\s+t=([\"'])(\w+)\1")
_NEVER = b'fullCalcOnLoad="1"'  # in a workbook that no program with a sheet before its eyes has saved
_STYLE = re.compile(
    r"<style:style\b[^>]*style:name=\"([^\"]+)\"[^>]*>\s*<style:text-properties\b[^>]*text-position=\"super"
)
_FORMULA_OF_DOCUMENT = re.compile(
    r"<table:table-cell\b(?![^>]*office:value-type)([^>]*table:formula=\"(?:\w+:)?=?([^\"]*)\"[^>]*?)"
    r"(?:/>|></table:table-cell>)"
)
_UNSAID = re.compile(rb"superscript|\bt=[\"']e[\"']|<(?:\w+:)?f[ />]")
_OFFICE = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml|content\.xml")


def with_all_said(raw: bytes) -> bytes:
    """The bytes of a workbook with its raised digits and its errors as text; `raw` where there are none, or
    it is packed otherwise (.xls), broken or unpacked too large, which whoever reads it says."""
    if not raw.startswith(b"PK"):
        return raw
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_BYTES:
                return raw
            names = packed.namelist()
            never = "xl/workbook.xml" in names and _NEVER in packed.read("xl/workbook.xml")
            said = {
                name: text
                for name in names
                if _OFFICE.fullmatch(name) and (text := _said(name, packed.read(name), never))
            }
            return _repacked(packed, said) if said else raw
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return raw


def _said(name: str, raw: bytes, never: bool) -> bytes:
    """A part of a workbook, made to say all; nothing where it does so already. `never`: no formula of it was
    worked out, so that a 0 is what the program put there meanwhile."""
    if name == "content.xml":
        return _of_document(raw.decode()) if b"super" in raw or b"table:formula" in raw else b""
    if not _UNSAID.search(raw):
        return b""
    text = _RUN.sub(lambda run: _raised(run[0]) if "superscript" in run[0] else run[0], raw.decode())
    text = _FORMULA.sub(lambda cell: _worked_out(cell, ("", "0") if never else ("",)), text)
    return _ERROR.sub(r'\1t="str"', text).encode()


def _worked_out(cell: re.Match[str], nothing: tuple[str, ...]) -> str:
    """A cell whose formula has a value as it is; else with the formula as its text. A formula may give ""."""
    prefix, attributes, formula, value = cell.groups(default="")
    kind = _TYPE.search(attributes)
    if value not in nothing or (kind and kind[2] == "str"):
        return cell[0]
    bare = _TYPE.sub("", attributes)
    return f'<{prefix}c{bare} t="str"><{prefix}v>={formula or "…"}</{prefix}v></{prefix}c>'


def _raised(run: str) -> str:
    return _TEXT.sub(lambda text: text[1] + text[2].translate(TO_RAISED) + text[3], run)


def _of_document(text: str) -> bytes:
    """The content of an OpenDocument with the digits of raised spans raised, and formulas without a value."""
    for style in set(_STYLE.findall(text)):
        spans = re.compile(rf'(<text:span text:style-name="{re.escape(style)}">)([^<]*)(</text:span>)')
        text = spans.sub(lambda span: span[1] + span[2].translate(TO_RAISED) + span[3], text)
    return _FORMULA_OF_DOCUMENT.sub(
        r'<table:table-cell\1 office:value-type="string"><text:p>=\2</text:p></table:table-cell>', text
    ).encode()


def _repacked(packed: zipfile.ZipFile, said: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as again:
        for name in packed.namelist():
            again.writestr(name, said.get(name) or packed.read(name))
    return made.getvalue()
