"""Bulk: the same brief for several places, as one zip file with a pack for each."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

from dashboard.datastore.areas import Area
from dashboard.packs.brief import Brief
from dashboard.packs.compose import Progress
from dashboard.packs.formats import PackFormat
from dashboard.packs.service import PackService

MEDIA_TYPE = "application/zip"
_FIRST = (1980, 1, 1, 0, 0, 0)  # the same bytes each time: zip files carry a clock, and this is its first day


def zipped(
    service: PackService,
    brief: Brief,
    places: Sequence[Area],
    day: date | None,
    pack_format: PackFormat,
    progress: Progress,
) -> bytes:
    """A zip of the packs of `places` as `pack_format`; `progress` is told of each place before it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for number, place in enumerate(places):
            progress(number, len(places), place.name)
            pack = service.pack(brief, place, day)
            file.writestr(
                zipfile.ZipInfo(f"{pack.stem}.{pack_format.ending}", _FIRST), pack_format.write(pack)
            )
    progress(len(places), len(places), "Writing the file")
    return out.getvalue()
