"""Tables on paper: what holds for a row is said once."""

from datetime import date
from types import SimpleNamespace

from dashboard.packs.evidence import PackEvidence
from dashboard.packs.model import Comparison
from dashboard.packs.pdf.typesetting import svg_png
from dashboard.packs.tables import profile
from dashboard.packs.tables_text import _without, comparison_table, profile_table
from dashboard.statements.absence.absence import Absence
from dashboard.statements.age import Age
from dashboard.statements.compare_words import Cell, Line


def compared(*remarks):
    places = tuple(SimpleNamespace(code=f"E{at}", name=f"Place {at}") for at in range(len(remarks)))
    cells = {
        place.code: Cell("5%", remark, "", "", None) for place, remark in zip(places, remarks, strict=True)
    }
    cells["E9"] = Cell(
        "", "", "", "", Absence("not_published", "Nowhere", "nobody asks", "not published", mark="x")
    )
    indicator = SimpleNamespace(title="Rents", unit="%")
    places += (SimpleNamespace(code="E9", name="Nowhere"),)
    (row,) = comparison_table(
        Comparison("", places, ((indicator, Line("2021", "4%", cells, Age("current")), {}),))
    ).rows
    return row


def test_what_holds_for_every_place_is_said_once_with_the_period():
    assert compared("derived", "derived") == ("Rents", "2021, derived", "4%", "5%", "5%", "[x]")
    assert compared("derived", "") == ("Rents", "2021", "4%", "5% (derived)", "5%", "[x]")
    assert compared("", "") == ("Rents", "2021", "4%", "5%", "5%", "[x]")


def test_an_empty_cell_of_england_says_why():
    line = Line("2021", "", {}, Age("current"), "A total, not compared")
    table = comparison_table(Comparison("", (), ((SimpleNamespace(title="Homes", unit="homes"), line, {}),)))
    assert table.rows == (("Homes", "2021", "A total, not compared"),)


def test_indicators_without_a_figure_stand_by_their_reason_and_those_with_one_of_their_own_in_a_line():
    reasons = {
        "Not published for districts": ["Rents", "Pay"],
        "Published for counties only: Kent as a whole has 5% (2024)": ["Jobs"],
        "Not published for Ash": ["Roads"],
    }
    assert list(_without(reasons)) == [
        "Not published for districts: Rents; Pay.",
        "Jobs: published for counties only; Kent as a whole has 5% (2024). Roads: not published for Ash.",
    ]


def test_a_benchmark_other_than_englands_is_named_once(service):
    site = service.site("office")
    evidence = PackEvidence(site, site, site.geography["E47000001"], "office", date(2026, 11, 23))
    rows = profile_table(profile(evidence, "economy", "Economy")).rows
    england = {row[0]: row[3] for row in rows}
    assert england["Children in poverty after housing costs"].count("UK") == 1
    for title in ("Output per hour worked", "Household income per person"):
        assert england[title].startswith("£")
        assert "(" not in england[title]


def test_a_drawing_made_into_a_picture_keeps_its_words():
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{}</svg>'
    words = '<text x="2" y="15" font-family="Source Sans 3" font-size="12">Bury</text>'
    assert svg_png(svg.format(words), 2, 40) != svg_png(svg.format(""), 2, 40)
