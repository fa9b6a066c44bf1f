"""Ready recipes to begin from: digital exclusion, and one for each theme."""

from dash import dcc, html

from dashboard.components.small_area_choice import offered
from dashboard.datastore.areas import Area
from dashboard.pages.priority.recipe import Ingredient, query_of
from dashboard.site import Site

# Title and measures; ":high" where a measure has no better end and more of it means more need here.
PRESETS = {
    "Digital exclusion": (
        "digital/exclusion_broadband",
        "digital/exclusion_demography",
        "digital/exclusion_deprivation",
    ),
    "Transport": (
        "transport/connectivity",
        "transport/households_without_car:high",
        "people/disabled_people:high",
    ),
    "Housing": ("housing/overcrowding", "housing/poor_homes", "housing/barriers_to_housing"),
    "Employment": (
        "employment/employment_deprivation",
        "skills/adults_low_skills",
        "transport/connectivity",
    ),
    "Skills": (
        "skills/adults_low_skills",
        "skills/not_entering_higher_education",
        "skills/education_deprivation",
    ),
    "Economy": ("economy/income_deprivation", "people/household_deprivation"),
    "Digital": ("digital/slow_broadband", "digital/exclusion_risk"),
    "People": ("people/health_deprivation", "people/crime", "people/household_deprivation"),
    "Environment": ("environment/outdoor_deprivation", "housing/poor_homes"),
}


def preset(site: Site, region: Area, name: str) -> tuple[Ingredient, ...]:
    """The ingredients of a ready recipe that have figures in the region."""
    held = {item.id: item for item in offered(site, region)}
    found = []
    for text in PRESETS[name]:
        key, _, direction = text.partition(":")
        if key in held:
            found.append(Ingredient(held[key], "1", direction or "usual"))
    return tuple(found)


def presets(site: Site, region: Area) -> html.Nav:
    """Links that begin from a ready recipe."""
    links = []
    for name in PRESETS:
        ingredients = preset(site, region, name)
        if ingredients:
            query = query_of(ingredients, "rank", "arithmetic")
            href = "/priority?" + "&".join(
                f"{key}={value}" for key, value in {"region": region.code, **query}.items()
            )
            links.append(html.Li(dcc.Link(name, href=href)))
    return html.Nav(
        [html.Span("Start from: ", className="presets-label"), html.Ul(links)],
        className="presets",
        **{"aria-label": "Ready choices"},
    )
