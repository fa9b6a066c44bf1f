"""Over untouched places a pilot gets a verdict at most 1 time in 20: a sample, and in soak a third of all."""

from itertools import islice

import numpy as np
import pytest

from tests.trials.placebo_pilots import Trial, districts, summed, trials


def sampled(site, count, size, shifts=(0,)):
    """`count` districts, drawn anew for every indicator."""
    places = districts(site)
    for number, indicator in enumerate(site.indicators.values()):
        draw = np.random.default_rng(number)
        chosen = [places[at] for at in draw.choice(len(places), min(count, len(places)), replace=False)]
        yield from trials(site, indicator, chosen, size, number, shifts)


def test_rates_are_of_all_and_of_those_that_could_be_judged():
    made = [Trial("a/b", 1, True, (True, True)), Trial("a/b", 1, True, (False, True))]
    made += [Trial("a/b", 1, False, (False, False))] * 2
    assert summed(made) == (4, 2, (1, 2))


@pytest.mark.full
@pytest.mark.parametrize("size", [1, 3])
def test_a_sample_of_untouched_places_gets_no_more_verdicts_than_one_in_twenty_allows(site, size):
    every, could, (told,) = summed(islice(sampled(site, 2, size), 20))
    print(f"untouched pilots in {size} places: {told} verdicts on {could} judged of {every}")
    assert could >= 10
    assert told <= 4  # 20 draws of one in twenty give 5 or more 3 times in 1,000


@pytest.mark.soak
@pytest.mark.parametrize("size", [1, 3])
def test_untouched_places_of_every_indicator_get_a_verdict_at_most_one_time_in_twenty(site, size):
    every, could, told = summed(sampled(site, 60, size, (0, 2, 3)))
    rates = [count / could for count in told]
    print(
        f"untouched pilots in {size} places: {could} judged of {every}; verdicts unmoved {rates[0]:.1%}"
        f", with two standard deviations {rates[1]:.0%}, with three {rates[2]:.0%}"
    )
    # Counted over 2,000 pilots one in twenty may come out as 6.1% (two standard errors).
    assert told[0] / every <= 0.05
    assert rates[0] <= 0.05 + 2 * (0.05 * 0.95 / could) ** 0.5
