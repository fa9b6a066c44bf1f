"""Plain pages in the product's look that need no JavaScript."""

from html import escape


def page(title: str, body: str) -> str:
    """A whole document; `body` is HTML of ours."""
    return f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – City region dashboard</title>
<link rel="stylesheet" href="/assets/app.css"></head>
<body><main id="main" class="refusal"><p class="brand">City region dashboard</p><h1>{escape(title)}</h1>
{body}</main></body></html>"""
