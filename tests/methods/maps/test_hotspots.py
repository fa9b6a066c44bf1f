import numpy as np
import pytest

from dashboard.methods.maps.hotspots import hot_spots

# A grid of 6 x 6 with a raised block in the middle, queen's neighbours.
VALUES = [
    0, 7, 3, 10, 6, 2, 3, 10, 6, 2, 9, 5, 6, 2, 29, 25, 1, 8, 9, 5, 21, 28, 4, 0, 1, 8, 4, 0, 7, 3,
    4, 0, 7, 3, 10, 6,
]  # fmt: skip
# esda 2.7.0 with libpysal: G_Local(VALUES, lat2W(6, 6, rook=False), transform="B", star=True).Zs
ESDA = [
    -0.587528, -0.803428, -0.261114, -0.381628, -0.502142, -0.444616, -0.863685, 0.129653, 1.581761,
    1.426178, 0.233375, -0.682913, -0.441885, 1.426178, 3.345036, 3.189453, 0.959429, -0.923942,
    -0.682913, 1.115012, 3.03387, 2.878287, 0.648263, -1.16497, -0.923942, -0.233375, 0.648263,
    1.063151, -0.129653, -0.743171, -1.087721, -1.104713, -1.225227, -0.682913, -0.803428, -0.158791,
]  # fmt: skip
# esda.fdr(p, 0.05) of the same is 0.005556: the four cells of the raised block.
BLOCK = [14, 15, 20, 21]


def grid(side: int) -> dict[int, list[int]]:
    at = {divmod(i, side): i for i in range(side * side)}
    near = [(a, b) for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)]
    return {i: [at[r + a, c + b] for a, b in near if (r + a, c + b) in at] for (r, c), i in at.items()}


def test_the_scores_are_those_of_esda():
    np.testing.assert_allclose(hot_spots(VALUES, grid(6)).z, ESDA, atol=1e-6)


def test_the_raised_block_is_the_only_cluster():
    found = hot_spots(VALUES, grid(6))
    assert [i for i, kind in enumerate(found.member) if kind] == BLOCK
    assert (found.count(1), found.count(-1)) == (4, 0)


def test_low_figures_together_are_a_cluster_too():
    assert [
        i for i, kind in enumerate(hot_spots([-v for v in VALUES], grid(6)).member) if kind == -1
    ] == BLOCK


def test_figures_without_a_pattern_have_no_clusters():
    values = np.random.default_rng(1).permutation(400).astype(float)
    assert hot_spots(values, grid(20)).count(1) == 0


def test_an_area_without_a_figure_is_left_out_of_its_neighbours_sums():
    values = [*VALUES[:14], float("nan"), *VALUES[15:]]
    found = hot_spots(values, grid(6))
    assert found.member[14] is None
    assert np.isnan(found.z[14])
    assert not np.isnan(found.z[15])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ([1.0] * 10, "need 30"),
        ([1.0] * 40, "all figures are the same"),
        ([float("inf")] * 40, "infinite"),
    ],
)
def test_what_cannot_be_judged_is_refused(values, sentence):
    with pytest.raises(ValueError, match=sentence):
        hot_spots(values, {})


def test_thirty_areas_are_enough_and_their_scores_are_those_of_the_formula():
    """One area of 1 among 29 of 0: a mean of 1/30 and a variance of 29/900. It and two neighbours sum to 1,
    where 3/30 would be usual, over the root of 29/900 x 3 x 27 / 29."""
    found = hot_spots([1.0] + [0.0] * 29, {0: [1, 2]})
    assert found.z[0] == pytest.approx((1 - 0.1) / (29 / 900 * 3 * 27 / 29) ** 0.5)
    assert found.z[5] == pytest.approx((0 - 1 / 30) / (29 / 900 * 1 * 29 / 29) ** 0.5)
    assert found.rate == 0.05
    with pytest.raises(ValueError, match="29 areas have a figure; hot spots need 30 or more"):
        hot_spots([1.0] + [0.0] * 28, {})


def test_an_area_that_touches_all_others_has_no_score():
    """The second touches all but the first, which is 0: 435 of 29 areas, where 14.5 each would be usual."""
    values = [float(at) for at in range(30)]
    found = hot_spots(values, {0: range(1, 30), 1: range(2, 30)})
    assert (found.member[0], found.member[1]) == (None, 0)
    assert np.isnan(found.z[0])
    assert found.z[1] == pytest.approx((435 - 14.5 * 29) / float(np.std(values)))


def test_a_missing_neighbour_is_left_out_and_counts_for_nobody():
    values = [*VALUES[:14], float("nan"), *VALUES[15:]]
    found = hot_spots(values, grid(6))
    known = [value for value in values if value == value]
    near = [values[at] for at in (15, *grid(6)[15]) if at != 14]
    mean, spread = np.mean(known), np.std(known)
    expected = (sum(near) - mean * 8) / (spread * (8 * (35 - 8) / 34) ** 0.5)
    assert (len(near), found.z[15]) == (8, pytest.approx(expected))


def test_a_stricter_rate_marks_fewer():
    loose, strict = hot_spots(VALUES, grid(6), rate=0.2), hot_spots(VALUES, grid(6), rate=1e-9)
    assert (loose.rate, strict.rate) == (0.2, 1e-9)
    assert loose.count(1) >= 4 > strict.count(1) == 0
