"""The formats of a pack by the ending of their file. A format is loaded when it is first wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from dashboard.packs.model import Pack


@dataclass(frozen=True)
class PackFormat:
    """A kind of file: its ending, what it is called, its media type, and the module that writes it."""

    ending: str
    label: str
    media_type: str

    @property
    def write(self) -> Callable[[Pack], bytes]:
        """The function that gives a pack's bytes."""
        return getattr(import_module(f"dashboard.packs.{self.ending}.writer"), f"{self.ending}_bytes")


_OFFICE = "application/vnd.openxmlformats-officedocument"
PACK_FORMATS = {
    pack_format.ending: pack_format
    for pack_format in (
        PackFormat("pdf", "PDF", "application/pdf"),
        PackFormat("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation"),
        PackFormat("xlsx", "Spreadsheet", f"{_OFFICE}.spreadsheetml.sheet"),
        PackFormat("html", "Web page", "text/html"),
    )
}
