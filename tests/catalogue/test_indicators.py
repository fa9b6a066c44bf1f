"""An indicator is one file; a bad file is refused with a sentence that says what to do."""

from datetime import date

import pytest

from dashboard.catalogue.indicators import InvalidIndicator, load_indicators, read_indicator

METADATA = {
    "title": '"Homes gained"',
    "question": '"Are we building enough homes?"',
    "unit": '"homes per 1,000 homes"',
    "period": '"financial year"',
    "better": '"higher"',
    "audience": '"public"',
    "decimals": "1",
    "owner": '"Housing team"',
    "reviewed": "2026-10-01",
    "method": '"As published."',
    "caveat": '"Rounded by the publisher."',
}
SELECT = "SELECT area_code, period, value FROM homes"


@pytest.fixture
def write(tmp_path):
    def write(name="housing/homes_gained", sql=SELECT, **changes):
        metadata = {key: value for key, value in (METADATA | changes).items() if value is not None}
        path = tmp_path / f"{name}.sql"
        path.parent.mkdir(exist_ok=True)
        block = "\n".join(f"{key} = {value}" for key, value in metadata.items())
        path.write_text(f"/*\n{block}\n*/\n{sql}\n")
        return path

    return write


def test_a_file_becomes_an_indicator_named_by_its_place(write):
    indicator = read_indicator(write())
    assert (indicator.id, indicator.title, indicator.sql) == ("housing/homes_gained", "Homes gained", SELECT)
    assert indicator.period_label(date(2024, 4, 1)) == "2024/25"


def test_what_follows_from_the_counts_of_a_select_is_summed_too(write):
    said = {"from_counts": "true", "sum_of": '"district"', "statistic": '"proportion"'}
    sql = read_indicator(write(**said)).sql
    assert sql.index(SELECT) < sql.index("100.0 * numerator") < sql.index("100.0 * SUM(published.numerator)")


def test_a_file_that_notepad_saved_is_the_same_indicator(write):
    plain, path = read_indicator(write()), write()
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_indicator(path) == plain


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"better": None, "owner": None}, "add better, owner to its metadata"),
        ({"better": '"bigger"'}, "set better to one of: higher, lower, neither"),
        ({"decimals": '"one"'}, "write decimals as int, not 'one'"),
        ({"title": '" "'}, "fill in title"),
        ({"groups": '{ group = "men" }'}, "give groups the texts group and others"),
        ({"groups": '{ group = "men", others = "women", better = "more" }'}, "better (higher or lower)"),
        ({"colour": '"red"'}, "remove colour, which is no metadata key"),
        ({"sql": ""}, "add a SELECT after the metadata"),
        ({"name": "planning/homes"}, "move the file into a theme"),
        ({"name": "housing/Homes-Gained"}, "rename the file to lower case words joined by _"),
        (
            {"sum_of": '"streets"', "statistic": '"count"'},
            "set sum_of to one of: district, authority, msoa, lsoa",
        ),
        (
            {"sum_of": '"district"'},
            "remove sum_of, or set statistic to one of: count, proportion, rate, ratio",
        ),
        (
            {"sum_of": '"district"', "statistic": '"rate"'},
            "set per, what the rate is per, for sum_of multiplies by it",
        ),
        (
            {"from_counts": "true"},
            "remove from_counts, or set statistic to one of: proportion, rate, ratio",
        ),
        (
            {"from_counts": "true", "statistic": '"ratio"'},
            "set per, what the rate is per, for from_counts multiplies by it",
        ),
        (
            {
                "from_counts": "true",
                "statistic": '"proportion"',
                "groups": '{ group = "men", others = "women" }',
            },
            "remove from_counts or groups, for a gap is made of two values",
        ),
        ({"carried_from": '"lsoa01"'}, "set carried_from to one of: lsoa11, district"),
        (
            {"carried_from": '"lsoa11"', "sum_of": '"lsoa"', "statistic": '"count"'},
            "remove sum_of or carried_from, for what is carried is no count",
        ),
        ({"title": f'"{41 * "x"}"'}, "shorten title, which has 41 characters, to 40 at most"),
        ({"breaks": "3"}, "give each of its breaks a since date and a reason"),
        ({"breaks": "[{since = 2020-01-01}]"}, "give each of its breaks a since date and a reason"),
    ],
)
def test_a_bad_file_is_refused_by_name_with_what_to_do(write, changes, sentence):
    path = write(**changes)
    with pytest.raises(InvalidIndicator) as refusal:
        read_indicator(path)
    assert str(refusal.value).startswith(f"queries/{path.parent.name}/{path.name}: ")
    assert sentence in str(refusal.value)


def test_all_faults_of_a_file_are_told_at_once(write):
    path = write(name="housing/Homes", owner=None, better='"bigger"', decimals='"one"', sql="")
    with pytest.raises(InvalidIndicator) as refusal:
        read_indicator(path)
    assert str(refusal.value) == (
        "queries/housing/Homes.sql: rename the file to lower case words joined by _; "
        "add owner to its metadata; set better to one of: higher, lower, neither; "
        "write decimals as int, not 'one'; add a SELECT after the metadata"
    )


def test_all_bad_files_are_told_at_once_each_in_a_line(write, tmp_path):
    write("housing/good")
    write("housing/nameless", title=None)
    write("housing/torn").write_bytes(b"/*\xff*/")
    write("skills/plain").write_text(SELECT)
    with pytest.raises(InvalidIndicator) as refusal:
        load_indicators(tmp_path)
    assert str(refusal.value).splitlines() == [
        "queries/housing/nameless.sql: add title to its metadata",
        "queries/housing/torn.sql: save the file as UTF-8",
        "queries/skills/plain.sql: begin the file with a /* ... */ comment that holds its metadata",
    ]


def test_the_public_sees_no_office_indicator(write, tmp_path):
    write("housing/open")
    write("housing/inside", audience='"office"')
    assert list(load_indicators(tmp_path, "public")) == ["housing/open"]
    assert set(load_indicators(tmp_path, "office")) == {"housing/open", "housing/inside"}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (589.3, "£589.3 a week"),
        (-1234.56, "−£1,234.6 a week"),
        (-0.01, "£0.0 a week"),
        (None, "–"),
        (float("nan"), "–"),
    ],
)
def test_values_are_written_as_a_reader_expects(write, value, words):
    indicator = read_indicator(write(prefix='"£"', suffix='" a week"'))
    assert indicator.format(value) == words
