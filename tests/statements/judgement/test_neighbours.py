"""A place against its statistical neighbours: by margins where all have them, else by figures as shown."""

from dataclasses import replace

import pytest

from dashboard.statements.attention.statement import statement
from dashboard.statements.compare_words import compared
from dashboard.statements.judgement.judgement import judgement
from dashboard.statements.judgement.words import peers as said
from tests.statements.conftest import ASH, BEECH, COVE, ENGLAND, NEIGHBOURS, REGION, yearly

FIRST, SECOND = NEIGHBOURS


@pytest.fixture
def standing(told):
    """standing(region's, first's and second's figure) -> its PeerStanding."""

    def standing(here, first, second, around=(None, None, None), **metadata):
        values = {REGION: here, FIRST: first, SECOND: second}
        rows = {
            code: yearly(value, around=wide)
            for (code, value), wide in zip(values.items(), around, strict=True)
            if value is not None
        }
        given = told(rows, **metadata)
        return judgement(given.site, given.indicator, given.region).peers

    return standing


@pytest.mark.parametrize(
    ("figures", "around", "better", "counts", "judged"),
    [
        ((50, 40, 60), (None,) * 3, "higher", (1, 1, 0), False),
        ((50, 40, 60), (None,) * 3, "lower", (1, 1, 0), False),
        ((50, 40, 45), (None,) * 3, "higher", (2, 0, 0), False),
        ((50, 40, 45), (None,) * 3, "lower", (0, 2, 0), False),
        ((50, 50.01, 45), (None,) * 3, "higher", (1, 0, 1), False),
        ((50, 40, 51), (1, 1, 1), "higher", (1, 0, 1), True),
        ((50, 40, 53), (1, 1, 1), "higher", (1, 1, 0), True),
        ((50, 40, 51), (1, 1, None), "higher", (1, 1, 0), False),  # one without a margin
        ((50, 40, None), (1, 1, 1), "higher", (1, 0, 0), True),
    ],
)
def test_each_neighbour_with_a_figure_is_counted_on_its_side(
    standing, figures, around, better, counts, judged
):
    found = standing(*figures, around=around, better=better)
    assert (found.better, found.worse, found.similar) == counts
    assert (found.judged, found.total) == (judged, sum(counts))


@pytest.mark.parametrize("given", [{"better": "neither"}, {"statistic": "count"}])
def test_where_no_side_is_better_nobody_is_counted(standing, given):
    assert standing(50, 40, 60, **given) is None
    assert standing(50, None, None) is None


@pytest.mark.parametrize(
    ("neighbours", "standing"),
    [((40, 45), "better"), ((55, 60), "worse"), ((40, 60), "mixed"), ((), "unknown")],
)
def test_the_statement_says_how_a_place_stands_to_most_of_its_neighbours(told, neighbours, standing):
    rows = dict(zip(NEIGHBOURS, map(yearly, neighbours), strict=False))
    given = told({REGION: yearly(50), **rows}, better="higher")
    assert statement(given.site, given.indicator, given.region).peers == standing


def test_one_neighbour_and_several_are_told_apart(standing):
    assert said(standing(50, 40, None, around=(1, 1, None))) == (
        "Against the one place most similar overall that has a figure (ONS statistical neighbours): better "
        "than it"
    )
    assert said(standing(50, 40, 60)) == (
        "Against the 2 places most similar overall (ONS statistical neighbours): better than 1, worse than "
        "1, going by the figures alone"
    )
    assert said(standing(50, 50, 50)).endswith("the same as all of them, going by the figures alone")
    assert said(standing(50, 50, 50, around=(1, 1, 1))).endswith("neighbours): similar to all of them")


@pytest.mark.parametrize(
    ("better", "shades"),
    [
        ("higher", ["worse-2", "worse-2", "worse-1"]),
        ("lower", ["better-2", "better-2", "better-1"]),
        ("neither", ["", "", ""]),
    ],
)
def test_a_cell_is_shaded_by_how_far_it_is_from_england(told, better, shades):
    """Of 10, 20, 40 and 40 a spread is 20: 10 is two spreads below England's 50, and 40 half a one."""
    fourth = "E08000009"
    figures = {ASH: yearly(10), BEECH: yearly(20), COVE: yearly(40), fourth: yearly(40), ENGLAND: yearly(50)}
    here = told(figures, better=better)
    areas = here.site.geography.areas
    known = areas | {fourth: replace(areas[ASH], code=fourth)}
    site = replace(here.site, geography=replace(here.site.geography, areas=known))
    line = compared(site, here.indicator, [areas[code] for code in (ASH, BEECH, COVE)])
    assert [cell.shade for cell in line.cells.values()] == shades
