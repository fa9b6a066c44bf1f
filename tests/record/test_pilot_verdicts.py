"""Pilots judged by synthetic control and differences, in plain words: none claims a cause."""

import time
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from dashboard.datastore.areas import Area
from dashboard.methods.evaluation.difference_in_differences import Estimate
from dashboard.pages.pilots import verdict_words as verdicts
from dashboard.pages.pilots import words
from dashboard.pages.pilots.evaluation import judged
from dashboard.record.kinds import Pilot
from dashboard.record.pilots.panel import PilotPanel, pilot_panel
from tests.methods.references import reference_json, reference_table
from tests.record.factories import INDICATOR, REGION


@pytest.fixture
def rate(site):
    """The employment rate: a percentage, higher is better."""
    return site.indicators[INDICATOR]


def panel(indicator, treated, donors, start, first=1970) -> PilotPanel:
    """A panel of yearly figures; places are named by their number."""
    treated, donors = np.atleast_2d(np.asarray(treated, dtype=float)), np.asarray(donors, dtype=float)
    places = tuple(Area(f"T{number}", f"Town {number}", "district") for number in range(len(treated)))
    others = tuple(Area(f"D{number}", f"Place {number}", "district") for number in range(len(donors)))
    periods = tuple(date(first + number, 1, 1) for number in range(treated.shape[1]))
    size = len(treated)
    sets = tuple(tuple(range(at, at + size)) for at in range(0, len(donors) - size + 1, size))
    return PilotPanel(indicator, places, others, periods, treated, donors, start, sets)


def estimate(verdict: str, lower: float | None, upper: float | None) -> Estimate:
    """A difference in differences with these limits; without them, one that fell by 1."""
    middle = -1.0 if lower is None else (lower + upper) / 2
    why = "the changes differ by no more than their margin of error"
    return Estimate(middle, None, lower, upper, 3, 30, 0, verdict, why)


def states(effect: float, treated: int = 1, count: int = 38) -> tuple[np.ndarray, np.ndarray]:
    """39 units over 31 years, as in the study of Proposition 99; the first moves by `effect` in year 20."""
    draw = np.random.default_rng(99)
    common = draw.normal(size=(2, 31)).cumsum(axis=1)
    table = (
        60
        + draw.uniform(0, 1, (count + treated, 2)) @ common * 3
        + draw.normal(scale=0.2, size=(count + treated, 31))
    )
    table[:treated] = table[treated + 4 : treated + 7].mean(axis=0) + draw.normal(
        scale=0.2, size=(treated, 31)
    )
    table[:treated, 19:] += effect
    return table[:treated], table[treated:]


def test_39_units_are_judged_with_all_placebos_within_three_seconds(rate):
    began = time.perf_counter()
    found = judged(panel(rate, *states(-8), 19))
    took = time.perf_counter() - began
    print(f"39 units with placebos: {took:.3f} s")
    assert took <= 3
    assert len(found.subjects[0].impact.placebo_gaps) == 38
    assert (found.verdict, found.subjects[0].impact.rank) == ("worse", 1)
    assert found.effect == pytest.approx(-8, abs=0.5)


def test_an_effect_of_nothing_cannot_be_told(rate):
    found = judged(panel(rate, *states(0), 19))
    assert found.verdict == "cannot tell"
    assert verdicts.verdict(found.verdict, found.reason).startswith(
        "Cannot tell whether it made a difference: "
    )


def test_the_basque_country_is_reproduced_through_the_page_of_a_pilot(rate):
    expected = reference_json("impact/expected.json")["basque"]["outcome_only_scm_nnls"]
    table = reference_table("impact/basque.csv").pivot(index="regionname", columns="year", values="gdpcap")
    basque = table.loc["Basque Country (Pais Vasco)"].to_numpy()
    donors = table.drop(index=["Basque Country (Pais Vasco)", "Spain (Espana)"])
    (subject,) = judged(panel(rate, basque, donors.to_numpy(), 15, 1955)).subjects
    impact = subject.impact
    weights = {name: w for name, w in zip(donors.index, impact.weights, strict=True) if w > 1e-4}
    assert weights == pytest.approx(expected["weights"], abs=1e-4)
    assert impact.effect == pytest.approx(expected["att_1970_1997"], abs=1e-6)
    assert impact.verdict == "cannot tell"


def test_card_and_krueger_are_reproduced_through_the_page_of_a_pilot(rate):
    stores = reference_table("impact/card_krueger_1994.csv")
    for column in stores.columns:
        stores[column] = stores[column].astype(float, errors="ignore")
    before = stores.EMPFT + 0.5 * stores.EMPPT + stores.NMGRS
    after = stores.EMPFT2 + 0.5 * stores.EMPPT2 + stores.NMGRS2
    both = before.notna() & after.notna()
    rows = np.column_stack([before[both], after[both]])
    jersey = (stores.STATE[both] == 1).to_numpy()
    found = judged(panel(rate, rows[jersey], rows[~jersey], 1, 1992))
    assert found.estimate.estimate == pytest.approx(2.75, abs=1e-9)
    assert found.estimate.error == pytest.approx(1.3423409769, abs=1e-9)
    assert (found.estimate.treated, found.estimate.others) == (309, 75)
    # Two periods cannot show that both moved alike before.
    assert found.verdict == "cannot tell"


def test_several_places_get_one_verdict_from_their_mean_against_groups_of_as_many(rate):
    found = judged(panel(rate, *states(6, treated=3, count=80), 19))
    assert [subject.name for subject in found.subjects][:2] == ["The mean of its 3 places", "Town 0"]
    assert (found.verdict, found.subjects[0].impact.rank) == ("better", 1)
    assert len(found.subjects[0].impact.sets) >= 19
    assert all(subject.impact.effect == pytest.approx(6, abs=0.5) for subject in found.subjects)
    assert [subject.impact.sets for subject in found.subjects[1:]] == [(), (), ()]  # no verdict of their own


def test_groups_of_untouched_places_lie_in_one_region_and_share_no_place(site):
    read = Pilot("t", "h", "o", INDICATOR, ("E08000001", "E08000002"), date(2019, 4, 1), "rise")
    found = pilot_panel(site, site.geography[REGION], read)
    regions = [
        {code for at in members for code in site.geography.within[found.others[at].code] if "E12" in code}
        for members in found.sets
    ]
    used = [at for members in found.sets for at in members]
    assert len(found.sets) > 100
    assert {len(members) for members in found.sets} == {2}
    assert {len(region) for region in regions} == {1}
    assert len(used) == len(set(used))


@pytest.mark.parametrize(
    ("word", "other", "said"),
    [
        ("better", estimate("better", 1, 2), ""),
        ("better", estimate("worse", -2, -1), "; but against all other places it did worse."),
        ("cannot tell", estimate("better", 1, 2), "; though against all other places it did better."),
        ("cannot tell", estimate("cannot tell", -1, 2), ""),
        (
            "better",
            estimate("cannot tell", -1, 2),
            "; but against all other places nothing can be told, as the changes differ by no more than their "
            "margin of error.",
        ),
        (
            "better",
            estimate("cannot tell", None, None),
            "; but against the average of all other places its change points the other way.",
        ),
    ],
)
def test_another_design_that_disagrees_is_said_in_the_same_sentence(word, other, said):
    sentence = verdicts.verdict(word, "as measured", verdicts.disagreement(word, 1.0, other))
    assert sentence == f"{verdicts.VERDICTS[word]}: as measured{said or '.'}"


def test_no_verdict_claims_a_cause():
    told = " ".join([*verdicts.VERDICTS.values(), verdicts.portfolio(["better"]), words.HOW_SYNTHETIC])
    assert "made things" not in told
    assert "it worked" not in told
    assert "by more than 19 of 20 untouched places" in verdicts.VERDICTS["better"]


def test_with_fewer_than_nineteen_others_nothing_can_be_told(rate):
    treated, donors = states(-8)
    found = judged(panel(rate, treated, donors[:18], 19))
    assert found.reason == "18 untouched places to compare with are too few; 19 are needed"


def test_places_outside_the_combined_authority_are_compared_with(site):
    read = Pilot("t", "h", "o", INDICATOR, ("E08000003",), date(2019, 4, 1), "rise")
    found = pilot_panel(site, site.geography[REGION], read)
    inside = {area.code for area in site.geography.members(REGION)}
    assert not {area.code for area in found.others} & inside
    assert found.periods[found.start] == date(2019, 1, 1)  # the year in which it began
    everyone = pilot_panel(site, site.geography[REGION], replace(read, donors="all"))
    assert len(everyone.others) == len(found.others) + 9


def test_differences_are_in_points_or_in_the_unit(site, rate):
    pay = replace(site.indicators["employment/weekly_pay"], decimals=2)
    assert words.difference(rate, -1.24) == "−1.2 percentage points"
    assert words.difference(pay, 12.3) == "+£12.30"
    assert words.difference(rate, 0.001) == "0.0 percentage points"
