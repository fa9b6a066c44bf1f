"""The search of the header, on every page: a form, and under it what is found while one types.

It leads to the page of all that is found; assets/search.js makes it a combobox as ARIA describes it.
"""

from html import escape

from dash import html

from dashboard.datastore.areas import Area

_FORM = (
    '<form action="/search"><label for="site-search" class="visually-hidden">'
    "Search indicators, places and pages</label>"
    '<input type="text" name="q" id="site-search" maxlength="120" autocomplete="off" spellcheck="false" '
    'placeholder="Search"><input type="hidden" name="region" value="{region}"></form>'
)


def search_box(region: Area) -> html.Div:
    """The search of the header, of all that is held, `region` first."""
    form = _FORM.format(region=escape(region.code))
    return html.Div(className="site-search", role="search", **{"data-search": "Search", "data-svg": form})
