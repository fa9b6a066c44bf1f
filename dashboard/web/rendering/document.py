"""Document: Dash with an answer of our own to the address of every page."""

import hashlib
import re
from collections.abc import Callable, Mapping

import dash
import orjson

from dashboard.components.frame import document
from dashboard.web.rendering.answer import app_parts, data_block, filled
from dashboard.web.static_files import LIBRARIES, STYLES

# What Dash puts into every page and we do not use: a polyfill for browsers of 2017, the old table.
_UNUSED = re.compile(r'<script src="[^"]*(?:deps/polyfill@|dash_table/)[^"]*"></script>\s*')
_SCRIPT = re.compile(r'<script src="([^"]+)"></script>')
_FIRST = "/assets/hydrate.js"
_MARK = re.compile(r"[?]m=([\d.]+)")
# Which versions run here is nobody's business: a package's stands in the name of its script, and a library's
# around that: react@18.v4_4_1m1796029159.3.1.min.js
_VERSION = re.compile(r"\.v[\w-]+?m(\d+)\.")
_LIBRARY = re.compile(r"/_dash-component-suites/dash/deps/([\w-]+)@\d+\.v1m(\d+)\.[\w.]+")
# What the browser's half of Dash reads of its configuration; the rest says which versions run here.
_UNSAID = ("dash_version", "python_version", "plotly_version", "dash_version_url", "ddk_version", "end_id")


class Document(dash.Dash):
    """Dash with our own document: the page itself before the scripts that take it over, and nothing unused.

    `render` is to be set: it gives, for the request, `title`, `metas`, the page as `page` and the callback's
    answer as `answer`.
    """

    render: Callable[[], Mapping[str, str]]
    _around: Mapping[str, str] | None = None  # what stands around every page, the same for the process's life

    def index(self, *args: object, **kwargs: object) -> str:
        """The document of the page that the request asks for."""
        if self._around is None:
            return super().index(*args, **kwargs)  # Dash finds its scripts, and checks what it is given
        return self._document(self._around)

    def interpolate_index(self, **parts: str) -> str:
        """The document, the first time: `parts` are Dash's own."""
        given = "\n".join(data_block(name, text) for name, text in app_parts(self).items())
        self._around = {
            "css": _one_file(parts["css"]),
            "config": f"{given}\n{_public_config(parts['config'])}",
            "scripts": _deferred(_UNUSED.sub("", parts["scripts"])),
            "renderer": '<script id="_dash-renderer" defer src="/assets/start_renderer.js?m=1"></script>',
        }
        return self._document(self._around)

    def _document(self, around: Mapping[str, str]) -> str:
        made = self.render()
        entry = f'<div id="react-entry-point" hidden></div>\n<div id="served">{made["page"]}</div>'
        answer = data_block("first-answer", made["answer"])
        page = {"title": made["title"], "metas": made["metas"], "app_entry": f"{entry}\n{answer}"}
        return filled(document.INDEX, {**around, **page})


def _public_config(config: str) -> str:
    """Dash's configuration without what is nobody's business."""
    given = orjson.loads(config[config.index(">") + 1 : config.rindex("</script>")])
    return data_block(
        "_dash-config", orjson.dumps({k: v for k, v in given.items() if k not in _UNSAID}).decode()
    )


def _one_file(links: str) -> str:
    """The styles that `links` names as one file (web/static_files.py), which no cache keeps past a change."""
    marks = "".join(_MARK.findall(links))
    return f'<link rel="stylesheet" href="{STYLES}?m={hashlib.sha256(marks.encode()).hexdigest()[:12]}">'


def _deferred(scripts: str) -> str:
    """In order, after the page is there; what takes the page over comes first and is the smallest."""
    names = [_VERSION.sub(r".v1m\1.", name) for name in _SCRIPT.findall(scripts)]
    names = [_LIBRARY.sub(rf"{LIBRARIES}\1.js?m=\2", name) for name in names]
    names.sort(key=lambda name: _FIRST not in name)
    return "\n".join(f'<script defer src="{name}"></script>' for name in names)
