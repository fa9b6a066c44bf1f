"""Opened: the parts of a DOCX or PPTX, within limits; no part may say more than it is."""

import io
import zipfile

from lxml import etree

from dashboard.check.draft import Unreadable

MOST_PARTS = 5_000  # files in one archive
LARGEST_PART = 25_000_000  # bytes of one part once unpacked
LARGEST_WHOLE = 60_000_000  # bytes of all parts that are read
_DAMAGED = "The file cannot be read: it is damaged, or no document. Save it again, or paste its text."
_HOSTILE = (
    "The file holds instructions to its reader (a DTD), which no office program writes: it is not read."
)


class Archive:
    """A document's zip file, of which no more is unpacked than is asked for and allowed."""

    def __init__(self, file: bytes):
        """Raises Unreadable for what is no archive, for one of too many parts, and for one under a
        password."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(_DAMAGED) from error
        if len(self._zip.infolist()) > MOST_PARTS:
            raise Unreadable(f"The file holds more than {MOST_PARTS:,} parts: it is not read.")
        self._left = LARGEST_WHOLE

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return self._zip.namelist()

    def xml(self, name: str) -> etree._Element:
        """The part `name`, parsed. Raises Unreadable for one that is too large, broken or hostile."""
        read = self._read(name)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(read, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable(_DAMAGED) from error
        if root.getroottree().docinfo.doctype:
            raise Unreadable(_HOSTILE)
        return root

    def _read(self, name: str) -> bytes:
        """The bytes of a part: counted as they are unpacked, since what an archive says of itself may be a
        lie."""
        most = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(name) as part:
                read = part.read(most + 1)
        except Exception as error:  # damaged, under a password, or packed: each packing has its own
            raise Unreadable(_DAMAGED) from error
        if len(read) > most:
            raise Unreadable("The file is far larger once unpacked than it looks: it is not read.")
        self._left -= len(read)
        return read
