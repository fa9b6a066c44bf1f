"""A tiny real app with maps of Greater Manchester, for the browser to draw."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas
from dash import Dash, Input, Output, ctx, html
from flask import Response, abort, jsonify
from werkzeug.serving import make_server

from dashboard.charts.map_svg import Shape, map_document
from dashboard.components.map_panel import (
    MapLegend,
    MapValues,
    data_id,
    map_data,
    map_panel,
    picked_id,
)
from dashboard.components.parts import written

ROOT = Path(__file__).parents[2]
GEOGRAPHY = ROOT.parent / "shared" / "sources" / "ons-geography"
TITLE, SUMMARY = "Where figures are high", "Low in the north and high in the south."


def shapes() -> pandas.DataFrame:
    """The published shapes, or freshly built ones where no snapshot is there yet."""
    published = ROOT / "data" / "public" / "shapes.parquet"
    if published.exists():
        return pandas.read_parquet(published)
    from dashboard.ingest.geography.geometry import build_shapes

    return build_shapes(GEOGRAPHY.parent)


def documents() -> dict[str, dict]:
    """Map documents of Greater Manchester by level."""
    table = shapes()
    lookup = pandas.read_parquet(GEOGRAPHY / "lookup_oa21.parquet")
    districts = lookup.drop_duplicates("lad22cd").set_index("lad22cd").lad22nm
    names = pandas.concat([districts, lookup.drop_duplicates("lsoa21cd").set_index("lsoa21cd").lsoa21nm])
    table = table[table.area_code.isin(names.index)].assign(name=lambda t: t.area_code.map(names))
    columns = list(Shape._fields)
    level = {
        name: [Shape(*row) for row in part[columns].itertuples(index=False)]
        for name, part in table.sort_values("name").groupby("level")
    }
    return {name: map_document(level[name], level["district"]) for name in ("district", "lsoa")}


def values(document: dict, shift: int = 0, **more: object) -> MapValues:
    """Classes from north to south, the first area without a figure."""
    ranked = sorted(document["areas"], key=lambda area: area[4])
    classes = {area[0]: (5 * at // len(ranked) + shift) % 5 for at, area in enumerate(ranked)}
    classes[document["areas"][0][0]] = -1
    figures = {code: f"{50 + 10 * number}.0%" for code, number in classes.items() if number >= 0}
    return MapValues(classes, figures, **more)


def legend(document: dict) -> MapLegend:
    ranges = [(f"{50 + 10 * n}.0 to {59 + 10 * n}.9%", len(document["areas"]) // 5) for n in range(5)]
    return MapLegend("% of people aged 16 to 64", ranges, without=1)


def create_map_app() -> Dash:
    """Maps `area` (districts, links), `small` (LSOAs, picking) and `broken` (no geometry) on one page."""
    drawn = documents()
    app = Dash(__name__, assets_folder=str(ROOT / "assets"), assets_ignore=r"^(?!map|add_observer|app\.css)")
    app.index_string = app.index_string.replace("<html>", '<html lang="en-GB">')
    app.title = "Maps"

    @app.server.get("/maps/E47000001/<level>.json")
    def geometry(level: str) -> Response:
        return jsonify(drawn[level]) if level in drawn else abort(404)

    def panel(id: str, level: str, painted: MapValues) -> html.Div:
        url = f"/maps/E47000001/{level}.json"
        key = legend(drawn.get(level, drawn["district"]))
        return map_panel(id, map_data(url, painted, title=TITLE, summary=SUMMARY), key)

    linked = values(drawn["district"], href="/place/{code}?region=E47000001")
    chosen = values(drawn["lsoa"], selected=[drawn["lsoa"]["areas"][700][0]])
    app.layout = html.Main(
        [
            html.H1("Maps"),
            panel("area", "district", linked),
            html.Button("Change", id="change", type="button"),
            panel("small", "lsoa", chosen),
            panel("broken", "nowhere", linked),
            html.P(id="picked"),
        ]
    )
    small = Output(data_id("small"), "data-map")

    @app.callback(small, Input("change", "n_clicks"), prevent_initial_call=True)
    def change(clicks: int) -> str:
        assert ctx.triggered_id == "change"
        url = "/maps/E47000001/lsoa.json"
        return written(map_data(url, values(drawn["lsoa"], shift=clicks), title=TITLE, summary=SUMMARY))

    @app.callback(Output("picked", "children"), Input(picked_id("small"), "data"), prevent_initial_call=True)
    def picked(choice: dict) -> str:
        return json.dumps(choice)

    return app


@contextmanager
def serving_maps() -> Iterator[str]:
    """Serves the page of maps and says where."""
    server = make_server("127.0.0.1", 0, create_map_app().server, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
