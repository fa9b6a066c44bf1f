"""A preview of a pack: how many pages its PDF has, and each as a picture, as they will be printed."""

from base64 import b64decode, b64encode

from flask import Response, abort, jsonify

from dashboard.packs.formats import PackFormat
from dashboard.packs.model import Pack

ENDINGS = ("pages", "page")


class _Pages(PackFormat):
    """The pages of a pack as pictures, one a line, in letters that a cache of files can keep."""

    @property
    def write(self):
        """The function that gives a pack's pages."""
        return _written


def _written(pack: Pack) -> bytes:
    from dashboard.packs.pdf.writer import page_pictures  # loaded with the first preview

    return b"\n".join(map(b64encode, page_pictures(pack)))


PAGES = _Pages("pages", "Preview", "image/png")


def answer(pages: bytes, ending: str, number: str) -> Response:
    """How many pages there are, or the page of that number. Aborts with 404 for one that is not there."""
    found = pages.split(b"\n")
    if ending == "pages":
        response = jsonify(pages=len(found))
    else:
        if not number.isdecimal() or not 1 <= int(number[:4]) <= len(found):
            abort(404, f"This pack has the pages 1 to {len(found)}.")
        response = Response(b64decode(found[int(number) - 1]), mimetype=PAGES.media_type)
    response.headers["Cache-Control"] = "private, no-cache"
    return response
