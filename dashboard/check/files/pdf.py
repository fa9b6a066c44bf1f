"""PDF: the lines of its pages, in paragraphs. A picture of a page holds no words."""

import io
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from dashboard.check.draft import Block, Unreadable, of_lines, plain

PAGES = 300


def blocks(file: bytes) -> Iterator[Block]:
    """The blocks of all pages. Raises Unreadable."""
    try:
        reader = PdfReader(io.BytesIO(file))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("The PDF is under a password: save it without one, or paste its text.")
        pages = len(reader.pages)
        if pages > PAGES:
            raise Unreadable(f"The PDF has {pages:,} pages; at most {PAGES} are read at a time.")
        lines = [line for page in reader.pages for line in [*plain(page.extract_text()).splitlines(), ""]]
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        ArithmeticError,
    ) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(
            "The PDF cannot be read: it is damaged. Save it again, or paste its text."
        ) from error
    yield from of_lines([line.replace("\t", " ") for line in lines])
