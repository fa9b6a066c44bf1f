"""A component that says the same as long as the figures are the same, written once as markup.

Most of a page's cards are of this kind; making them anew took most of the time of a page.
"""

from collections.abc import Callable, Hashable

from dash.development.base_component import Component

from dashboard.components.markup import Writer
from dashboard.site import Site


def cached_markup(site: Site, key: tuple[Hashable, ...], make: Callable[[], Component]) -> Component:
    """What `make` gives, as one element with its markup; made once for `key`, the snapshot and the past day.

    `key` holds all that it depends on besides figures: nothing recorded may be in it, nothing interactive.
    """
    return site.remember(("kept", *key), lambda: _written(make()))


def _written(component: Component) -> Component:
    return type(component)(**Writer().props(component))
