"""What a reader finds in a file: the words of a PDF and of a page."""

import html
import io
import re
import shutil
import subprocess

import pypdf

LONG = 60_000  # bytes of drawing on a page: a map of neighbourhoods, which pypdf takes seconds to read


def pdf_text(file: bytes) -> str:
    """The words of a PDF in one line: by pdftotext where it is, else by pypdf (maps left out)."""
    if shutil.which("pdftotext"):
        return _joined(_to_text(file))
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    return _joined(
        " ".join(page.extract_text() for page in pages if len(page.get_contents().get_data()) < LONG)
    )


def pdf_pages(file: bytes) -> list[str]:
    """The words of each page of a PDF."""
    if shutil.which("pdftotext"):
        return _to_text(file).split("\f")[:-1]
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages]


def _to_text(file: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=file, capture_output=True, check=True)
    return done.stdout.decode()


def html_text(file: bytes) -> str:
    """The words of a page in one line, without its styles and the paths of its drawings."""
    text = re.sub(r"<style>.*?</style>", " ", file.decode(), flags=re.DOTALL)
    return _joined(html.unescape(re.sub(r"<[^>]*>", " ", text)))


def _joined(text: str) -> str:
    return re.sub(r"\s+", " ", text)
