"""Reads what a page says out of its HTML and out of its callback's answer, each by a way of its own."""

from html import escape, unescape
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "wbr", "meta", "link"}


class Read(HTMLParser):
    """Headings, table cells and links of a page in order, and the markup inside each numbered element.

    `tables` are those of the page itself, `of_charts` those that stand inside a chart's data-table.
    """

    def __init__(self, html: str):
        super().__init__(convert_charrefs=False)
        self.headings, self.tables, self.of_charts, self.links = [], [], [], []
        self.inside, self._open, self._text, self._numbered = {}, [], None, []
        self._source, self._starts = html, [0]
        for line in html.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self.feed(html)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag not in VOID:
            end = self._at() + len(self.get_starttag_text())
            self._open.append((tag, "data-table" in given, given.get("data-n"), end))
        if tag in ("h1", "h2", "h3", "h4", "td", "th", "caption"):
            self._text = ""

    def handle_endtag(self, tag):
        if tag in VOID or not any(each[0] == tag for each in self._open):
            return
        while self._open:
            name, _, number, start = self._open.pop()
            if number:
                self.inside[number] = self._source[start : self._at()]
            if name == tag:
                break
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append((tag, self._text))
        elif tag in ("td", "th", "caption"):
            chart = any(each[1] for each in self._open)
            (self.of_charts if chart else self.tables).append(self._text)

    def handle_data(self, data):
        if self._text is not None:
            self._text += data

    def handle_entityref(self, name):
        self.handle_data(unescape(f"&{name};"))

    def handle_charref(self, name):
        self.handle_data(unescape(f"&#{name};"))


def as_html(part: object) -> str:
    """A part of a callback's answer as the browser shows it: elements, with what data-svg puts into them."""
    if isinstance(part, list):
        return "".join(map(as_html, part))
    if not isinstance(part, dict):
        return "" if part is None or isinstance(part, bool) else escape(str(part), quote=False)
    props = part["props"]
    inner = props["data-svg"] if props.get("data-svg") else as_html(props.get("children"))
    if part["namespace"] == "dash_html_components" or part["type"] == "Link":
        tag = "a" if part["type"] == "Link" else part["type"].lower()
        href = f' href="{escape(props["href"])}"' if props.get("href") else ""
        table = " data-table" if "data-table" in props else ""
        return f"<{tag}{href}{table}>{inner}" + ("" if tag in VOID else f"</{tag}>")
    return inner
