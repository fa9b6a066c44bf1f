"""Packs call a region what people call it."""

import pytest

from dashboard.catalogue.region_words import short_name
from dashboard.packs.short_names import shortly_named
from tests.packs.reading import html_text

NORTH_EAST = "E47000014"


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("North East Mayoral Strategic Authority", "North East"),
        ("Hull and East Yorkshire Combined Authority", "Hull and East Yorkshire"),
        ("Tees Valley", "Tees Valley"),
        ("Greater London Authority", "Greater London Authority"),
    ],
)
def test_the_kind_of_body_is_left_out(full, short):
    assert short_name(full) == short


@pytest.mark.full
def test_a_pack_says_the_short_name_everywhere_and_its_file_has_it(pack_of, file_of):
    pack = pack_of("mayor-monthly", NORTH_EAST)
    said = html_text(file_of("mayor-monthly", NORTH_EAST, "html"))
    assert "North East: " in said
    assert "Strategic Authority" not in said
    assert pack.stem.startswith("North East, mayor's brief, ")
    assert pack.sections[0].pictures[0].chart.lines[0].name in ("North East", "England")


@pytest.mark.full
def test_a_name_that_is_short_already_leaves_the_pack_as_it_is(pack_of):
    pack = pack_of("mayor-monthly", "E47000006")
    assert shortly_named(pack, "Tees Valley") is pack
