"""Tables of figures: what a phone makes of wide ones."""

from dash import html

from dashboard.components.tables import data_table


def cells(table) -> list[html.Td]:
    """The figure cells of the first row."""
    return table.children.children[2].children[0].children[1:]


def test_a_wide_table_is_cards_on_a_phone_and_each_figure_has_the_name_of_its_column():
    table = data_table(["Area", "A", "B", "C", "D"], [["Leeds", "1", "2", "3", "4"]], "Four figures")
    assert "table-figures" in table.children.className
    assert [getattr(each, "data-label") for each in cells(table)] == ["A", "B", "C", "D"]


def test_a_narrow_table_stays_a_table():
    table = data_table(["Area", "A"], [["Leeds", "1"]], "One figure")
    assert table.children.className == "table"
    assert not hasattr(cells(table)[0], "data-label")


def test_a_wide_table_of_many_rows_keeps_its_first_column_in_sight():
    table = data_table(["Area", "A", "B", "C", "D"], [["Leeds", "1", "2", "3", "4"]] * 41, "Many rows")
    assert table.children.className == "table table-held"
