"""How sure a gap and a change are said to be follows from what was tested and found."""

from dataclasses import replace

import pytest

from dashboard.methods.change.verdict import BEYOND, Change
from dashboard.statements.judgement import words
from dashboard.statements.judgement.sure_words import sure_of
from tests.statements.conftest import ENGLAND, REGION, yearly
from tests.statements.judgement.sentences import RARE, judged


@pytest.mark.parametrize(
    ("figures", "gap", "change"),
    [
        (
            {REGION: yearly(50, 51, 52, 53, 54, around=0.5), ENGLAND: yearly(60, first=2014)},
            "More than 99.8% sure of the gap",
            "Sure of the change",
        ),
        ({REGION: yearly(50, around=1), ENGLAND: yearly(60)}, "More than 99.8% sure", "cannot be tested"),
        (
            {REGION: yearly(50, around=1), ENGLAND: yearly(51.2)},
            "More than 95% sure of the gap, not 99.8%",
            "be tested",
        ),
        ({REGION: yearly(50, around=1), ENGLAND: yearly(50)}, "The gap may be chance", "cannot be tested"),
        (
            {REGION: yearly(50, 51, around=1)},
            "",
            "No change is clear, which does not mean that there is none.",
        ),
        (
            {REGION: yearly(*RARE, 56), ENGLAND: yearly(*[60] * 23)},
            "The gap is not tested",
            "Sure of the change",
        ),
        ({REGION: yearly(*RARE, 52), ENGLAND: yearly(*[60] * 23)}, "The gap is not tested", "no larger than"),
        ({REGION: yearly(*RARE[9:], 56), ENGLAND: yearly(*[60] * 14)}, "The gap", "Not sure of the change"),
        ({REGION: yearly(50), ENGLAND: yearly(60)}, "The gap is not tested", "cannot be tested"),
    ],
)
def test_how_sure_follows_from_what_was_tested_and_found(told, figures, gap, change):
    found = words.sure(judged(told, figures))
    assert found.startswith(gap)
    assert change in found


@pytest.mark.parametrize(
    ("lasting", "said"),
    [
        (0.998, "More than 99.8% sure of the gap: even the wider margin of error does not explain it."),
        (
            0.95,
            "More than 95% sure of the gap, not 99.8%: by the counts of its year alone it is beyond 99.8%",
        ),
        (
            None,
            "Not sure that the gap lasts: it is more than its counts explain, but such figures move so much",
        ),
    ],
)
def test_a_gap_that_a_year_can_make_is_not_called_sure_first(told, lasting, said):
    found = judged(told, {REGION: yearly(50, around=1), ENGLAND: yearly(60)})
    sure = words.sure(replace(found, against=replace(found.against, lasting=lasting)))
    assert sure.startswith(said)
    assert ("More than 99.8% sure" in sure) == (lasting == 0.998)


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("difference", "Sure of the gap and of the change: each is more than chance explains."),
        (
            "control chart",
            "Sure of the gap: it is more than its margin of error explains. Sure of",
        ),
    ],
)
def test_both_are_sure_in_one_sentence_where_both_were_held_to_margins_of_error(method, said):
    found = Change("worsening", -1, method, "", 0, scope=BEYOND)
    assert sure_of("beyond", BEYOND, found).startswith(said)
