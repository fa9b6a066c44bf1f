"""One module a page: PATH, title and layout, and parts where controls repaint. Pages do not know each other.

A page that has query parameters of its own lists them in PARAMETERS (see dashboard.parameters).
"""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from dashboard.pages import (
    about,
    accessibility,
    audit,
    commuting,
    compare,
    data,
    dataset,
    events,
    indicator,
    neighbourhoods,
    overview,
    place,
    priority,
    privacy,
    search,
    skills_pipeline,
    tested,
    theme,
)

SMALL_AREAS = (neighbourhoods, priority, events, commuting)
PAGES = (overview, theme, indicator, place, compare, *SMALL_AREAS, data, dataset, audit, skills_pipeline)
PAGES += (search, tested, about, accessibility, privacy)

# Loaded by the process of one audience only: the public one never holds the record or its pages.
ONLY = {
    "office": ("decisions", "decision", "targets", "pilots", "pilot", "task_force", "packs", "whats_new"),
    "public": ("find_my_place", "published"),
}


def pages_for(audience: str) -> Sequence[ModuleType]:
    """The pages that `audience` has."""
    own = [import_module(f"dashboard.pages.{name}") for name in ONLY[audience]]
    taken = {page.PATH for page in own}  # the public begins with a page of its own
    return (*[page for page in PAGES if page.PATH not in taken], *own)
