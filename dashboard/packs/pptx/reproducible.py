"""Steady files: an Office file with the same content is written as the same bytes, whenever it is written."""

import io
import re
import zipfile
from datetime import date

_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip file knows
_CREATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def with_fixed_dates(file: bytes, day: date) -> bytes:
    """`file` (a zip of Office parts, workbooks inside it too) with `day` for every date of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = with_fixed_dates(part, day)
            elif name == "docProps/core.xml":
                part = _CREATED.sub(rb"\g<1>%sT00:00:00Z" % day.isoformat().encode(), part)
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()
