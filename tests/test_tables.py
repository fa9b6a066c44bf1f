"""The tables of tests are read as a person reads them."""

from tests.tables import read_table


def test_cells_that_a_row_leaves_out_at_its_end_are_missing_and_nothing_warns(recwarn):
    frame = read_table("a | b\n1\n2 | 3")
    assert frame.a.tolist() == [1, 2]
    assert frame.b.isna().tolist() == [True, False]
    assert not recwarn.list
