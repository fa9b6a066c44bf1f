"""Two hundred questions written before the parser: no wrong figure, every unanswerable one refused with its
reason. What is right comes from the datastore, by a query of this test's own."""

import time
import tomllib
from functools import cache
from pathlib import Path

import pytest

from dashboard.exports.figure_text import rounded
from tests.speed import allowed

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
ANSWERABLE = [*QUESTIONS["answered"], *QUESTIONS["slips"], *QUESTIONS["awkward"]]
MORE = tomllib.loads((Path(__file__).parent / "more_questions.toml").read_text("utf-8"))
BLIND = tomllib.loads((Path(__file__).parent / "blind_questions.toml").read_text("utf-8"))
FASTEST = 0.15  # seconds that an answer may take at the server


@pytest.fixture(scope="module")
def rows(site):
    """rows(indicator) -> {(code, first day): value}, as the indicator's own SELECT gives them."""

    @cache
    def rows(name):
        sql = f"SELECT area_code, period, value FROM ({site.indicators[name].sql}) WHERE value IS NOT NULL"  # noqa: S608 - ours
        return {(code, str(day)[:10]): value for code, day, value in site.store.rows(sql)}

    return rows


def _codes(site, names):
    named = sorted(site.geography.areas.values(), key=lambda area: area.level != "city_region")
    return [next(area.code for area in named if area.name == name) for name in names]


def _fault(site, ask, rows, kind, indicator, names, text, period=""):
    """What is wrong with the answer to `text`; "" where nothing is, "refused" where it was refused."""
    found, codes = ask(text), _codes(site, names)
    if found.state == "refused":
        return "refused"
    for figure in found.figures:
        if (figure.area_code, figure.period) not in rows(indicator) and kind != "then":
            return f"{figure} is in no row"
        if kind != "then" and rounded(rows(indicator)[figure.area_code, figure.period]) != figure.value:
            return f"{figure} is another figure"
        if figure.indicator != indicator or (figure.shown not in found.sentence and kind != "change"):
            return f"{found.sentence}: {figure}"
    given = [figure.area_code for figure in found.figures]
    if kind in ("highest", "lowest"):
        return _end_fault(site, rows(indicator), codes[0], found.figures, max if kind == "highest" else min)
    if given != codes:
        return f"{given} for {codes}"
    return _period_fault(rows(indicator), found.figures, kind, period)


def _end_fault(site, held, region, figures, side):
    day = figures[0].period
    inside = {area.code for area in site.geography.members(region)}
    values = [value for (code, when), value in held.items() if when == day and code in inside]
    return (
        "" if rounded(side(values)) in {figure.value for figure in figures} else f"the end is {side(values)}"
    )


def _period_fault(held, figures, kind, period):
    if kind == "then":
        late = [figure for figure in figures if figure.period > period]
        return f"{late} was to come" if late else ""
    if period:
        return (
            ""
            if all(f.period_label in (period, period.replace("1 Jul", "30 Jun")) for f in figures)
            else f"{figures} not of {period}"
        )
    newest = {code: max(day for c, day in held if c == code) for code in (f.area_code for f in figures)}
    if kind == "compare":
        shared = set.intersection(*({day for c, day in held if c == code} for code in newest))
        newest = dict.fromkeys(newest, max(shared))
    stale = [figure for figure in figures if figure.period != newest[figure.area_code]]
    return f"{stale} is not the newest" if stale else ""


def _faults(site, ask, rows, questions):
    for text, kind, indicator, names, *period in questions:
        if fault := _fault(site, ask, rows, kind, indicator, names, text, *period):
            yield text, fault


def test_a_question_of_each_kind_gets_the_figure_that_the_datastore_holds(site, ask, rows):
    assert list(_faults(site, ask, rows, ANSWERABLE[0:120:13])) == []


@pytest.mark.full
def test_no_answer_holds_a_wrong_figure_and_few_of_those_that_can_be_answered_are_refused(site, ask, rows):
    faults = list(_faults(site, ask, rows, ANSWERABLE))
    assert [fault for fault in faults if fault[1] != "refused"] == []
    assert len(faults) <= 0.15 * len(ANSWERABLE)


def test_what_cannot_be_answered_is_refused_and_the_reason_is_the_right_one(ask):
    assert len(QUESTIONS["refused"]) >= 200 / 3
    found = [(text, reason, ask(text)) for text, reason in QUESTIONS["refused"]]
    unrefused = [(text, said) for text, _, said in found if said.state != "refused" or not said.sentence]
    assert unrefused == []
    assert [(text, said.reason) for text, reason, said in found if said.reason != reason] == []
    assert not any(said.figures for _, _, said in found)


@pytest.mark.full
def test_an_answer_takes_no_longer_than_a_blink(ask):
    """Of the figures in memory: what a first reader waits for is the indicator's one query. One of three
    tries is enough, since other tests may run beside."""
    texts, most = [text for text, *_ in (*ANSWERABLE, *QUESTIONS["refused"])], allowed(FASTEST)
    assert [text for text in texts if all(_seconds(ask, text) > most for _ in range(3))] == []


def _seconds(ask, text):
    start = time.process_time()
    ask(text)
    return time.process_time() - start


@pytest.mark.full
def test_sixty_questions_that_were_put_blind_are_answered_right_or_refused(site, ask, rows):
    answerable = [*MORE["answered"], *MORE["slips"], *MORE["awkward"]]
    faults = list(_faults(site, ask, rows, answerable))
    assert [fault for fault in faults if fault[1] != "refused"] == []
    assert len(faults) <= 0.15 * len(answerable)
    assert [text for text in MORE["refused"] if ask(text).state != "refused"] == []


@pytest.mark.full
def test_a_hundred_more_blind_questions_are_answered_right_asked_back_or_refused(site, ask, rows):
    assert list(_faults(site, ask, rows, BLIND["answered"])) == []
    assert [(text, ask(text).reason) for text, reason in BLIND["refused"] if ask(text).reason != reason] == []
    for text in BLIND["asked"]:
        assert (ask(text).reason, ask(text).figures) == ("ambiguous", ())
        assert len(ask(text).options) > 1
