"""One module a page: PATH, title and layout, and parts where controls repaint. Pages do not know each other.

A page that has query parameters of its own lists them in PARAMETERS (see dashboard.address).
"""

from dashboard.pages import compare, data, dataset, indicator, overview, place, theme

PAGES = (overview, theme, indicator, place, compare, data, dataset)
