"""The map as data and as a finished SVG, from two squares side by side."""

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.charts.map_svg import BLUES, Shape, map_document, map_svg, ramp
from dashboard.charts.svg.map_labels import overlap, placed, reach
from dashboard.charts.svg.text import text_width


@pytest.fixture
def squares() -> list[Shape]:
    """West and East, each 100 units wide, from (0, -100) to (200, 0)."""
    return [
        Shape("W", "West", "M0 0l0-100 100 0 0 100z", 0, -100, 100, 0, 50, -50),
        Shape("E", "East & <more>", "M100 0l0-100 100 0 0 100z", 100, -100, 200, 0, 150, -50),
    ]


def test_the_view_holds_every_area_with_a_margin(squares):
    assert map_document(squares, squares)["viewBox"] == [-3, -103, 206, 106]


def test_an_area_carries_its_code_name_path_label_point_and_width(squares):
    assert map_document(squares, squares[:0]) == {
        "viewBox": [-3, -103, 206, 106],
        "areas": [
            ["W", "West", "M0 0l0-100 100 0 0 100z", 50, -50, 100],
            ["E", "East & <more>", "M100 0l0-100 100 0 0 100z", 150, -50, 100],
        ],
        "outline": [],
    }


def test_a_level_without_shapes_is_refused(squares):
    with pytest.raises(ValueError, match="no shapes"):
        map_document(squares[:0], squares)


def test_on_paper_each_area_has_its_colour_and_no_figure_is_hatched(squares):
    document = map_document(squares, squares)
    drawn = map_svg(document, {"W": 4, "E": -1}, BLUES, "Rents & pay", "High in the west.")
    svg = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(drawn)  # noqa: S314 our own markup
    assert root.findtext(f"{svg}title") == "Rents & pay"
    assert [path.get("fill") for path in root.findall(f"{svg}g")[0]] == [BLUES[4], "url(#none)"]
    assert root.find(f"{svg}defs/{svg}pattern").get("id") == "none"


def test_an_outline_that_a_file_of_outlines_gives_is_never_markup(squares):
    bad = 'M0 0"/><script>alert(1)</script><path d="'
    hostile = [squares[0]._replace(path=bad), squares[1]]
    for around in (squares, hostile):
        drawn = map_svg(map_document(hostile, around), {"W": 1, "E": 0}, BLUES, "Rents", "High.")
        ElementTree.fromstring(drawn)  # noqa: S314 our own markup
        assert "<script" not in drawn


@pytest.mark.parametrize("classes", range(2, 6))
def test_however_few_the_classes_their_colours_reach_the_darkest_and_none_is_used_twice(classes):
    assert ramp(classes)[-1] == BLUES[-1]
    assert len(set(ramp(classes))) == classes


def test_the_colours_on_paper_are_those_of_the_screen():
    css = Path("assets/map.css").read_text()
    for classes in (1, 2, 3, 4):
        changed = dict(
            re.findall(r"--map-(\d): (#\w+)", re.search(rf"\n\.map:has\(\.map-of-{classes}.*", css)[0])
        )
        assert ramp(classes) == tuple(changed.get(str(number), BLUES[number]) for number in range(classes))


def test_few_areas_are_named_on_paper_and_many_are_not(squares):
    def names(shapes):
        return re.findall(r"<text [^>]*>([^<]*)", map_svg(map_document(shapes, []), {}, (), "T", "S"))

    assert sorted(names(squares)) == ["East &amp; &lt;more&gt;", "West"]
    assert len(names(squares * 8)) == 2  # those that have room for theirs
    assert names(squares * 76) == []


def test_a_name_wider_than_its_area_is_broken_between_words():
    area = ["a", "Bath and North East Somerset", "", 50, 50, 40]
    (label,) = placed([area], 8, (0, 0, 100, 100))
    assert label.lines == ("Bath", "and", "North", "East", "Somerset")


def test_a_name_without_room_stands_beside_the_map_with_a_line_to_its_area():
    areas = [["d", "Durham", "", 50, 80, 60], ["t", "North Tyneside", "", 70, 40, 8],
             ["n", "Newcastle upon Tyne", "", 66, 42, 6]]  # fmt: skip
    durham, *beside = placed(areas, 6, (0, 0, 100, 100))
    assert durham.to is None
    assert [label.to for label in beside] == [(70, 40), (66, 42)]
    assert all(label.x - label.wide / 2 > 100 for label in beside)
    assert not any(overlap(one, other, 6) for one, other in combinations(beside, 2))
    left, _, wide, _ = reach([durham, *beside], 6, (0, 0, 100, 100))
    assert (left, wide > 100) == (0, True)


def test_of_many_areas_no_name_stands_beside_the_map_or_runs_out_of_it():
    areas = [["n", "Northbury", "", 3, 50, 40], ["m", "Mayfair", "", 50, 50, 40]]
    assert [label.lines for label in placed(areas, 8, (0, 0, 100, 100), every=False)] == [("Mayfair",)]


def test_of_many_areas_the_ends_are_named_in_any_case():
    areas = [
        ["w", "Westbury", "", 50, 50, 20],
        ["o", "Otherbury", "", 50, 20, 20],
        ["f", "Far", "", 90, 90, 2],
    ]
    named = placed(areas, 8, (0, 0, 100, 100), every=False, always={"w", "f"})
    assert [(label.lines, bool(label.to)) for label in named] == [(("Westbury",), False), (("Far",), True)]


def test_two_names_in_a_line_are_read_as_two():
    half = 1.05 * (text_width("Sutton", 8) + text_width("Croydon", 8)) / 2
    areas = [["s", "Sutton", "", 30, 50, 26], ["c", "Croydon", "", 31 + half, 50, 30]]  # a hair apart
    one, other = placed(areas, 8, (0, 0, 100, 100), every=False)
    assert one.y != other.y


def test_a_long_name_beside_the_map_stands_in_two_lines():
    areas = [["b", "Barking and Dagenham", "", 90, 50, 5], ["n", "North Tyneside", "", 92, 20, 5]]
    beside = placed(areas, 8, (0, 0, 100, 100))
    assert {label.lines for label in beside} == {("Barking and", "Dagenham"), ("North Tyneside",)}
    assert not overlap(*beside, 8)


def test_of_few_areas_no_name_runs_further_over_its_area_because_it_is_an_end():
    areas = [["n", "Newcastle", "", 60, 50, 25], ["d", "Durham", "", 30, 80, 60]]
    plain = placed(areas, 8, (0, 0, 100, 100))
    assert placed(areas, 8, (0, 0, 100, 100), always={"n"}) == plain
    assert [label.lines for label in plain if label.to] == [("Newcastle",)]
