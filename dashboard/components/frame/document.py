"""The HTML document around the app: language, title, skip link, scripts, and the page for a bad address."""

import re
from html import escape

import dash
from dash import html
from flask import request

PRODUCT = "City region dashboard"

# Sets the colour scheme before the first paint, so that no page flashes white in the dark.
_SCHEME = (
    "(function(){var s=null;try{s=localStorage.getItem('scheme')}catch(e){}"
    "s=s||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');"
    "var d=document.documentElement;d.dataset.theme=s;d.dataset.mantineColorScheme=s})()"
)

INDEX = f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
{{%metas%}}
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Published figures on transport, housing, employment and skills for England's city regions, compared fairly.">
<meta name="color-scheme" content="light dark">
<title>{PRODUCT}</title>
<script>{_SCHEME}</script>
<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
{{%css%}}
</head>
<body>
<a class="skip-link" href="#main">Skip to main content</a>
<noscript><div class="notice"><p>This page draws its figures with JavaScript. Every figure is also a file: add the
name of an indicator to <code>/download/</code>, for example
<a href="/download/employment/employment_rate.csv">employment rate (CSV)</a>.</p></div></noscript>
{{%app_entry%}}
{{%config%}}
{{%scripts%}}
{{%renderer%}}
</body>
</html>"""  # noqa: E501


# What Dash puts into every page and we do not use: a polyfill for browsers of 2017, the old table.
_UNUSED = re.compile(r'<script src="[^"]*(?:deps/polyfill@|dash_table/)[^"]*"></script>\s*')
PLOTLY = "/assets/vendor/plotly-basic-4.1.1.min.js"
_ENTRY = """<div id="react-entry-point"><div class="loading" role="status" aria-label="Loading the figures">
<div class="skeleton skeleton-bar"></div>{blocks}</div></div>""".format(
    blocks='<div class="skeleton"></div>' * 4
)


class Document(dash.Dash):
    """Dash with our own document: nothing unused, a designed loading state, plotly early where a chart is."""

    def interpolate_index(self, **parts: str) -> str:
        """The HTML that is answered for every page."""
        parts["scripts"] = _UNUSED.sub("", parts["scripts"])
        parts["app_entry"] = _ENTRY
        if request.path.startswith("/indicator/"):
            parts["metas"] += f'\n<link rel="preload" href="{PLOTLY}" as="script">'
        return super().interpolate_index(**parts)


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
    again = f'<p><a href="{escape(begins)}">Open this page as it begins</a>.</p>' if begins else ""
    title = _TITLES.get(status, "This address cannot be used")
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {PRODUCT}</title><script>{_SCHEME}</script>
<link rel="stylesheet" href="/assets/app.css"></head>
<body><main id="main" class="refusal"><p class="brand">{PRODUCT}</p><h1>{title}</h1>
<p>{escape(sentence)}</p>{again}
<p>If you typed the address, check it. Otherwise start again from the
<a href="/">overview</a>.</p></main></body></html>"""
