"""The pages about skills, as links above each of them: the figures, what jobs will need, what is promised."""

from dash import html

from dashboard.address.page import Address
from dashboard.components.small_area_tabs import tab
from dashboard.site import Site

TABS = {"/theme/skills": "Skills figures", "/skills-pipeline": "Skills pipeline to 2035"}
_OFFICE = {"/task-force": "Task force: first 100 days"}


def skills_tabs(site: Site, address: Address) -> html.Nav:
    """Links to the pages about skills; the one that is open is marked. The task force's is the office's."""
    names = TABS | (_OFFICE if site.settings.audience == "office" else {})
    items = [html.Li(tab(address, path, name, "tab")) for path, name in names.items()]
    return html.Nav(html.Ul(items), className="tabs", **{"aria-label": "Skills"})
