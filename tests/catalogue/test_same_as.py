"""Words that are another indicator's to the letter stand in that one's file, and are taken from there."""

from collections import defaultdict
from datetime import date

import pytest

from dashboard.catalogue.indicator import Break
from dashboard.catalogue.indicators import InvalidIndicator, read_indicator, read_parts, taken_from
from dashboard.catalogue.same_as import KEYS
from tests.conftest import ROOT

THEFT = """/*
title = "Theft"
question = "How much is stolen?"
unit = "thefts"
period = "calendar year"
better = "lower"
audience = "public"
decimals = 0
owner = "Team"
reviewed = 2026-01-01
method = "Counted."
caveat = "Recorded crime only."
breaks = [{ since = 2020-01-01, reason = "Counted anew." }]
*/
SELECT area_code, period, value FROM crimes
"""


@pytest.fixture
def write(tmp_path):
    """write(name, old=new, ...) -> the path of a file as that of theft, with these lines changed."""

    def write(name, **lines):
        said = {line.split(" = ")[0]: line for line in THEFT.splitlines() if " = " in line}
        said |= {key: f"{key} = {value}" for key, value in lines.items()}
        path = tmp_path / f"{name}.sql"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(["/*", *(line for line in said.values()), "*/", "SELECT 1"]), "utf-8")
        return path

    return write


def test_the_words_of_another_are_those_of_both(write):
    write("people/theft")
    taken = '{ same_as = "people/theft" }'
    fires = read_indicator(write("housing/fires", title='"Fires"', caveat=taken, breaks=taken))
    assert (fires.title, fires.caveat) == ("Fires", "Recorded crime only.")
    assert fires.breaks == (Break(date(2020, 1, 1), "Counted anew."),)


NO_FILE = "name in caveat.same_as an indicator that there is, theme/name, not"
UNSAID = "name in {0}.same_as an indicator that says its {0} itself, which {1} does not"


@pytest.mark.parametrize(
    ("key", "other", "sentence"),
    [
        ("caveat", '"people/thefts"', f"{NO_FILE} 'people/thefts'"),
        ("caveat", '"../secret/theft"', f"{NO_FILE} '../secret/theft'"),
        ("caveat", "3", f"{NO_FILE} 3"),
        ("caveat", '"people/torn"', f"{NO_FILE} 'people/torn'"),
        ("elsewhere", '"people/theft"', UNSAID.format("elsewhere", "people/theft")),
        ("caveat", '"people/second"', UNSAID.format("caveat", "people/second")),
        ("caveat", '"housing/fires"', UNSAID.format("caveat", "housing/fires")),
        (
            "caveat",
            '"people/inside"',
            "write its caveat, for people/inside is not public and neither are its words",
        ),
        ("method", '"people/theft"', "write method as str, not {'same_as': 'people/theft'}"),
    ],
)
def test_words_that_cannot_be_taken_are_refused_in_one_sentence(write, tmp_path, key, other, sentence):
    write("people/theft")
    write("people/second", caveat='{ same_as = "people/theft" }')
    write("people/inside", audience='"office"')
    write("people/torn").write_text("SELECT 1", "utf-8")
    (tmp_path.parent / "secret").mkdir(exist_ok=True)
    (tmp_path.parent / "secret" / "theft.sql").write_text(THEFT, "utf-8")
    with pytest.raises(InvalidIndicator) as refusal:
        read_indicator(write("housing/fires", **{key: f"{{ same_as = {other} }}"}))
    assert str(refusal.value) == f"queries/housing/fires.sql: {sentence}"


def test_the_office_may_take_the_words_of_its_own(write):
    write("people/inside", audience='"office"')
    taken = write("housing/fires", audience='"office"', caveat='{ same_as = "people/inside" }')
    assert read_indicator(taken).caveat == "Recorded crime only."


def test_who_takes_the_words_of_an_indicator_is_known(write, tmp_path):
    taken = '{ same_as = "people/theft" }'
    write("people/theft")
    write("people/fraud", caveat=taken)
    write("housing/fires", caveat=taken, breaks=taken)
    assert taken_from(tmp_path, "people/theft") == {
        "caveat": ["housing/fires", "people/fraud"],
        "breaks": ["housing/fires"],
    }
    assert taken_from(tmp_path, "people/fraud") == {}


def test_no_words_that_can_be_taken_stand_in_two_files():
    """A second copy is corrected once and stays wrong once: say same_as in one of them."""
    stand = defaultdict(list)
    for path in sorted((ROOT / "queries").glob("*/*.sql")):
        said, _ = read_parts(path)
        for key in KEYS:
            if key in said and "same_as" not in said[key]:
                stand[key, str(said[key])].append(f"{path.parent.name}/{path.stem}")
    assert [files for files in stand.values() if len(files) > 1] == []
