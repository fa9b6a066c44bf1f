"""The parts of a map panel, before a browser draws it."""

import json

from dashboard.components.map_panel import (
    MapLegend,
    MapValues,
    map_data,
    map_legend,
    map_panel,
)

VALUES = MapValues({"E1": 0, "E2": -1}, {"E1": "72.1%"}, href="/place/{code}", selected=["E1"])
DATA = map_data("/u", VALUES, title="T", summary="S")
LEGEND = MapLegend("% of people", [("60 to 69", 1)], without=2)


def words(component) -> str:
    return json.dumps(component.to_plotly_json(), default=lambda part: part.to_plotly_json())


def test_a_map_is_told_all_that_is_painted():
    assert map_data("/maps/x.json", VALUES, title="T", summary="S") == {
        "url": "/maps/x.json", "title": "T", "summary": "S", "classes": {"E1": 0, "E2": -1},
        "figures": {"E1": "72.1%"}, "href": "/place/{code}", "selected": ["E1"],
    }  # fmt: skip


def test_two_maps_share_no_id():
    panels = [map_panel(name, DATA, LEGEND) for name in ("a", "b")]
    first, second = (
        {json.dumps(part.id) for part in panel._traverse() if getattr(part, "id", None)} for panel in panels
    )
    assert len(first) == len(second) == 3
    assert not first & second


def test_the_legend_counts_areas_and_names_those_without_a_figure():
    legend = words(map_legend(LEGEND))
    assert all(text in legend for text in ("60 to 69", '"1 area"', "No figure", '"2 areas"'))
    assert "No figure" not in words(map_legend(MapLegend("% of people", [("60 to 69", 1)])))


def test_a_legend_painted_elsewhere_takes_the_place_of_our_own():
    mine = map_legend(LEGEND)
    panel = map_panel("a", DATA, mine)
    assert any(part is mine for part in panel._traverse())


def test_a_legend_of_few_classes_asks_for_colours_further_apart():
    two = map_legend(MapLegend("%", [("0 to 4", 3), ("5 to 9", 2)], without=1))
    assert '"map-legend map-of-2"' in words(two)  # areas without a figure are no class


def test_the_first_and_the_last_class_say_which_end_is_worse():
    three = words(map_legend(MapLegend("%", [("1", 1), ("2", 1), ("3", 1)], ends=("worse", "better"))))
    assert three.index('" worse"') < three.index('"2"') < three.index('" better"')
    assert "worse" not in words(map_legend(MapLegend("%", [("1", 1)], ends=("worse", "better"))))
