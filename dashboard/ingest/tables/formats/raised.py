"""What the reader of workbooks leaves unsaid, written into their XML: what is raised, and what failed.

“41” with a raised 1 for a footnote comes as the text 411, and a formula that failed (#DIV/0!) as an empty
cell. In .xlsx and .ods the numbers of notes become ¹ ² ³; in .xlsx an error becomes the text that people see.
"""

import io
import re
import zipfile

from dashboard.ingest.tables.formats.text_rows import MOST_BYTES

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RUN = re.compile(r"<((?:\w+:)?)r>.*?</\1r>", re.S)
_TEXT = re.compile(r"(<(?:\w+:)?t(?: [^>]*)?>)([^<]*)(</)")
_ERROR = re.compile(r"(<(?:\w+:)?c [^>]*)\bt=([\"'])e\2")
_STYLE = re.compile(
    r"<style:style\b[^>]*style:name=\"([^\"]+)\"[^>]*>\s*<style:text-properties\b[^>]*text-position=\"super"
)
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
            said = {
                name: text
                for name in packed.namelist()
                if _OFFICE.fullmatch(name) and (text := _said(name, packed.read(name)))
            }
            return _repacked(packed, said) if said else raw
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return raw


def _said(name: str, raw: bytes) -> bytes:
    """A part of a workbook, made to say all; nothing where it does so already."""
    if name == "content.xml":
        return _of_document(raw.decode()) if b"super" in raw else b""
    if b"superscript" not in raw and b't="e"' not in raw and b"t='e'" not in raw:
        return b""
    text = _RUN.sub(lambda run: _raised(run[0]) if "superscript" in run[0] else run[0], raw.decode())
    return _ERROR.sub(r'\1t="str"', text).encode()


def _raised(run: str) -> str:
    return _TEXT.sub(lambda text: text[1] + text[2].translate(_RAISED) + text[3], run)


def _of_document(text: str) -> bytes:
    """The content of an OpenDocument with the digits of raised spans raised."""
    for style in set(_STYLE.findall(text)):
        spans = re.compile(rf'(<text:span text:style-name="{re.escape(style)}">)([^<]*)(</text:span>)')
        text = spans.sub(lambda span: span[1] + span[2].translate(_RAISED) + span[3], text)
    return text.encode()


def _repacked(packed: zipfile.ZipFile, said: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as again:
        for name in packed.namelist():
            again.writestr(name, said.get(name) or packed.read(name))
    return made.getvalue()
