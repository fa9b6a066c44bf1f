"""Words of what changed: one area and many, each kind of change, and what is said now instead of before."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.datastore.areas import Area
from dashboard.statements.changed import words
from dashboard.statements.changed.between import Changes, ChangesQuery
from dashboard.statements.changed.compared import CHANGE_KINDS, AreaChange, DatedFigure, IndicatorChange
from dashboard.statements.changed.promised import EVENTS

ASH, BEECH = Area("E08000001", "Ash", "district"), Area("E08000002", "Beech", "district")
NOW, BEFORE = DatedFigure(date(2020, 1, 1), 36.2), DatedFigure(date(2019, 1, 1), 36.0)


@pytest.fixture
def output(indicators):
    return replace(
        indicators["economy/gva_per_hour"], title="Output", prefix="£", decimals=1, period="calendar year"
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("first", "first figures held here, up to 2020, for {}"),
        ("period", "figures for 2020 are out for {}"),
        ("rebased", "figures are counted otherwise than before, for {}"),
        ("revised", "figures were revised for {}"),
        ("gone", "no figure is held any more for {}"),
    ],
)
def test_what_changed_is_told_by_its_kind_with_the_number_of_areas(output, kind, said):
    one = AreaChange(ASH, kind, NOW, BEFORE)
    headline = words.headline_of(IndicatorChange(output, date(2026, 1, 1), (one,)))
    assert headline == said.format("1 area")
    both = IndicatorChange(output, date(2026, 1, 1), (one, replace(one, area=BEECH)))
    assert words.headline_of(both) == said.format("2 areas")
    assert words.title_of(both) == f"Output: {said.format('2 areas')}"


def test_areas_of_another_kind_are_not_counted(output):
    changes = (
        AreaChange(ASH, "period", NOW, BEFORE),
        AreaChange(BEECH, "period", replace(NOW, period=date(2021, 1, 1)), BEFORE),
        AreaChange(BEECH, "revised", replace(NOW, period=date(2025, 1, 1)), BEFORE),
    )
    found = IndicatorChange(output, date(2026, 1, 1), changes)
    assert words.headline_of(found) == "figures for 2021 are out for 2 areas"


@pytest.mark.parametrize(
    ("turned", "said", "words_"),
    [
        (0, 0, ""),
        (1, 0, "; the revision turned 1 statement round"),
        (2, 0, "; the revision turned 2 statements round"),
        (0, 1, "; 1 statement changed"),
        (0, 2, "; 2 statements changed"),
        (1, 1, "; the revision turned 1 statement round; 1 statement changed"),
    ],
)
def test_statements_that_changed_are_counted_and_those_turned_round_apart(output, turned, said, words_):
    plain = AreaChange(ASH, "revised", NOW, BEFORE)
    areas = [replace(plain, statement="A.", turned_to="A.")] * turned + [
        replace(plain, statement="A.")
    ] * said
    found = IndicatorChange(output, date(2026, 1, 1), tuple(areas or [plain]))
    assert words.headline_of(found).partition("area")[2].removeprefix("s") == words_


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "gone", "now": None}, "Ash: no figure any more; before, £36.0 in 2019."),
        ({"kind": "first", "before": None},
         "Ash: £36.2 in 2020. Nothing earlier is held to compare it with."),
        ({"kind": "period"}, "Ash: £36.2 in 2020; before, £36.0 in 2019."),
        ({"kind": "period", "revised": 1}, "Ash: £36.2 in 2020; before, £36.0 in 2019. 1 earlier figure was "
         "revised."),
        ({"kind": "period", "revised": 2}, "Ash: £36.2 in 2020; before, £36.0 in 2019. 2 earlier figures "
         "were revised."),
        ({"kind": "revised", "revised": 1, "before": DatedFigure(NOW.period, 36.0)},
         "Ash: £36.2 in 2020; it was £36.0."),
        ({"kind": "revised", "revised": 2, "before": NOW}, "Ash: £36.2 in 2020, as before. 2 earlier figures "
         "were revised."),
        ({"kind": "revised", "now": None}, "Ash: £36.0 in 2019."),
        ({"kind": "revised", "before": None}, "Ash: £36.2 in 2020."),
        ({"kind": "rebased"}, "Ash: £36.2 in 2020; before, £36.0 in 2019. The figures count otherwise than "
         "before, so the two cannot be compared."),
        ({"kind": "period", "statement": "Up.", "statement_before": "Down."},
         "Ash: £36.2 in 2020; before, £36.0 in 2019. Now said: Up. Said before: Down."),
        ({"kind": "period", "turned_to": "Up.", "turned_from": "Down."}, "Ash: £36.2 in 2020; before, £36.0 "
         "in 2019. Revised figures alone turn it round. Of the periods known before they say: Up. The "
         "edition before said: Down."),
        ({"kind": "revised", "statement": "Up.", "statement_before": "Down.", "turned_to": "Up.",
          "turned_from": "Down."},
         "Ash: £36.2 in 2020; before, £36.0 in 2019. Now said: Up. Said before: Down."),
    ],
)  # fmt: skip
def test_an_area_is_told_with_what_its_figure_was(output, change, said):
    item = AreaChange(**{"area": ASH, "now": NOW, "before": BEFORE} | change)
    assert words.area_sentence(output, item) == said
    assert words.sentences_of(IndicatorChange(output, date(2026, 1, 1), (item,))) == (said,)


def changes(indicator="", found=0, undated=0, of=5):
    asked = ChangesQuery(ASH, date(2026, 1, 1), date(2026, 2, 1), indicator=indicator)
    return Changes(asked, (None,) * found, (), (), (), undated, of)


@pytest.mark.parametrize(
    ("indicator", "found", "said"),
    [
        ("", 0, "Nothing was recorded as new or revised"),
        ("", 1, "1 indicator has changed"),
        ("", 2, "2 indicators have changed"),
        ("a/b", 0, "Nothing was recorded as new or revised"),
        ("a/b", 1, "1 edition changed figures here"),
        ("a/b", 2, "2 editions changed figures here"),
    ],
)
def test_how_much_changed_is_counted_in_indicators_or_editions(indicator, found, said):
    assert words.summary(changes(indicator, found)) == f"{said} between 1 January 2026 and 1 February 2026."


def test_what_has_no_day_is_counted_where_there_is_any():
    assert words.undated(changes()) == ""
    assert words.undated(changes(undated=2)).startswith(
        "For 2 of 5 indicators the day on which their figures "
    )


def test_each_kind_and_event_has_its_name():
    assert words.DECIDED == {
        "taken": "Decided", "changed": "Changed", "reviewed": "Reviewed", "withdrawn": "Withdrawn"
    }  # fmt: skip
    assert CHANGE_KINDS == {
        "first": "First figures held", "period": "A later period", "rebased": "Counted otherwise",
        "revised": "Figures revised", "gone": "No longer here",
    }  # fmt: skip
    assert EVENTS == {
        "made": "Promised", "changed": "Promise changed", "withdrawn": "Promise withdrawn",
        "reached": "Stage reached", "back": "Stage fallen back", "missed": "Stage not reached by its date",
        "recounted": "Stage whose figures are counted otherwise",
    }  # fmt: skip
