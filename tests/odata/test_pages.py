"""Pages of a small table by hand: nothing is lost, nothing is given twice, wherever a page stops."""

import pytest

from dashboard.exports.sheet import Column
from dashboard.odata import pages
from dashboard.odata.entity_set import EntityPart, EntitySet, row_of
from dashboard.odata.errors import ODataError
from dashboard.odata.options import options

ROWS = {"fruit": (3, None, 1), "none": (), "nuts": (2, 5)}


def table():
    def part(name, values):
        records = [{"name": name, "value": value} for value in values]

        def rows(test):
            return ((row_of(record), record.copy) for record in records if test(row_of(record)))

        return EntityPart(name, row_of({"name": name}), rows, lambda: len(records))

    columns = (Column("name", "text"), Column("value", "number"))
    return EntitySet("T", "t", "", columns, ("name",), lambda site: [part(*item) for item in ROWS.items()])


def walked(given, page):
    """The values that all pages give, and how many pages there were."""
    found, count = [], 0
    while given is not None:
        answer = pages.page_of(None, table(), options(table(), given, page))
        found += [row["value"] for row in answer.rows]
        given, count = answer.following, count + 1
    return found, count


@pytest.mark.parametrize("page", [1, 2, 3, 4, 5, 9])
@pytest.mark.parametrize("slow", [False, True])
def test_pages_of_any_size_give_each_row_once(page, slow, monkeypatch):
    monkeypatch.setattr(pages, "PAGE_SECONDS", -1.0 if slow else 60.0)  # a page that ends after each part
    assert walked({}, page)[0] == [3, None, 1, 2, 5]
    assert walked({"$skip": "2"}, page)[0] == [1, 2, 5]
    assert walked({"$skip": "3", "$top": "1"}, page)[0] == [2]
    assert walked({"$top": "4"}, page)[0] == [3, None, 1, 2]
    assert walked({"$filter": "value gt 1", "$skip": "1"}, page)[0] == [2, 5]
    assert walked({"$skip": "9"}, page)[0] == []


def test_a_last_page_that_is_full_says_that_nothing_follows():
    assert walked({}, 5) == ([3, None, 1, 2, 5], 1)
    assert walked({"$top": "0"}, 2) == ([], 1)


def test_the_order_of_one_part_has_what_is_empty_first():
    given = {"$filter": "name eq 'fruit'", "$orderby": "value"}
    assert walked(given, 2)[0] == [None, 1, 3]
    assert walked({**given, "$orderby": "value desc"}, 2)[0] == [3, 1, None]


def test_another_order_over_several_parts_is_refused():
    with pytest.raises(ODataError, match=r"only with a \$filter on one indicator"):
        walked({"$orderby": "value"}, 2)
    assert walked({"$orderby": "name"}, 2)[0] == [3, None, 1, 2, 5]


def test_counts_are_of_all_pages():
    def count(given):
        return pages.page_of(None, table(), options(table(), {"$count": "true", **given}, 1)).count

    assert (count({}), count({"$filter": "value gt 1"}), count({"$top": "1", "$skip": "1"})) == (5, 3, 5)
