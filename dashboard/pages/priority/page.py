"""Priority: which neighbourhoods come first by the measures a reader chooses, and how sure that is."""

from dash import html

from dashboard.address.page import Address, Page
from dashboard.components.controls import folded
from dashboard.components.map_panel import map_panel
from dashboard.components.parts import Parts
from dashboard.components.region_map import map_ratio
from dashboard.components.small_area_choice import offered
from dashboard.components.small_area_tabs import tabs
from dashboard.pages.priority import answer as answers
from dashboard.pages.priority import words
from dashboard.pages.priority.controls import recipe_controls
from dashboard.pages.priority.presets import preset, presets
from dashboard.pages.priority.recipe import PARAMETERS as RECIPE
from dashboard.pages.priority.recipe import Ingredient, Recipe, recipe_of
from dashboard.site import Site
from dashboard.statements.as_of_words import RESIDENTS, figures_known

PATH = "/priority"
PARAMETERS = RECIPE
MAP = "priority"


def as_of(site: Site, address: Address) -> str:
    """What is known of measures of small areas on a past day."""
    return f"{figures_known(site, offered(site, address.region))} {RESIDENTS}"


def title(site: Site, address: Address) -> str:
    """The page's name in the browser's title."""
    return "Where to act first"


def first(site: Site, address: Address) -> tuple[Ingredient, ...]:
    """What is shown where the address names no measure."""
    return preset(site, address.region, "Digital exclusion")


def layout(site: Site, address: Address) -> list:
    """Ready choices, the recipe, then the answer with its map, list and checks."""
    recipe, made = _recipe(site, address), parts(site, address)
    head = html.Div(
        [
            html.H1("Where to act first"),
            html.P("Choose what counts, and see which neighbourhoods come first and how sure that is."),
        ],
        className="page-head",
    )
    figure = map_panel(MAP, made.maps[MAP], made.part(f"{MAP}-legend"), map_ratio(site, address.region))
    return [
        tabs(site, address),
        head,
        presets(site, address.region),
        folded(recipe_controls(site, recipe)),
        made.part("answer", className="priority-answer"),
        html.Div(
            [html.Div(figure, className="card"), made.part("districts", className="card")],
            className="columns columns-neighbourhoods",
        ),
        html.Div(
            [made.part("list", className="card"), made.part("effects", className="card priority-effects")],
            className="columns columns-even section",
        ),
        made.part("how", className="section"),
    ]


def parts(site: Site, address: Address) -> Parts:
    """Everything that a control changes."""
    recipe = _recipe(site, address)
    try:
        found = recipe.index
    except ValueError:  # the choices do not go together
        return _refused(recipe, words.CLASH if recipe.used else words.NOTHING)
    if not found.worst.any():
        return _refused(recipe, words.ALL_ALIKE)
    return Parts(
        {
            "answer": answers.headline(recipe),
            f"{MAP}-legend": answers.priority_legend(recipe),
            "districts": answers.districts(recipe),
            "list": [answers.priority_list(recipe), _download(recipe)],
            "effects": answers.effects(recipe),
            "how": [html.P(words.HOW), html.P(words.NOT_A_VERDICT, className="note")],
        },
        maps={MAP: answers.priority_data(recipe)},
    )


def _recipe(site: Site, address: Address) -> Recipe:
    return recipe_of(site, address, first(site, address))


def _download(recipe: Recipe) -> html.P:
    file = f"/download/priority.csv?{recipe.query}"
    return html.P(html.A("Download every neighbourhood (CSV)", href=file, download=""))


def _refused(recipe: Recipe, sentence: str) -> Parts:
    """The page where the choices give no order: why, and an empty map."""
    empty = dict.fromkeys((f"{MAP}-legend", "districts", "list", "effects", "how"))
    return Parts(
        {**empty, "answer": html.P(sentence, className="empty")},
        maps={MAP: answers.empty_data(recipe, sentence)},
    )


PAGE = Page(
    PATH,
    title,
    layout,
    name="Priority areas",
    words="where first digital exclusion index weights",
    parts=parts,
    parameters=PARAMETERS,
    as_of=as_of,
)
