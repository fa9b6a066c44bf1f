"""Document: Dash with an answer of our own to the address of every page."""

import re
from collections.abc import Callable, Mapping

import dash
import orjson

from dashboard.components.frame import document
from dashboard.web.rendering.answer import app_parts, data_block, filled

# What Dash puts into every page and we do not use: a polyfill for browsers of 2017, the old table.
_UNUSED = re.compile(r'<script src="[^"]*(?:deps/polyfill@|dash_table/)[^"]*"></script>\s*')
_SCRIPT = re.compile(r'<script src="([^"]+)"></script>')
_FIRST = "/assets/first.js"
_VERSION = re.compile(r"\.v[\w-]+?m(\d+)\.")  # of a package, in the name of its script: nobody's business
# What the browser's half of Dash reads of its configuration; the rest says which versions run here.
_UNSAID = ("dash_version", "python_version", "plotly_version", "dash_version_url", "ddk_version", "end_id")


class Document(dash.Dash):
    """Dash with our own document: the page itself before the scripts that take it over, and nothing unused.

    `render` is to be set: it gives, for the request, `title`, `metas`, the page as `page` and the callback's
    answer as `answer`.
    """

    render: Callable[[], Mapping[str, str]]

    def interpolate_index(self, **parts: str) -> str:
        """The HTML that is answered for every page."""
        made = self.render()
        entry = f'<div id="react-entry-point" hidden></div>\n<div id="served">{made["page"]}</div>'
        blocks = app_parts(self) | {"first-answer": made["answer"]}
        given = "\n".join(data_block(name, text) for name, text in blocks.items())
        return filled(
            document.INDEX,
            {
                "title": made["title"],
                "metas": made["metas"],
                "css": parts["css"],
                "app_entry": entry,
                "config": given + _said(parts["config"]),
                "scripts": _deferred(_UNUSED.sub("", parts["scripts"])),
                "renderer": '<script id="_dash-renderer" defer src="/assets/begin.js?m=1"></script>',
            },
        )


def _said(config: str) -> str:
    """Dash's configuration without what is nobody's business."""
    given = orjson.loads(config[config.index(">") + 1 : config.rindex("</script>")])
    return data_block(
        "_dash-config", orjson.dumps({k: v for k, v in given.items() if k not in _UNSAID}).decode()
    )


def _deferred(scripts: str) -> str:
    """In order, after the page is there; what takes the page over comes first and is the smallest."""
    names = [_VERSION.sub(r".v1m\1.", name) for name in _SCRIPT.findall(scripts)]
    names.sort(key=lambda name: not name.startswith(_FIRST))
    return "\n".join(f'<script defer src="{name}"></script>' for name in names)
