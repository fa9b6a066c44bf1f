import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.maps.classify import classes_for, classify
from dashboard.methods.maps.natural_breaks import fisher_jenks
from tests.methods.references import reference_json, reference_table

NAN = float("nan")


def test_natural_breaks_fall_in_the_gaps():
    got = classify([1, 2, 10, 11, 20, 21, 30, 31, 40, 41])
    assert (got.lowest, got.tops, got.counts) == (1, (2, 11, 21, 31, 41), (2, 2, 2, 2, 2))
    assert got.member == (0, 0, 1, 1, 2, 2, 3, 3, 4, 4)


@pytest.mark.parametrize(("scheme", "case"), [("natural", "fisherjenks5"), ("quantiles", "quantiles5")])
def test_californian_employment_has_its_published_classes(scheme, case):
    values = reference_table("choropleth/calemp.csv").iloc[:, 0].to_numpy()
    expected = reference_json("choropleth/mapclassify_calemp_expected.json")["expected"][case]
    got = classify(values, scheme=scheme)
    assert got.tops == pytest.approx(expected["bins"])
    assert list(got.counts) == expected["counts"]


def test_few_distinct_values_are_each_their_own_class():
    got = classify([3, 3, 1, NAN, 1, 1])
    assert (got.tops, got.counts, got.member) == ((1, 3), (3, 2), (1, 1, 0, None, 0, 0))
    assert got.method == "each value its own class"


def test_quantiles_that_fall_together_are_merged():
    got = classify([0] * 20 + [1, 2, 3, 4, 5, 6], scheme="quantiles")
    assert got.tops == (0, 2, 6) or got.counts[0] == 20
    assert len(set(got.tops)) == len(got.tops)
    assert 0 not in got.counts


def test_nothing_to_class_gives_no_classes():
    got = classify([NAN, NAN])
    assert (got.lowest, got.tops, got.counts, got.member) == (None, (), (), (None, None))


def test_what_cannot_be_classed_is_refused():
    with pytest.raises(ValueError, match="infinite"):
        classify([1, np.inf])
    with pytest.raises(ValueError, match="say natural or quantiles"):
        classify([1], scheme="jenks")


@pytest.mark.full
@given(st.lists(st.integers(0, 60), min_size=8, max_size=40).filter(lambda v: len(set(v)) > 5))
def test_natural_breaks_are_as_tight_as_mapclassifys(values):
    import mapclassify  # takes seconds to load

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = mapclassify.FisherJenks(np.array(values, dtype=float), k=5)
    assert spread(values, classify(values).tops) == pytest.approx(spread(values, theirs.bins))


@given(
    st.lists(st.one_of(st.floats(-1e6, 1e6), st.just(NAN)), max_size=40),
    st.sampled_from(["natural", "quantiles"]),
)
def test_every_place_with_a_figure_is_counted_once(values, scheme):
    got = classify(values, scheme=scheme)
    assert sum(got.counts) == sum(not np.isnan(v) for v in values)
    assert [m is None for m in got.member] == [bool(np.isnan(v)) for v in values]
    assert len(got.tops) <= 5


def spread(values, tops):
    y = np.array(values, dtype=float)
    groups = np.searchsorted(tops, y)
    return sum(((y[groups == g] - y[groups == g].mean()) ** 2).sum() for g in set(groups))


@pytest.mark.parametrize(
    ("places", "classes"), [(1, 2), (2, 2), (3, 2), (5, 3), (7, 4), (9, 5), (10, 5), (1702, 5)]
)
def test_a_few_places_have_no_class_each(places, classes):
    assert classes_for(places) == classes


def test_quantiles_by_hand():
    """Fifths of 1 to 10 lie at 2.8, 4.6, 6.4, 8.2 and 10."""
    got = classify([10, 1, 9, 2, NAN, 8, 3, 7, 4, 6, 5], scheme="quantiles")
    assert got.tops == pytest.approx((2.8, 4.6, 6.4, 8.2, 10))
    assert (got.lowest, got.counts, got.method) == (1, (2, 2, 2, 2, 2), "equal numbers of places")
    assert got.member == (4, 0, 4, 0, None, 3, 1, 3, 1, 2, 2)
    assert classify([0] * 20 + [1, 2, 3, 4, 5, 6], scheme="quantiles").counts == (20, 1, 5)


def test_five_distinct_values_are_each_a_class_and_six_are_not():
    assert classify([1, 2, 3, 4, 5]).method == "each value its own class"
    found = classify([1, 2, 3, 4, 5, 5.1])
    assert (found.method, found.tops) == ("natural breaks (Fisher-Jenks)", (1, 2, 3, 4, 5.1))
    assert classify([1, 2, 3], classes=2).tops == (1, 3)  # 1 | 2 3 is as tight as 1 2 | 3: the first is taken
    assert classify([NAN, NAN]).method == "no figures"


def test_values_that_come_often_pull_a_break_towards_them():
    """Two values x apart leave x squared times the product of how often they come over the sum. 1 once,
    3 ten times and 4.9 ten times: 1 3 | 4.9 leaves 4 x 10 / 11 = 3.6, 1 | 3 4.9 leaves 3.61 x 100 / 20 = 18;
    of each once the break lies the other way, 2 against 1.8."""
    assert fisher_jenks(np.array([1.0, *[3.0] * 10, *[4.9] * 10]), 2) == [3, 4.9]
    assert fisher_jenks(np.array([1.0, 3, 4.9]), 2) == [1, 4.9]
    assert fisher_jenks(np.array([1.0, 2, 4, 4]), 2) == [2, 4]
    assert fisher_jenks(np.array([1.0, *[3.0] * 10, 5.1]), 2) == [3, 5.1]
    assert fisher_jenks(np.array([0.0, *[3.0] * 10, 5]), 2) == [0, 5]
    assert fisher_jenks(np.array([1.0, 2, 10, 11, 12, 30]), 3) == [2, 12, 30]
    assert fisher_jenks(np.array([5.0, 1, 3]), 1) == [5]
    assert fisher_jenks(np.array([5.0, 1, 3]), 3) == [1, 3, 5]


def test_breaks_do_not_hang_on_where_the_scale_begins():
    values = np.array([0.1, 0.2, 0.5, 0.6, 0.9])
    assert fisher_jenks(values + 1e7, 3) == pytest.approx([1e7 + 0.2, 1e7 + 0.6, 1e7 + 0.9], abs=1e-6)
    with pytest.raises(ValueError, match="3 distinct values cannot make 4 classes"):
        fisher_jenks(np.array([1.0, 1, 2, 3]), 4)
