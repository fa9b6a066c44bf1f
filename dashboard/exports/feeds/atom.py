"""Atom feeds (RFC 4287): entries as XML that depends on them alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from dashboard.statements.changed.entries import FeedEntry

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"


@dataclass(frozen=True)
class Feed:
    """A feed: its title, the address of itself and of the page it belongs to, both below `base`, whose feed
    it is, and its day where it has no entry."""

    title: str
    address: str
    page: str
    base: str
    author: str
    empty: date


def atom(feed: Feed, entries: Sequence[FeedEntry], page_of: dict[str, str]) -> bytes:
    """The feed as XML. `page_of` gives the whole address of each entry's path, with its region."""
    root = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en-GB"})
    newest = max((entry.day for entry in entries), default=feed.empty)
    _texts(root, id=_urn(feed.address), title=feed.title, updated=_time(newest))
    ET.SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=f"{feed.base}{feed.address}")
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=f"{feed.base}{feed.page}")
    _texts(ET.SubElement(root, "author"), name=feed.author)
    for entry in entries:
        _entry(root, feed, entry, page_of[entry.path])
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root: ET.Element, feed: Feed, entry: FeedEntry, page: str) -> None:
    item = ET.SubElement(root, "entry")
    _texts(item, id=_urn(f"{feed.address}#{entry.key}"), title=entry.title, updated=_time(entry.day))
    ET.SubElement(item, "link", rel="alternate", type="text/html", href=f"{feed.base}{page}")
    ET.SubElement(item, "content", type="text").text = "\n".join(entry.lines) or entry.title


def _texts(parent: ET.Element, **texts: str) -> None:
    for name, text in texts.items():
        ET.SubElement(parent, name).text = text


def _urn(name: str) -> str:
    """An id that never changes and names no host."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _time(day: date) -> str:
    """The beginning of a day: the exact minute does not matter to subscribers."""
    return f"{day.isoformat()}T00:00:00Z"
