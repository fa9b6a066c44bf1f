"""The answer of the priority finder: list, map, districts, and what other choices would change."""

import numpy as np
from dash import html
from dash.development.base_component import Component

from dashboard.address.address import link
from dashboard.capital_letter import capital
from dashboard.catalogue.rounding import written
from dashboard.components.map_panel import MapValues, map_data
from dashboard.components.named_legend import named_legend
from dashboard.components.region_map import map_url
from dashboard.components.tables import data_table
from dashboard.datastore.neighbourhoods import containers
from dashboard.methods.priority.stability import people_in_worst_decile
from dashboard.pages.priority import words
from dashboard.pages.priority.recipe import LEVEL, Recipe
from dashboard.statements import rank_words
from dashboard.statements.absence.absent import absent_inside

LISTED = 20
POSSIBLE = 10  # of 100 weightings, from which an area outside the worst tenth is worth knowing


def headline(recipe: Recipe) -> list:
    """The message, how firm it is, and what it is made of."""
    index, living = recipe.index, recipe.living
    count = int(index.worst.sum())
    inside = people_in_worst_decile(index, living)
    worse = {"higher": "a high figure", "lower": "a low figure"}
    parts = [
        (each.indicator, worse[each.worse], share)
        for each, share in zip(recipe.used, index.weights, strict=True)
    ]
    left_out = {
        each.indicator.title: absent_inside(recipe.site, each.indicator, recipe.region, LEVEL)
        for each in recipe.ingredients
        if each not in recipe.used
    }
    unranked = int(np.isnan(index.rank).sum())
    notes = [
        words.made_of(parts),
        words.missing(left_out),
        words.without_score(unranked),
    ]
    return [
        html.H2(words.title(count, inside, 100 * inside / max(living.sum(), 1)), id="priority-answer"),
        html.P(_how_firm(recipe)),
        *[html.P(note, className="note") for note in notes if note],
    ]


def classes_of(recipe: Recipe) -> np.ndarray:
    """3 first and firm, 2 first but less sure, 1 just outside, 0 elsewhere, -1 without a score."""
    index, often = recipe.index, recipe.of_100
    found = np.where(index.worst, np.where(often >= words.FIRM, 3, 2), np.where(often >= POSSIBLE, 1, 0))
    return np.where(np.isnan(index.rank), -1, found)


def priority_data(recipe: Recipe) -> dict:
    """The content of the map's Store."""
    index, often = recipe.index, recipe.of_100
    ranked = int((~np.isnan(index.rank)).sum())
    codes = [area.code for area in recipe.areas]
    figures = {
        code: words.readout(rank, ranked, None if recipe.alone else int(times))
        for code, rank, times in zip(codes, index.place, often, strict=True)
        if not np.isnan(rank)
    }
    classes = dict(zip(codes, map(int, classes_of(recipe)), strict=True))
    return map_data(
        map_url(recipe.region, LEVEL),
        MapValues(classes, figures, link("/neighbourhoods", recipe.region) + "&place={code}"),
        title=f"Where to act first in {recipe.region.name}",
        summary=_how_firm(recipe),
    )


def empty_data(recipe: Recipe, sentence: str) -> dict:
    """The content of the map's Store where the choices give no order."""
    return map_data(
        map_url(recipe.region, LEVEL), MapValues({}, {}), title="No order to show", summary=sentence
    )


def priority_legend(recipe: Recipe) -> Component:
    """What the colours mean, with the number of areas of each."""
    counts = _counts(recipe)
    if recipe.alone:
        return named_legend("legend-sure", words.classes_alone(counts[0], counts[3]), (3, 0))
    return named_legend("legend-sure", words.classes(counts), (3, 2, 1, 0))


def priority_list(recipe: Recipe) -> html.Div:
    """The neighbourhoods that come first, most need first."""
    lies_in = containers(recipe.site.store, recipe.region.code)
    place = recipe.index.place
    rows = []
    for at in order(recipe)[:LISTED]:
        area = recipe.areas[at]
        names = lies_in.get(area.code, {})
        name = html.A(area.name, href=link("/neighbourhoods", recipe.region, place=area.code))
        ward = html.Span(names["ward"], className="name-where") if "ward" in names else None
        rows.append(
            [
                html.Span([f"{place[at]:,.0f}.\u00a0", name, ward]),
                f"{recipe.living[at]:,}",
                f"{recipe.of_100[at]}",
                rank_words.place_span_words(recipe.stability.best[at], recipe.stability.worst[at]),
            ]
        )
    header = ["Neighbourhood", "People", "In the tenth, of 100", "Place"]
    shown = 2 if recipe.alone else 4  # one measure has no other weightings
    first = int(recipe.index.worst.sum())
    caption = words.list_caption(len(rows), first, recipe.alone)
    return data_table(header[:shown], [row[:shown] for row in rows], caption)


def districts(recipe: Recipe) -> html.Div:
    """How many of the neighbourhoods that come first are in each district, and how many people."""
    lies_in = containers(recipe.site.store, recipe.region.code)
    totals: dict[str, list[int]] = {}
    for at, area in enumerate(recipe.areas):
        row = totals.setdefault(lies_in.get(area.code, {}).get("district", "–"), [0, 0, 0])
        row[0] += int(recipe.index.worst[at])
        row[1] += int(recipe.living[at]) if recipe.index.worst[at] else 0
        row[2] += int(recipe.living[at])
    rows = [
        [name, f"{count:,}", f"{there:,}", f"{written(100 * there / max(all_, 1))}%"]
        for name, (count, there, all_) in sorted(totals.items(), key=lambda item: (-item[1][1], item[0]))
    ]
    header = ["District", "Areas", "People", "Share"]
    return data_table(header, rows, words.DISTRICTS)


def effects(recipe: Recipe) -> list:
    """What changes if one measure is left out, or the method is another."""
    content: list = [html.H2("What another choice would change", id="priority-effects")]
    if recipe.left_out:
        content += [html.P(words.weakest(recipe.left_out)), _effects(recipe.left_out, "One measure left out")]
    content.append(_effects(recipe.otherwise, "Another method"))
    return content


def order(recipe: Recipe) -> list[int]:
    """Positions of the neighbourhoods with a score, most need first."""
    rank = recipe.index.rank
    return [int(at) for at in np.argsort(rank, kind="stable") if not np.isnan(rank[at])]


def _effects(found: tuple, caption: str) -> html.Div:
    rows = [[words.CHOICES.get(each.choice, capital(each.choice)), words.effect(each)] for each in found]
    return data_table(["Choice", "Of those that come first"], rows, caption)


def _how_firm(recipe: Recipe) -> str:
    if recipe.alone:
        return words.ONE_ALONE
    firm, less, outside, _ = _counts(recipe)
    return words.how_firm(firm, firm + less, outside)


def _counts(recipe: Recipe) -> list[int]:
    found = classes_of(recipe)
    return [int((found == number).sum()) for number in (3, 2, 1, 0)]
