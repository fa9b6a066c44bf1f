import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.methods.control_charts.control_limits import Step
from dashboard.methods.control_charts.xmr import Spc, without_runs, xmr
from tests.methods.references import reference_table

VIGNETTE = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
WHOLE = st.lists(st.integers(-50, 50), min_size=2, max_size=40)


@pytest.mark.parametrize(("screen", "lower", "upper"), [(True, -0.7156, 4.6044), (False, -3.0626, 6.9515)])
def test_the_making_data_count_vignette_has_its_published_limits(screen, lower, upper):
    chart = xmr(VIGNETTE, better="higher", screen=screen)
    (limits,) = chart.segments
    assert [round(x, 4) for x in (limits.mean, limits.lower, limits.upper)] == [1.9444, lower, upper]
    assert [i for i, signal in enumerate(chart.signals) if signal] == [4]
    assert chart.variation == "nothing unusual"


def test_screening_says_how_many_moving_ranges_it_dropped():
    assert xmr(VIGNETTE).segments[0].dropped == 2
    assert xmr(VIGNETTE, screen=False).segments[0].dropped == 0


def test_every_published_chart_is_reproduced_point_by_point():
    for case, table in reference_table("spc/xmr_expected.csv").groupby("case"):
        fixed = table.fix_after_n_points.iloc[0]
        chart = xmr(
            table.y,
            better="higher",
            screen=bool(table.screen_outliers.iloc[0]),
            fixed_after=None if np.isnan(fixed) else int(fixed),
        )
        (limits,) = chart.segments
        expected = table[["mean_col", "lpl", "upl"]].iloc[0].tolist()
        assert [limits.mean, limits.lower, limits.upper] == pytest.approx(expected, abs=1e-10), case
        published = ["outside" if kind != "Common Cause" else "" for kind in table.special_cause_type]
        assert list(chart.signals) == published, case


def test_a_target_is_met_or_missed_consistently_only_outside_the_limits():
    upper = xmr(VIGNETTE).segments[0].upper
    assert xmr(VIGNETTE, better="higher", target=5).assurance == "consistently misses"
    assert xmr(VIGNETTE, better="lower", target=5).assurance == "consistently meets"
    assert xmr(VIGNETTE, better="higher", target=-1).assurance == "consistently meets"
    assert xmr(VIGNETTE, better="lower", target=-1).assurance == "consistently misses"
    assert xmr(VIGNETTE, better="higher", target=upper).assurance == "hit or miss"
    assert xmr(VIGNETTE, better="neither", target=5).assurance is None
    assert xmr(VIGNETTE, better="higher").assurance is None


def test_a_step_gives_each_stretch_its_own_limits_and_no_signal_crosses_it():
    chart = xmr([1, 2] * 7 + [11, 12] * 7, better="lower", steps=[Step(14, "new contract")])
    assert [segment.mean for segment in chart.segments] == [1.5, 11.5]
    assert [segment.reason for segment in chart.segments] == ["", "new contract"]
    assert set(chart.signals) == {""}
    assert chart.warnings == ()


def test_a_step_is_found_by_its_date_among_the_periods():
    periods = [f"2024-{month:02}" for month in range(1, 13)]
    chart = xmr(range(12), periods=periods, steps=[Step("2024-05", "new counting rule")])
    assert [(s.start, s.stop) for s in chart.segments] == [(0, 4), (4, 12)]


def test_a_step_before_the_series_begins_changes_nothing():
    assert len(xmr([1, 2, 3], steps=[Step(-4, "moved"), Step(0, "moved"), Step(9, "to come")]).segments) == 1


def test_fewer_than_13_points_warn():
    assert xmr([1, 2] * 6).warnings == (
        "limits from 12 points are provisional; 13 or more are needed to trust them",
    )
    assert xmr([1, 2] * 6 + [1]).warnings == ()


def test_one_point_gets_no_limits_and_no_verdict():
    chart = xmr([3.0], better="higher", target=5)
    assert chart.variation == "cannot tell"
    assert chart.assurance is None
    assert chart.segments[0].mean is None


def test_the_verdict_is_that_of_the_last_published_point():
    chart = xmr([1, 2] * 7 + [9, np.nan], better="lower")
    assert (chart.last, chart.signal, chart.variation) == (14, "outside", "worsening")


def test_a_missing_period_gives_no_moving_range():
    assert xmr([1, 2, np.nan, 12, 13], screen=False).segments[0].upper == pytest.approx(7 + 2.66)


@pytest.mark.parametrize(
    ("kwargs", "sentence"),
    [
        ({"values": []}, "no values"),
        ({"values": [np.nan]}, "no values"),
        ({"values": [1, np.inf]}, "infinite"),
        ({"values": [1, 2], "better": "up"}, "higher, lower, neither"),
        ({"values": [1, 2], "periods": [2, 1]}, "out of order"),
        ({"values": [1, 2], "periods": [1]}, "one period for each value"),
    ],
)
def test_what_cannot_be_charted_is_refused_with_a_sentence(kwargs, sentence):
    with pytest.raises(ValueError, match=sentence):
        xmr(**kwargs)


def test_a_step_without_a_reason_is_refused():
    with pytest.raises(ValueError, match="needs a date and a reason"):
        Step(3, " ")


@given(WHOLE, st.integers(-1000, 1000), st.sampled_from([0.5, 2.0, 8.0]))
def test_moving_or_stretching_the_scale_moves_the_limits_and_no_signal(values, shift, scale):
    plain, moved = xmr(values, better="higher"), xmr([shift + scale * v for v in values], better="higher")
    assert (moved.signals, moved.directions, moved.variation) == (
        plain.signals,
        plain.directions,
        plain.variation,
    )
    before, after = plain.segments[0], moved.segments[0]
    assert [after.mean, after.lower, after.upper] == pytest.approx(
        [shift + scale * x for x in (before.mean, before.lower, before.upper)], abs=1e-8
    )


@given(WHOLE)
def test_turning_the_scale_over_turns_good_into_bad(values):
    chart, turned = xmr(values, better="higher"), xmr([-v for v in values], better="lower")
    assert (turned.signals, turned.variation) == (chart.signals, chart.variation)
    assert turned.directions == tuple(-direction for direction in chart.directions)


@given(st.floats(-1e6, 1e6), st.integers(2, 30))
def test_a_series_that_never_moves_is_never_unusual(value, length):
    assert set(xmr([value] * length).signals) == {""}


def charted(signals, directions, variation):
    return Spc((), signals, directions, len(signals) - 1, variation, None, True, ())


@pytest.mark.parametrize(
    ("signals", "before", "after"),
    [
        (("run", "outside", "run"), "rising", "nothing unusual"),
        (("run", "trend", "outside"), "rising", "rising"),
        (("outside", "run", ""), "nothing unusual", "nothing unusual"),
        (("outside", "run", ""), "cannot tell", "cannot tell"),
    ],
)
def test_without_runs_only_points_outside_speak(signals, before, after):
    found = without_runs(charted(signals, (1, -1, 1), before))
    kept = [signal == "outside" for signal in signals]
    assert found.signals == tuple("outside" if keep else "" for keep in kept)
    assert found.directions == tuple(way if keep else 0 for keep, way in zip(kept, (1, -1, 1), strict=True))
    assert (found.variation, found.last) == (after, 2)


def test_a_chart_says_whether_it_was_screened():
    chart = xmr([1, 2] * 7 + [9, -9])
    assert (chart.screened, xmr([1, 2], screen=False).screened) == (True, False)
    assert chart.directions[-2:] == (1, -1)


@pytest.mark.parametrize(
    ("newest", "better", "variation"),
    [
        (9, "higher", "improving"),
        (-9, "higher", "worsening"),
        (9, "neither", "rising"),
        (-9, "neither", "falling"),
        (1, "higher", "nothing unusual"),
    ],
)
def test_the_newest_point_is_named_by_what_is_better(newest, better, variation):
    assert xmr([1, 2] * 7 + [newest], better=better).variation == variation


def test_a_target_on_a_limit_is_hit_or_missed_and_without_limits_there_is_no_saying():
    lower, upper = xmr([1, 2] * 7).segments[0].limits
    for target in (lower, upper):
        assert xmr([1, 2] * 7, better="higher", target=target).assurance == "hit or miss"
    assert xmr([1, 2] * 7, better="higher", target=lower - 0.001).assurance == "consistently meets"
    assert xmr([1, np.nan, 2], better="higher", target=5).assurance is None


def test_the_target_is_held_to_the_newest_stretch_that_has_a_figure():
    values = [1, 2] * 7 + [11, 12] * 7
    chart = xmr(values, better="higher", target=6, steps=[Step(14, "new contract")])
    assert chart.assurance == "consistently meets"
    assert len(xmr([1, 2] * 3 + [11, 12] * 7, steps=[Step(6, "new contract")]).warnings) == 1
    leap = xmr([1, 2] * 7 + [9] + [11, 12] * 7, steps=[Step(15, "new contract")])
    assert leap.signals == leap.signals[:14] + ("outside",) + ("",) * 14
    assert leap.directions[14:16] == (1, 0)
    cut = xmr([*values[:14], np.nan, np.nan], better="higher", target=6, steps=[Step(14, "new contract")])
    assert (cut.last, cut.assurance) == (13, "consistently misses")


def test_limits_of_the_first_points_alone():
    chart = xmr([1, 2, 1, 90, 91, 90], fixed_after=3)
    assert chart.segments[0].limits == pytest.approx((4 / 3 - 2.66, 4 / 3 + 2.66))
    assert chart.signals == ("", "", "", "outside", "outside", "outside")


def test_a_table_is_no_series():
    with pytest.raises(ValueError, match="xmr has no values"):
        xmr([[1.0, 2.0], [3.0, 4.0]])
