"""One folder a capability: its pages (page.py, *_page.py), with the components and words that only they have.

Each says what it is as a `Page` (dashboard/address/page.py). Capabilities do not know each other. Their
folders have no __init__.py: the first lines of its pages say what a capability is.
"""

from collections.abc import Sequence
from importlib import import_module

from dashboard.address.page import Page
from dashboard.pages.about import accessibility_page as accessibility
from dashboard.pages.about import page as about
from dashboard.pages.about import privacy_page as privacy
from dashboard.pages.about import tested_page as tested
from dashboard.pages.changes import page as changes
from dashboard.pages.commuting import page as commuting
from dashboard.pages.compare import page as compare
from dashboard.pages.data import audit_page as audit
from dashboard.pages.data import dataset_page as dataset
from dashboard.pages.data import page as data
from dashboard.pages.events import page as events
from dashboard.pages.frameworks import framework_page as framework
from dashboard.pages.frameworks import page as frameworks
from dashboard.pages.indicator import page as indicator
from dashboard.pages.neighbourhoods import page as neighbourhoods
from dashboard.pages.overview import page as overview
from dashboard.pages.place import page as place
from dashboard.pages.priority import page as priority
from dashboard.pages.search import page as search
from dashboard.pages.skills import page as skills_pipeline
from dashboard.pages.theme import page as theme
from dashboard.pages.ward import page as ward

SMALL_AREAS = (neighbourhoods.PAGE, priority.PAGE, events.PAGE, commuting.PAGE)
PAGES = (
    overview.PAGE,
    theme.PAGE,
    indicator.PAGE,
    place.PAGE,
    ward.PAGE,
    compare.PAGE,
    *SMALL_AREAS,
    data.PAGE,
    dataset.PAGE,
    audit.PAGE,
    skills_pipeline.PAGE,
    frameworks.PAGE,
    framework.PAGE,
    changes.PAGE,
)
PAGES += (search.PAGE, tested.PAGE, about.PAGE, accessibility.PAGE, privacy.PAGE)

# Loaded by the process of one audience only: the public one never holds the record or its pages.
ONLY = {
    "office": (
        "record.first_day_page",
        "record.champion_page",
        "record.pre_election_page",
        "record.decisions_page",
        "record.decision_page",
        "record.targets_page",
        "record.alerts_page",
        "promises.office_page",
        "pilots.page",
        "pilots.pilot_page",
        "record.task_force_page",
        "questions.office_page",
        "new_file.page",
        "check.page",
        "packs.page",
        "packs.schedule_page",
    ),
    "public": (
        "find_my_place.page",
        "record.published_page",
        "questions.public_page",
        "promises.public_page",
        "pilots.public_page",
    ),
}


def pages_for(audience: str) -> Sequence[Page]:
    """The pages that `audience` has."""
    own = [import_module(f"dashboard.pages.{name}").PAGE for name in ONLY[audience]]
    taken = {page.path for page in own}  # the public begins with a page of its own
    return (*[page for page in PAGES if page.path not in taken], *own)
