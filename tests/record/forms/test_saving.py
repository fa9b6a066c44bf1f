"""What a save costs: it writes, and reads nothing again that the site holds already."""

import sys

from tests.record.forms.test_decisions import FILLED, VIEW

_opened: list[str] | None = None


def _note(event: str, arguments: tuple) -> None:
    if event == "open" and _opened is not None:
        _opened.append(str(arguments[0]))


sys.addaudithook(_note)  # cannot be taken away again: it notes nothing outside the test


def test_a_save_reads_no_query_and_no_region_from_disk(post):
    global _opened
    post("decision", FILLED | {"published": True}, view=VIEW)  # the first brings in what is kept
    _opened = []
    try:
        status, _ = post("decision", FILLED | {"published": True}, view=VIEW)
        read = [name for name in _opened if name.endswith((".sql", ".parquet", "manifest.json"))]
        read += [name for name in _opened if "/regions/" in name]
    finally:
        _opened = None
    assert (status, read) == (201, [])
