"""The controls of the priority finder: measures with weight and direction, scale and mean."""

from dash import html

from dashboard.components.controls import select
from dashboard.components.small_area_choice import grouped, offered, tells_apart
from dashboard.datastore.neighbourhoods import levels_inside
from dashboard.methods.priority.normalise import METHODS
from dashboard.pages.priority import words
from dashboard.pages.priority.recipe import LEVEL, MEANS, SLOTS, WEIGHTS, Ingredient, Recipe
from dashboard.site import Site

NEED = {"usual": "As usual for it", "high": "High means need", "low": "Low means need"}
OPEN = 3  # rows in sight; the rest wait behind a disclosure


def recipe_controls(site: Site, recipe: Recipe) -> html.Div:
    """A row for each measure, empty ones to fill, and how they are put together."""
    offer = [
        item
        for item in offered(site, recipe.region)
        if tells_apart(item) and LEVEL in levels_inside(site.store, item, recipe.region.code)
    ]
    offer += [each.indicator for each in recipe.ingredients if each.indicator not in offer]
    choices = grouped(site, offer)
    rows = [
        _row(slot, choices, recipe.ingredients[slot - 1] if slot <= len(recipe.ingredients) else None)
        for slot in SLOTS
    ]
    shown = max(OPEN, len(recipe.ingredients))
    more = html.Details([html.Summary("More measures"), *rows[shown:]]) if rows[shown:] else None
    return html.Div([*rows[:shown], more, _method(recipe)], className="card recipe")


def _row(slot: int, choices: list[dict], ingredient: Ingredient | None) -> html.Div:
    return html.Div(
        [
            select(
                f"m{slot}",
                f"Measure {slot}",
                choices,
                ingredient.indicator.id if ingredient else None,
                clear=f"Leave out measure {slot}",
                placeholder="None",
                searchable=True,
                className="recipe-measure",
            ),
            select(
                f"w{slot}",
                "Weight",
                WEIGHTS,
                ingredient.weight if ingredient else "1",
                **{"aria-label": f"Weight, measure {slot}"},
            ),
            select(
                f"d{slot}",
                "What means need",
                NEED,
                ingredient.direction if ingredient else "usual",
                **{"aria-label": f"What means need, measure {slot}"},
            ),
        ],
        className="recipe-row",
    )


def _method(recipe: Recipe) -> html.Div:
    scales = {key: words.SCALE_NAMES[key] for key in METHODS}
    means = {key: words.MEAN_NAMES[key] for key in MEANS}
    return html.Div(
        [
            select("scale", "How figures are made comparable", scales, recipe.scale),
            select("mean", "A good figure beside a bad one", means, recipe.mean),
        ],
        className="recipe-row recipe-method",
    )
