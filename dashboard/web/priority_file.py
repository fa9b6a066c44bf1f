"""/download/priority.csv: every neighbourhood of a recipe as a file, by the same address as the page."""

from types import ModuleType

import numpy as np
from flask import Flask, Response, abort, request

from dashboard.address import address as addresses
from dashboard.datastore.neighbourhoods import containers
from dashboard.exports.sheet import Cells, Column, Sheet
from dashboard.exports.text_files import csv_bytes
from dashboard.pages.priority.answer import order
from dashboard.pages.priority.recipe import Recipe, recipe_of
from dashboard.site import SiteKeeper

COLUMNS = (
    Column("place", "whole", "1 is most need; an area without one of the figures has none"),
    Column("lsoa21_code", "text", "ONS code of the neighbourhood"),
    Column("name", "text", "Name of the neighbourhood"),
    Column("ward", "text", "Ward it lies in, where known"),
    Column("district", "text", "District it lies in"),
    Column("people", "whole", "People counted at the census of 2021"),
    Column("score", "number", "Weighted mean of the measures on one scale"),
    Column("worst_tenth", "flag", "Whether it is in the worst tenth"),
    Column("worst_tenth_in_100", "whole", "In how many of 100 reasonable weightings it is"),
    Column("place_best", "number", "Best place in 9 of 10 weightings"),
    Column("place_worst", "number", "Worst place in 9 of 10 weightings"),
)


def register(server: Flask, keeper: SiteKeeper, page: ModuleType) -> None:
    """Add the route; `page` is the page whose addresses it answers."""

    @server.get("/download/priority.csv")
    def priority_file() -> Response:
        site = keeper.current()
        search = request.query_string.decode("utf-8", "replace")
        address = addresses.read(site, [page.PAGE], page.PATH, search)
        recipe = recipe_of(site.at(address.as_of), address, page.first(site, address))
        try:
            body = csv_bytes(priority_sheet(recipe))
        except ValueError as refusal:
            abort(400, str(refusal))
        name = f"priority-{recipe.region.code}.csv"
        return Response(
            body, mimetype="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )


def priority_sheet(recipe: Recipe) -> Sheet:
    """Every neighbourhood, most need first, those without a score last, with the figures used.

    Raises ValueError with a sentence where the choices do not go together.
    """
    ranked = order(recipe)
    positions = [*ranked, *sorted(set(range(len(recipe.areas))) - set(ranked))]
    lies_in = containers(recipe.site.store, recipe.region.code)
    measures = tuple(
        Column(each.indicator.name, "number", f"{each.indicator.title}: {each.indicator.unit}")
        for each in recipe.used
    )
    rows = [_row(recipe, at, lies_in.get(recipe.areas[at].code, {})) for at in positions]
    columns = (*COLUMNS, *measures)
    table = Cells(columns, tuple(zip(*rows, strict=True)))
    title = f"Where to act first in {recipe.region.name}"
    return Sheet(f"priority-{recipe.region.code}", title, "", columns, table, "/priority")


def _row(recipe: Recipe, at: int, names: dict[str, str]) -> list:
    """The cells of the area at position `at`, which lies in the ward and district of `names`."""
    area, index, firm = recipe.areas[at], recipe.index, recipe.stability
    scored = not np.isnan(index.rank[at])
    return [
        int(index.place[at]) if scored else None,
        area.code,
        area.name,
        names.get("ward"),
        names.get("district"),
        int(recipe.living[at]),
        float(index.score[at]) if scored else None,
        bool(index.worst[at]) if scored else None,
        int(recipe.of_100[at]) if scored else None,
        float(firm.best[at]) if scored else None,
        float(firm.worst[at]) if scored else None,
        *[None if np.isnan(each.values[at]) else float(each.values[at]) for each in recipe.components],
    ]
