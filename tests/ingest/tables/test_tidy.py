"""From a publisher's CSV to the tidy table: areas counted once, nothing unknown, nothing twice."""

import pytest

HEADER = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n"


@pytest.fixture
def rates(workshop):
    """rates("E08000003,2023,71.4", ...): the employment rate of areas, as ONS would publish it."""

    def rates(*rows: str):
        lines = []
        for row in rows:
            code, year, value, status = [*row.split(","), ""][:4]
            cells = (code, "", "", "Employment rate", f"{year}-01-01/P1Y", value, "Percentage", "%")
            lines.append(",".join([*cells, "", "", status, ""]))
        workshop.source("ons/rate.csv", (HEADER + "\n".join(lines) + "\n").encode())
        workshop.entry("rate", "ons/rate.csv", "ons_local_statistics")
        return workshop

    return rates


def _cells(table):
    return [(row.area_code, row.period.year, row.value) for row in table.itertuples()]


def test_a_replaced_code_becomes_the_code_of_today(rates):
    workshop = rates("E08000016,2023,70.1")
    assert workshop.run().refused == {}
    assert _cells(workshop.table("rate")) == [("E08000038", 2023, 70.1)]


def test_a_place_under_its_old_and_its_new_code_is_counted_once(rates):
    workshop = rates("E08000016,2022,70.0", "E08000016,2023,70.1", "E08000038,2023,70.1")
    assert workshop.run().refused == {}
    assert _cells(workshop.table("rate")) == [("E08000038", 2022, 70.0), ("E08000038", 2023, 70.1)]


def test_the_newer_code_wins_where_both_agree_but_for_rounding(rates):
    workshop = rates("E08000016,2023,70.1", "E08000038,2023,70.1349")
    assert workshop.run().refused == {}
    assert _cells(workshop.table("rate")) == [("E08000038", 2023, 70.1349)]


def test_old_and_new_code_that_disagree_are_refused(rates):
    workshop = rates("E08000016,2023,70.1", "E08000038,2023,71.1")
    sentence = workshop.only_refusal()
    assert sentence.startswith("rate.csv, line 3: E08000016 and E08000038 are one place and disagree")


def test_areas_outside_england_and_sums_of_nations_are_left_out(rates):
    codes = (
        "W06000001",
        "S12000033",
        "N09000001",
        "TLC11",
        "K03000001",
        "K04000001",
        "E11000001",
        "E13000001",
    )
    workshop = rates(*(f"{code},2023,50" for code in codes), "E61000001,2023,50", "E08000003,2023,71.4")
    assert workshop.run().refused == {}
    assert _cells(workshop.table("rate")) == [("E08000003", 2023, 71.4)]


def test_the_united_kingdom_and_ended_areas_are_kept_under_their_own_codes(rates):
    workshop = rates("K02000001,2023,75", "K99000002,2023,75.5", "E07000026,2021,72")
    assert workshop.run().refused == {}
    assert workshop.table("rate")["area_code"].tolist() == ["E07000026", "K02000001", "K99000002"]


def test_a_code_nobody_knows_is_refused_with_its_line(rates):
    workshop = rates("E08000003,2023,71.4", "E08999999,2023,71.4")
    expected = "rate.csv, line 3: no area is known by E08999999, correct it or register the area"
    assert workshop.only_refusal() == expected


def test_an_area_of_a_kind_that_is_not_shown_spoils_no_file(rates):
    """Integrated care boards, fire services, travel to work areas, NUTS."""
    codes = ("E54000057", "E38000217", "E31000015", "E30000239", "S12000033", "UKD3", "TLD34", "K99999999")
    workshop = rates(*(f"{code},2023,50" for code in codes), "e08000003,2023,71.4")
    outcome = workshop.run()
    assert outcome.refused == {}
    assert _cells(workshop.table("rate")) == [("E08000003", 2023, 71.4)]
    told = "8 rows of areas that the product does not show left out"
    assert f"{told} (E54000057, E38000217, E31000015 and 5 more)" in outcome.notes["rate"]


@pytest.mark.parametrize("text", ["Wigan", "Salford", "North West", "Not known", "N", "E80000003"])
def test_words_and_misprints_are_no_area_of_another_kind(rates, text):
    """“Wigan” begins as Welsh codes do, and its figure was left out without a word."""
    workshop = rates("E08000003,2023,71.4", f"{text},2023,71.4")
    assert f"line 3: no area is known by {text}" in workshop.only_refusal()


def test_a_key_that_appears_twice_is_refused_even_when_both_agree(rates):
    workshop = rates("E08000003,2023,71.4", "E08000003,2023,71.4")
    twice = "rate.csv, line 3: E08000003, Employment rate, 2023-01-01 appears twice (Manchester)"
    expected = f"{twice}, keep one row, or say by only in options which rows are meant"
    assert workshop.only_refusal() == expected


def test_values_that_are_missing_or_unreliable_keep_their_mark(rates):
    workshop = rates("E08000003,2021,,x", "E08000003,2022,,u", "E08000003,2023,,", "E08000006,2023,71,u")
    workshop.run()
    table = workshop.table("rate")
    assert table["status"].tolist() == ["x", "u", "x", "u"]
    assert table["value"].isna().tolist() == [True, True, True, False]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("E08000003,2023,seventy", "'seventy' is not a number (value; Manchester, 2023-01-01), correct it"),
        ("E08000003,2023,inf", "'inf' is not a number (value; Manchester, 2023-01-01), correct it"),
        (
            "E08000003,20x3,71.4",
            "the period '20x3-01-01/P1Y' (Manchester) cannot be read, correct it or download the file again",
        ),
        ("E08000003,2023,71.4,q", "the status 'q' is unknown (Manchester, 2023-01-01), correct it"),
        ("E08000003,2023,714", "714 is not a percentage, correct it or download it again"),
        (",2023,71.4", "no area is known by an empty area code, correct it or register the area"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_with_its_line(rates, row, reason):
    workshop = rates("E08000006,2023,70", row)
    assert workshop.only_refusal() == f"rate.csv, line 3: {reason}"


def test_the_other_lines_that_are_wrong_alike_are_named_in_the_same_sentence(rates):
    workshop = rates(
        "E08000003,2022,a", "E08000003,2023,70", *(f"E08000006,{y},b" for y in range(2016, 2021))
    )
    said = (
        "rate.csv, line 2: 'a' is not a number (value; Manchester, 2022-01-01) "
        "(and 4, 5, 6 and 2 more, wrong in the same way), correct it"
    )
    assert workshop.only_refusal() == said


def test_limits_that_cross_are_refused(workshop):
    text = HEADER + "E08000003,,,Employment rate,2023-01-01/P1Y,71.4,Percentage,%,80,60,,\n"
    workshop.source("ons/rate.csv", text.encode())
    workshop.entry("rate", "ons/rate.csv", "ons_local_statistics")
    assert "the lower limit is above the upper for E08000003" in workshop.only_refusal()


def test_columns_may_stand_in_any_order(workshop):
    workshop.source(
        "ons/wellbeing.csv",
        """
        areacd,areanm,geography,indicator,period,measure,observation,unit,lci_95,uci_95,status,notes
        E08000003,Manchester,District,Anxiety,2011-04-01/P1Y,Mean,3.13,Score out of 10,3.11,3.15,,
        """,
    )
    workshop.entry("wellbeing", "ons/wellbeing.csv", "ons_local_statistics")
    assert workshop.run().refused == {}
    (row,) = workshop.table("wellbeing").itertuples()
    assert (row.series, row.value, row.lower, row.upper) == ("Anxiety", 3.13, 3.11, 3.15)
