"""The HTML document around the app: language, title, skip link, scripts, and the page for a bad address."""

from html import escape

from dash import html

PRODUCT = "City region dashboard"

# Before the first paint: the colour scheme, so that no page flashes white in the dark; and whether this
# browser was here on another day or has hidden the line for those who are new (welcome.py), so no page jumps.
_SCHEME = (
    "(function(){var s=null,k=false;try{s=localStorage.getItem('scheme');"
    "k=localStorage.getItem('welcome')||/\"before\":\"\\d/.test(localStorage.getItem('visits'))}catch(e){}"
    "s=s||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');"
    "var d=document.documentElement;d.dataset.theme=s;d.dataset.mantineColorScheme=s;"
    "if(k)d.dataset.known=''})()"
)

INDEX = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{%title%}}</title>
<meta name="color-scheme" content="light dark">
<script>{_SCHEME}</script>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
{{%css%}}
<noscript><style>.only-script, #served button[type="button"], #served .picker, #served .map-bar, #served .map-canvas:empty {{ display: none }}</style></noscript>
{{%metas%}}
</head>
<body>
<a class="skip-link" href="#main">Skip to main content</a>
{{%app_entry%}}
{{%config%}}
{{%scripts%}}
{{%renderer%}}
</body>
</html>"""  # noqa: E501


def style_links(*more: str) -> str:
    """The links of a page that stands alone: the styles of every page, then the files of assets in `more`."""
    names = ("app.css", "app_header.css", "app_page.css", *more)
    return "\n".join(f'<link rel="stylesheet" href="/assets/{name}">' for name in names)


def skeleton() -> html.Div:
    """What stands on the screen until the first answer is there."""
    return html.Div(
        [html.Div(className="skeleton skeleton-bar"), *[html.Div(className="skeleton") for _ in range(4)]],
        className="loading",
        role="status",
        **{"aria-label": "Loading the figures"},
    )


_TITLES = {
    401: "Sign in first",
    403: "You may not see this",
    404: "Page not found",
    405: "This address does not take that",
    413: "That is too large",
    429: "Too many requests",
    500: "Something went wrong",
    503: "Too busy just now",
}


def refusal_page(status: int, sentence: str, begins: str = "") -> str:
    """A whole page, usable without JavaScript, that says why an address does not work and what to do.

    `begins` is the page's path, where the page is there and only what its address says of it is wrong.
    """
    again = f'<p><a href="{escape(begins)}">Open this page without its settings</a>.</p>' if begins else ""
    return plain_page(
        _TITLES.get(status, "This address cannot be used"),
        f"""<p>{escape(sentence)}</p>{again}
<p>If you typed the address, check it. Otherwise start again from the
<a href="/">overview</a>.</p>""",
    )


def plain_page(title: str, body: str) -> str:
    """A whole page in the product's look and the reader's colours, usable without JavaScript; `body` is HTML
    of ours."""
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – {PRODUCT}</title><script>{_SCHEME}</script>
{style_links()}</head>
<body><main id="main" class="refusal"><p class="brand">{PRODUCT}</p><h1>{escape(title)}</h1>
{body}</main></body></html>"""
