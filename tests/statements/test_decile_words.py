"""Words of the ten deciles from lines a reader can draw: up, down, level, within chance, and below nought."""

from datetime import date

import pytest

from dashboard.methods.comparison import Difference
from dashboard.methods.slope_index import SlopeIndex
from dashboard.statements import decile_words as words
from dashboard.statements.by_decile import ByDecile
from dashboard.statements.decile_figures import Decile
from dashboard.statements.judgement.lately_words import size_in

from .conftest import REGION, yearly

FIGURES = (30, 28, 26, 24, 22, 20, 18, 16, 14, 10)


@pytest.fixture
def made(told):
    """made(...) -> ten deciles of FIGURES, or of others, with a line and a gap that a test gives."""

    def made(
        values=FIGURES, slope=None, gap=(None, None), limits=False, averaged=False, part=False, **metadata
    ):
        here = told({REGION: yearly(1)}, **metadata)
        around = 1 if limits else None
        deciles = tuple(
            Decile(at, 5, 100.0, value, around and value - 1, around and value + 1)
            for at, value in enumerate(values, 1)
        )
        return ByDecile(
            here.indicator,
            here.region,
            date(2021, 1, 1),
            deciles,
            slope or SlopeIndex(30, -20, 1 / 3),
            Difference(None, *(gap[1] or (None, None)), None, gap[0], ""),
            averaged,
            part,
        )

    return made


def test_each_decile_has_its_name(made):
    names = [words.name(item) for item in made().deciles]
    assert names[:4] == ["Most deprived tenth", "2nd", "3rd", "4th"]
    assert names[8:] == ["9th", "Least deprived tenth"]


def test_the_title_has_the_figures_of_both_ends(made):
    assert words.title(made()) == "Rate: 30.0% in the most deprived tenth, 10.0% in the least"


@pytest.mark.parametrize(("limits", "lines"), [(True, " Lines: 95% intervals."), (False, "")])
def test_the_subtitle_explains_lines_where_they_are_drawn(made, limits, lines):
    said = words.subtitle(made(limits=limits))
    assert said == f"% of people, 2021. Neighbourhoods of Here in tenths by deprivation.{lines}"


@pytest.mark.parametrize(
    ("values", "gap", "said"),
    [
        (FIGURES, (None, None), "has 20.0 percentage points more than the least"),
        (FIGURES[::-1], (None, None), "has 20.0 percentage points less than the least"),
        ((11, *FIGURES[1:]), (None, None), "has 1.0 percentage point more than the least"),
        (
            FIGURES,
            (1, (18, 22)),
            "has 20.0 percentage points more than the least (18.0 to 22.0), by more than chance explains",
        ),
        (
            FIGURES[::-1],
            (-1, (-22, -18)),
            "has 20.0 percentage points less than the least (18.0 to 22.0), by more than chance explains",
        ),
        (
            FIGURES,
            (0, (-1, 41)),
            "has 20.0 percentage points more than the least (−1.0 to 41.0), a difference that chance "
            "can make",
        ),
    ],
)
def test_the_gap_says_which_end_has_more_and_whether_chance_can_make_it(made, values, gap, said):
    assert words.sentence(made(values, gap=gap)).startswith(f"The most deprived tenth {said}. ")


def test_ends_that_look_the_same_have_no_gap(made):
    said = words.sentence(made((10.04, *FIGURES[1:])))
    assert said.startswith("The most and the least deprived tenth have the same figure. ")


@pytest.mark.parametrize(
    ("slope", "said"),
    [
        (
            SlopeIndex(30, -20, 1 / 3),
            "falls by 20.0 percentage points from the most deprived end to the least",
        ),
        (SlopeIndex(10, 20, 3), "rises by 20.0 percentage points from the most deprived end to the least"),
        (
            SlopeIndex(30, -20, 1 / 3, (-22, -18), (0.3, 0.4)),
            "falls by 20.0 percentage points (18.0 to 22.0) from the most deprived end to the least",
        ),
        (SlopeIndex(30, -2, 0.9, (-5, 1), (0.8, 1.1)), "is no steeper than chance makes"),
        (SlopeIndex(30, 0.04, 1.0), "is level"),
    ],
)
def test_the_line_falls_rises_is_level_or_no_steeper_than_chance(made, slope, said):
    assert words.sentence(made(slope=slope)).endswith(f". The line through all ten tenths {said}.")


def figures(found):
    return [figure for _, figure in words.indices(found)]


def test_the_indices_stand_with_their_sign_and_with_intervals_where_there_are_some(made):
    assert figures(made()) == ["+20.0 percentage points", "−20.0 percentage points", "0.33"]
    known = made(slope=SlopeIndex(30, -20, 1 / 3, (-22, -18), (0.3, 0.4)), gap=(1, (18, 22)))
    assert figures(known) == [
        "+20.0 percentage points (18.0 to 22.0)",
        "−20.0 percentage points (18.0 to 22.0)",
        "0.33 (0.30 to 0.40)",
    ]
    assert [name.split(":")[0] for name, _ in words.indices(known)] == [
        "Gap",
        "Slope index",
        "Relative index",
    ]


@pytest.mark.parametrize(
    ("values", "slope"),
    [
        ((*FIGURES[:9], 0), SlopeIndex(30, -20, 1 / 3, (-22, -18), (0.3, 0.4))),  # a figure of nought
        (FIGURES, SlopeIndex(30, -30, 0.0, (-32, -28), (0.0, 0.1))),  # the line ends at nought
        (FIGURES, SlopeIndex(-1, 20, -19.0, (18, 22), (0.0, 0.1))),  # it begins below
    ],
)
def test_there_is_no_multiple_of_what_is_not_above_nought(made, values, slope):
    found = made(values, slope=slope)
    assert found.ratio is None
    assert figures(found)[2] == "– (figures or the line go below 0)"


def test_there_is_a_multiple_where_all_is_just_above_nought(made):
    assert made((*FIGURES[:9], 0.1), slope=SlopeIndex(30, -29.9, 0.25)).ratio == 0.25


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, []),
        ({"averaged": True}, [words.AVERAGED]),
        ({"part": True}, [words.PART]),
        ({"averaged": True, "part": True}, [words.AVERAGED, words.PART]),
    ],
)
def test_the_notes_say_what_holds_of_it_and_no_more(made, given, said):
    assert words.notes(made(**given)) == [words.WHICH, *said, words.ONE_DATE, words.BY_OTHERS]


def test_all_of_it_stands_in_the_order_of_a_page(made):
    found = made(averaged=True)
    said = words.all_sentences(found)
    assert said[0] == words.sentence(found)
    assert said[1] == "Gap: most less least deprived tenth: +20.0 percentage points."
    assert said[4:] == words.notes(found)


def test_the_summary_names_every_decile_in_small_letters(made):
    said = words.summary(made())
    assert said.startswith("From the most to the least deprived: most deprived tenth 30.0%, 2nd 28.0%, 3rd ")
    assert said.endswith("9th 14.0%, least deprived tenth 10.0%.")


@pytest.mark.parametrize(
    ("value", "metadata", "size", "signed"),
    [
        (1, {}, "1.0 percentage point", "+1.0 percentage point"),
        (-1.1, {}, "1.1 percentage points", "−1.1 percentage points"),
        (0.04, {}, "0.0 percentage points", "0.0 percentage points"),
        (310, {"prefix": "£", "suffix": "", "decimals": 0}, "£310", "+£310"),
        (-0.4, {"suffix": " years"}, "0.4 years", "−0.4 years"),
    ],
)
def test_the_size_of_a_difference_has_its_unit_and_its_sign(told, value, metadata, size, signed):
    indicator = told({REGION: yearly(1)}, **metadata).indicator
    assert size_in(indicator, value) == size
    assert words.signed(indicator, value) == signed


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(9.6, 10.6, "9.6 to 10.6"), (-10.6, -9.6, "9.6 to 10.6"), (-1, 2, "−1.0 to 2.0"), (-2, 0, "0.0 to 2.0")],
)
def test_an_interval_below_nought_is_told_by_size(told, low, high, said):
    assert words.between(told({REGION: yearly(1)}).indicator, low, high) == said


def test_why_there_are_none_is_said():
    assert words.not_shown("all carry one figure") == "Not shown by deprivation tenth: all carry one figure."
