"""The search of the header, on every page: a box, and under it what is found while one types.

assets/search.js makes the elements, a combobox as ARIA describes it; with Enter it leads to the page of all
that is found.
"""

from dash import html


def search_box() -> html.Div:
    """Where the search of the header stands; assets/search.js draws it and asks /api/v1/search."""
    return html.Div(className="site-search", role="search", **{"data-search": "Search"})
