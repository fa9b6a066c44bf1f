"""An import is asked what the forms ask: what none of them could have made is not taken."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.record.forms import FORMS
from dashboard.record.forms.promise import MOST_STAGES
from dashboard.record.import_rules import LONGEST_ANSWER, check
from dashboard.record.kinds import RECORD_KINDS, Evidence, RecordedFigure
from dashboard.record.store import Record
from dashboard.record.transfer import ImportRefused, exported, take
from dashboard.record.typed import Unreadable
from dashboard.settings import Settings
from tests.record.factories import EACH, REGION, decision

TEXTS = ("text", "words")
ASKED = [
    (kind, field)
    for kind, form in FORMS.items()
    for field in (*form.FIELDS, *getattr(form, "AFTERWARDS", ()))
    if hasattr(EACH[kind], field.name)
]


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_what_the_forms_take_is_imported(kind):
    check(EACH[kind])


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind, field in ASKED if field.missing and field.kind in TEXTS]
)
def test_what_every_form_asks_for_is_not_imported_without_it(kind, field):
    with pytest.raises(Unreadable, match=f"its {field.name}: {field.missing}"):
        check(replace(EACH[kind], **{field.name: "  "}))


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, field in ASKED if field.kind in TEXTS])
def test_what_is_too_long_for_its_form_is_not_imported(kind, field):
    if isinstance(getattr(EACH[kind], field.name), str):
        with pytest.raises(Unreadable, match=f"must be {field.longest} characters or fewer"):
            check(replace(EACH[kind], **{field.name: "x" * (field.longest + 1)}))


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind, field in ASKED if field.kind == "pounds"]
)
@pytest.mark.parametrize("pounds", [-1.0, 2e11])
def test_a_sum_that_its_form_refuses_is_not_imported(kind, field, pounds):
    with pytest.raises(Unreadable, match=f"its {field.name}: .* cannot be (below £0|over £100 billion)"):
        check(replace(EACH[kind], **{field.name: pounds}))


@pytest.mark.parametrize(
    ("kind", "changed", "said"),
    [
        ("decision", {"day": date(1999, 12, 31)}, "its day: .* must be between 2000 and 2100"),
        ("decision", {"review": date(2026, 5, 1)}, "its review: .* must be after the date of the decision"),
        ("decision", {"reviewed": date(2026, 4, 30)}, "its reviewed: .* must not be before"),
        ("decision", {"expected": "soar"}, "its expected: .*: choose one of the list"),
        ("event", {"day": date(2101, 1, 1)}, "its day: .* must be between 2000 and 2100"),
        ("decision", {"cost": 5.0}, "its funding: Enter who pays"),
        ("decision", {"reviewed": date(2026, 6, 1)}, "its learned: Enter what the review found"),
        ("pilot", {"end": date(2026, 12, 31)}, "its end: Last day must not be before the first"),
        ("pilot", {"area_codes": ()}, "its area_codes: Select at least one place"),
        ("pilot", {"donors": "none"}, "its donors: .*: choose one of the list"),
        ("pilot", {"stamp": "befor"}, "its stamp: “befor” is none of before, began, out"),
        ("pilot", {"payer": ""}, "its payer: Enter who pays"),
        ("pilot", {"optimism": 201.0}, "its optimism: .* between 0 and 200"),
        ("pilot", {"years": 2.5}, "its years: .* a whole number"),
        (
            "pilot",
            {"benefit": None},
            "its years: Enter the benefit a year and for how many years, or neither",
        ),
        ("idea", {"stop_rule": ""}, "its stop_rule: .* to be settled first"),
        ("idea", {"state": "dropped"}, "its lesson: Enter what was learnt"),
        ("action", {"status": "done"}, "its evidence: Enter a link"),
        ("action", {"evidence": "javascript:alert(1)"}, "its evidence: .* must begin with"),
        ("answer", {"answer": ""}, "its answer: Enter the answer"),
        ("answer", {"questions": ()}, "its questions: Select at least one question"),
        ("answer", {"state": "looking"}, "its published: Only what is answered"),
        ("alert", {"channel": "pigeon"}, "its channel: .*: choose one of the list"),
        ("alert", {"to": "http://169.254.169.254/"}, "its to: Enter one e-mail address"),
        ("composition", {"sections": ("map", "map")}, "its sections: Each section stands once"),
        ("promise", {"source": "ftp://example.org"}, "its source: .* must begin with"),
        ("promise", {"day": date(2023, 9, 24)}, "its stage_1_due: Stage 1: must be due after"),
        ("promise", {"stages": ()}, "its stage_1_name: Enter what is then done"),
        ("promise", {"stages": EACH["promise"].stages * 6}, "its stages: there are 6, and 5 are taken"),
        ("target", {"indicator": ""}, "its indicator: Select an indicator"),
        ("pilot", {"stamp": "x" * 50}, "its stamp: “x{40}” is none of"),
        ("alert", {"about": "x" * 4001}, "its about: it has 4001 letters"),
    ],
)
def test_answers_that_do_not_go_together_are_not_imported(kind, changed, said):
    with pytest.raises(Unreadable, match=said):
        check(replace(EACH[kind], **changed))


EXPECTING = {"indicator": "employment/employment_rate", "area_code": REGION}


@pytest.mark.parametrize(
    "changed", [EXPECTING, EXPECTING | {"expected": "none"}, {"expected": "none"}, {"expected": "rise"}]
)
def test_a_figure_and_what_is_expected_of_it_are_imported_together_or_not_at_all(changed):
    check(decision(**EXPECTING, expected="rise"))
    with pytest.raises(
        Unreadable, match=r"its expected: it is one of rise, fall, hold|its indicator: Select"
    ):
        check(decision(**changed))


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//example.org/", "https://example.org/", "http://[::1", "/\\example.org", ""],
)
def test_evidence_that_leads_elsewhere_is_not_imported(address):
    with pytest.raises(Unreadable, match=r"its evidence: “.*” is no address of a page here"):
        check(decision(evidence=(view(address),)))


def test_of_a_long_address_its_beginning_is_told():
    with pytest.raises(Unreadable, match=r"its evidence: “https://example\.org/x{20}” is no address"):
        check(decision(evidence=(view(f"https://example.org/{'x' * 3000}"),)))


def view(address, seen=date(2026, 5, 1)):
    return Evidence(address, "A view", seen, "s")


OUTSIDE = [date(1, 1, 1), date(1899, 12, 31), date(2101, 1, 1), date(9999, 12, 31)]


@pytest.mark.parametrize("day", OUTSIDE)
def test_a_kept_figure_of_no_period_that_can_be_is_not_imported(day):
    with pytest.raises(Unreadable, match=r"its days: .* is not between 1900 and 2100"):
        check(replace(EACH["target"], baseline=RecordedFigure(day, 71.0, "s")))


@pytest.mark.parametrize("day", OUTSIDE)
def test_a_view_of_no_day_that_can_be_is_not_imported(day):
    with pytest.raises(Unreadable, match=r"its days: .* is not between 1900 and 2100"):
        check(decision(evidence=(view("/theme/employment"), view("/theme/employment", day))))


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2100, 12, 31)])
def test_the_first_and_the_last_day_that_can_be_are_imported(day):
    check(decision(evidence=(view("/theme/employment", day),)))


def test_a_number_is_imported_however_small_it_is():
    check(replace(EACH["pilot"], optimism=0.00001, cost=0.01))


def test_what_no_form_could_have_made_stops_the_whole_import(tmp_path):
    record, other = (Record.open(Settings(data=tmp_path / name)) for name in ("one", "other"))
    record.add("event", REGION, EACH["event"], "Ann")
    record.add("decision", REGION, decision(cost=-1.0), "Ann")
    said = r"version number \d in the file cannot be read: its cost: Cost cannot be below £0"
    with pytest.raises(ImportRefused, match=said):
        take(other, exported(record))
    assert other.everything() == []


def test_no_form_takes_a_longer_answer_than_the_longest(site):
    asked = [form.fields(site, site.geography[REGION], EACH[kind]) for kind, form in FORMS.items()]
    assert max(field.longest for fields in asked for field in fields) == LONGEST_ANSWER


def test_the_limits_themselves_are_taken():
    about = "x" * LONGEST_ANSWER
    check(replace(EACH["alert"], about=about))
    check(replace(EACH["promise"], stages=EACH["promise"].stages * MOST_STAGES))
    with pytest.raises(Unreadable, match=rf"its about: it has {4000 + 1} letters, and 4000 are taken"):
        check(replace(EACH["alert"], about=f"{about}x"))
