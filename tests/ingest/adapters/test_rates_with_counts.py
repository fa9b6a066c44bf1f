"""Counts got back from unrounded rates."""

import pytest

HEADER = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
# Manchester: 160 of 1,000 born, 75% of them lived; Salford: 30 of 3,000, 50%.
FIGURES = {
    ("E08000003", "Active businesses"): 1000,
    ("E08000003", "Business births"): 16.0,
    ("E08000003", "One-year survival rate"): 75.0,
    ("E08000006", "Active businesses"): 3000,
    ("E08000006", "Business births"): 1.0,
    ("E08000006", "One-year survival rate"): 50.0,
}
OPTIONS = """
[options]
rates = [
  { series = "Business births", of = "Active businesses" },
  { series = "One-year survival rate", of = "Business births" },
]
"""


@pytest.fixture
def rates(workshop):
    """rates(figures) -> (area, series) -> (figure, numerator, denominator, mark)."""

    def rates(figures):
        lines = [
            f"{area},Name,LTLA,{series},2023-01-01/P1Y,{value},,,,,,"
            for (area, series), value in figures.items()
        ]
        workshop.source("births.csv", "\n".join([HEADER, *lines]))
        workshop.entry("births", "births.csv", "rates_with_counts", OPTIONS)
        assert workshop.run().refused == {}
        rows = workshop.table("births").itertuples()
        return {
            (row.area_code, row.series): (row.value, row.numerator, row.denominator, row.status)
            for row in rows
        }

    return rates


def test_a_rate_times_its_base_gives_back_its_count(rates):
    found = rates(FIGURES)
    assert found["E08000003", "Business births"] == (16, 160, 1000, "")
    assert found["E08000003", "One-year survival rate"] == (75, 120, 160, "")


def test_what_is_published_for_a_combined_authority_stands(rates):
    found = rates(FIGURES | {("E47000001", "Active businesses"): 4000, ("E47000001", "Business births"): 5})
    assert found["E47000001", "Business births"] == (5, 200, 4000, "")


def test_a_rate_without_its_base_keeps_its_figure(rates):
    found = rates(FIGURES | {("E08000038", "Business births"): 7})
    value, numerator, denominator, _ = found["E08000038", "Business births"]
    assert (value, numerator == numerator, denominator == denominator) == (7, False, False)


def test_a_base_that_the_data_does_not_have_is_refused(workshop):
    lines = [HEADER, "E08000003,Name,LTLA,Business births,2023-01-01/P1Y,16,,,,,,"]
    workshop.source("births.csv", "\n".join(lines))
    workshop.entry("births", "births.csv", "rates_with_counts", OPTIONS)
    said = "births.toml: there is no series 'Active businesses' in the data, correct options.rates"
    assert workshop.only_refusal() == said
