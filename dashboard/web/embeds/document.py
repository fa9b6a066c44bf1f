"""The document of a frame: no script, nothing loaded but our style and font, light or dark as its reader has
it, or as the site that frames it asks (`?theme=light`)."""

import re
from functools import cache
from html import escape

from dashboard.components.frame.document import PRODUCT, style_links
from dashboard.settings import ROOT

THEMES = ("light", "dark")
_DARK = re.compile(r'^\[data-theme="dark"\] \{(.*?)^\}', re.DOTALL | re.MULTILINE)


def frame(title: str, body: str, page: str, theme: str | None, *styles: str) -> bytes:
    """The document with `body` (HTML) and a link to `page`, as UTF-8; `styles` are more files of assets."""
    sentence = f' data-theme="{theme}"' if theme else ""
    return f"""<!DOCTYPE html>
<html lang="en-GB"{sentence}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="{theme or "light dark"}">
<meta name="robots" content="noindex">
<title>{escape(title)} – {PRODUCT}</title>
{style_links(*styles, "embed.css")}{"" if theme else f"<style>{_dark_where_wanted()}</style>"}</head>
<body class="embed"><main>
{body}
<p><a href="{escape(page)}" target="_blank" rel="noopener">See this on {PRODUCT} (opens in a new tab)</a></p>
</main></body></html>
""".encode()


@cache
def _dark_where_wanted() -> str:
    """The dark colours of app.css for a reader who has everything dark: elsewhere a script sets them."""
    found = _DARK.search((ROOT / "assets" / "app.css").read_text("utf-8"))
    assert found is not None, "assets/app.css has its dark colours in one block"
    return f"@media screen and (prefers-color-scheme: dark) {{ :root {{{found[1]}}} }}"
