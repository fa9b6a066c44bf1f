"""The controls of the priority finder: measures with weight and direction, scale and mean."""

from dash import html

from dashboard.components import mantine as dmc
from dashboard.components.clearing import clearing
from dashboard.components.neighbourhood_choice import grouped, offered
from dashboard.components.priority_recipe import LEVEL, MEANS, SLOTS, WEIGHTS, Ingredient, Recipe
from dashboard.datastore.neighbourhoods import levels_inside
from dashboard.methods.normalise import METHODS
from dashboard.site import Site
from dashboard.statements import priority_words as words

NEED = {"usual": "As usual for it", "high": "High means need", "low": "Low means need"}
OPEN = 3  # rows in sight; the rest wait behind a disclosure


def recipe_controls(site: Site, recipe: Recipe) -> html.Div:
    """A row for each measure, empty ones to fill, and how they are put together."""
    offer = [
        item
        for item in offered(site, recipe.region)
        if LEVEL in levels_inside(site.store, item, recipe.region.code)
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
            dmc.Select(
                id={"control": f"m{slot}"},
                label=f"Measure {slot}",
                placeholder="None",
                data=choices,
                value=ingredient.indicator.id if ingredient else None,
                clearable=True,
                searchable=True,
                clearButtonProps=clearing(f"Leave out measure {slot}"),
                className="recipe-measure",
            ),
            _select(f"w{slot}", "Weight", WEIGHTS, ingredient.weight if ingredient else "1", slot),
            _select(
                f"d{slot}", "What means need", NEED, ingredient.direction if ingredient else "usual", slot
            ),
        ],
        className="recipe-row",
    )


def _method(recipe: Recipe) -> html.Div:
    scales = {key: words.SCALE_NAMES[key] for key in METHODS}
    means = {key: words.MEAN_NAMES[key] for key in MEANS}
    return html.Div(
        [
            _select("scale", "How figures are made comparable", scales, recipe.scale),
            _select("mean", "A good figure beside a bad one", means, recipe.mean),
        ],
        className="recipe-row recipe-method",
    )


def _select(control: str, label: str, options: dict[str, str], value: str, slot: int = 0) -> dmc.Select:
    named = {"aria-label": f"{label}, measure {slot}"} if slot else {}
    return dmc.Select(
        id={"control": control},
        label=label,
        data=[{"value": key, "label": name} for key, name in options.items()],
        value=value,
        allowDeselect=False,
        **named,
    )
