"""Kinds of files that a draft may come in, told by what they hold, not by what they are called."""

from dashboard.check.draft import DraftText, Unreadable, drawn_up, pasted
from dashboard.check.files import docx, pptx
from dashboard.check.files.opened import Archive

_OLD = b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")  # "Unicode text" of Notepad
TAKEN = "Send a Word document (DOCX), slides (PPTX) or a PDF, or paste the text."


def draft_of(file: bytes, name: str) -> DraftText:
    """The draft in `file`. Raises Unreadable, saying what to do, for what is none."""
    if file.startswith(_OLD):
        raise Unreadable(
            "This is a file of an older kind, or under a password: save it as DOCX or PPTX without one."
        )
    if b"%PDF-" in file[:1024]:
        from dashboard.check.files import pdf  # costs half a second, for PDFs alone

        return drawn_up(name, pdf.blocks(file))
    if file.startswith(b"PK"):
        return _of_archive(Archive(file), name)
    try:
        text = file.decode("utf-16" if file.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"This is no document that can be read here. {TAKEN}") from error
    if "\0" in text or text.lstrip()[:100].lower().startswith(("<!doctype", "<html", "<?xml", "{\\rtf")):
        raise Unreadable(f"This is no document that can be read here. {TAKEN}")
    return pasted(text, name)


def _of_archive(archive: Archive, name: str) -> DraftText:
    if docx.MAIN in archive.names:
        return drawn_up(name, docx.blocks(archive))
    if pptx.MAIN in archive.names:
        return drawn_up(name, pptx.blocks(archive))
    raise Unreadable(f"This is no Word document and no slides. {TAKEN}")
