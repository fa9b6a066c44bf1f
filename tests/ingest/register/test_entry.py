"""The register: what it demands, and that a new source needs nothing else."""

import pytest

GOOD = """
title = "Bins"
publisher = "Manchester City Council"
licence = "Open Government Licence v3.0"
address = "https://www.manchester.gov.uk"
path = "bins.csv"
adapter = "long_csv"
cadence = "yearly"
next_release = 2027-01-31
owner = "Waste team"
audience = "public"
disclosure = "none"
description = "Bins emptied."

[options]
area = "code"
date = "year"
value = "bins"
series = "Bins emptied"
periods = "financial year"
"""


@pytest.fixture
def bins(workshop):
    """bins(toml): a council's own CSV with that register entry."""

    def bins(toml: str):
        workshop.source(
            "bins.csv",
            """
            code,year,bins
            E08000003,2023-24,1200
            E08000006,2023-24,800
            """,
        )
        (workshop.register / "bins.toml").write_text(toml, "utf-8")
        return workshop

    return bins


def test_a_new_csv_in_a_known_shape_needs_only_its_register_entry(bins):
    workshop = bins(GOOD)
    assert workshop.run().refused == {}
    assert workshop.table("bins")["value"].tolist() == [1200, 800]
    described = workshop.table("datasets").set_index("dataset").loc["bins"]
    assert (described.title, described.owner, described.next_release) == ("Bins", "Waste team", "2027-01-31")
    assert workshop.table("series").query("dataset == 'bins'").series.tolist() == ["Bins emptied"]


def test_what_the_disclosure_rule_rounds_is_published_as_rounded(bins):
    rule = 'disclosure = "round"\ncounts = "full"\nprotection = { base = 3 }'
    workshop = bins(GOOD.replace('disclosure = "none"', rule))
    assert workshop.run().refused == {}
    described = workshop.table("datasets").set_index("dataset").loc["bins"]
    assert (described.counts, described.rounding) == ("rounded", 3)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'disclosure = "none"',
            'disclosure = "none"\ncounts = "exact"',
            "bins.toml: counts = 'exact' is unknown, use one of full, rounded, survey, modelled, "
            "perturbed, none",
        ),
        (
            'disclosure = "none"',
            'disclosure = "none"\ncounts = "rounded"',
            "bins.toml: counts = 'rounded' needs what they are rounded to as totals.rounding, add it",
        ),
        ('owner = "Waste team"\n', "", "bins.toml: add owner"),
        ('licence = "Open Government Licence v3.0"', 'licence = " "', "bins.toml: licence is empty"),
        ('audience = "public"', 'audience = "all"', "audience = 'all' is unknown, use one of public, office"),
        (
            'cadence = "yearly"',
            'cadence = "often"',
            "bins.toml: cadence = 'often' is unknown, use one of monthly",
        ),
        ('adapter = "long_csv"', 'adapter = "magic"', "bins.toml: adapter = 'magic' is unknown, use one of"),
        ('title = "Bins"', "title = 5", "bins.toml: title must be a text, not 5"),
        ('title = "Bins"', 'titel = "Bins"', "bins.toml: titel is not a register key, use"),
        ('title = "Bins"', "", "bins.toml: add title, the source itself does not say"),
        ('title = "Bins"', 'title = "Bins', "bins.toml: is not valid TOML"),
        (
            'disclosure = "none"',
            'disclosure = "withhold"',
            "disclosure = 'withhold' needs audience = 'office'",
        ),
        ('periods = "financial year"', 'periods = "fortnight"', "periods 'fortnight' is unknown"),
        ('path = "bins.csv"', 'path = "bin.csv"', "there is no such file in"),
        (
            'path = "bins.csv"',
            'path = "/a/bins.csv"',
            "leads out of the folder of sources, put the file into it",
        ),
        ('path = "bins.csv"', 'path = "a/../../b.csv"', "path = 'a/../../b.csv' leads out of the folder"),
        ("[options]", "[expected]\nrows = 100\n[options]", "2 rows where bins.toml expects about 100"),
        ("[options]", "[expected]\nrange = [0, 1000]\n[options]", "1200 for E08000003, Bins emptied"),
    ],
)
def test_a_wrong_entry_is_refused_in_a_sentence_that_says_what_to_do(bins, old, new, sentence):
    assert old in GOOD
    assert sentence in bins(GOOD.replace(old, new)).only_refusal()


def test_a_file_with_brackets_in_its_name_is_the_one_that_is_meant(bins, workshop):
    made = bins(GOOD.replace("bins.csv", "bins [final].csv"))
    (workshop.folder / "bins.csv").rename(workshop.folder / "bins [final].csv")
    assert made.run().refused == {}


def test_an_asset_that_is_only_described_is_listed_without_a_table(workshop):
    workshop.entry("bus_punctuality", "-", "described")
    assert workshop.run().refused == {}
    row = workshop.table("datasets").set_index("dataset").loc["bus_punctuality"]
    assert not row.held
    assert not (workshop.out / "public" / "bus_punctuality.parquet").exists()


def test_an_entry_that_notepad_saved_is_read(bins):
    assert bins("\ufeff" + GOOD.strip().replace("\n", "\r\n")).run().refused == {}
