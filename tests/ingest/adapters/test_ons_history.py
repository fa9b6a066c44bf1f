"""Past releases: each figure with the day it was published, and periods that cannot be right settled."""

from datetime import date

OLD = "AREACD,AREANM,Period,Value,Observation Status"
NEW = "areacd,areanm,period,observation,lci_95,uci_95,status,notes"
OPTIONS = '[options]\nseries = "Gigabit"'


def _release(workshop, day: str, period: str, manchester: str, header: str = OLD, salford: str = "60"):
    tail = "," if header == OLD else ",,,,"
    rows = "\n".join(
        f"{code},,{period},{value}{tail}"
        for code, value in (("E08000003", manchester), ("E08000006", salford))
    )
    workshop.source(f"history/{day}_gigabit.csv", f"{header}\n{rows}\n")


def _vintages(workshop):
    workshop.entry("gigabit", "history/*.csv", "ons_history", OPTIONS)
    outcome = workshop.run()
    assert outcome.refused == {}
    table = workshop.table("gigabit").query("area_code == 'E08000003'")
    return [(row.period, row.released, row.value) for row in table.itertuples()], outcome.notes.get("gigabit")


def test_headers_may_differ_and_every_release_is_kept(workshop):
    _release(workshop, "2025-06-03", "2025-01", "89.0")
    _release(workshop, "2025-10-01", "2025-01-15", "89.2", NEW)
    vintages, notes = _vintages(workshop)
    january = date(2025, 1, 1)
    assert vintages == [(january, date(2025, 6, 3), 89.0), (january, date(2025, 10, 1), 89.2)]
    assert notes is None


def test_a_label_that_goes_back_in_time_is_settled_by_the_release_with_the_same_figures(workshop):
    _release(workshop, "2025-06-03", "2025-01", "89.0", salford="59")
    _release(workshop, "2025-11-27", "2025-07-01", "89.6")
    _release(workshop, "2026-01-12", "2025-01-15", "89.6", NEW)
    vintages, notes = _vintages(workshop)
    july = date(2025, 7, 1)
    assert vintages[1:] == [(july, date(2025, 11, 27), 89.6), (july, date(2026, 1, 12), 89.6)]
    assert notes == ["2026-01-12_gigabit.csv says 2025-01-01, its figures are those of 2025-07-01"]


def test_a_label_that_goes_back_and_that_nothing_confirms_is_refused(workshop):
    _release(workshop, "2025-11-27", "2025-07-01", "89.6")
    _release(workshop, "2026-01-12", "2025-01-15", "90.3", NEW)
    workshop.entry("gigabit", "history/*.csv", "ons_history", OPTIONS)
    expected = "the period 2025-01-01 cannot be right and no release confirms another"
    assert expected in workshop.only_refusal()


def test_a_release_cannot_tell_of_days_after_it(workshop):
    _release(workshop, "2025-06-03", "2025-07", "89.0")
    workshop.entry("gigabit", "history/*.csv", "ons_history", OPTIONS)
    assert "tells of 2025-07-01, after it was published" in workshop.only_refusal()


def test_a_file_must_be_named_by_its_day(workshop):
    workshop.source("history/gigabit.csv", f"{OLD}\nE08000003,,2025-01,89,\n")
    workshop.entry("gigabit", "history/*.csv", "ons_history", OPTIONS)
    assert "its name must begin with the day it was published" in workshop.only_refusal()


def test_rows_that_a_release_repeats_whole_are_one_row_and_empty_rows_none(workshop):
    workshop.source(
        "history/2023-08-24_gigabit.csv",
        f"""
        {OLD}
        E08000003,,2023-01,76.7,
        E08000003,,2023-01,76.7,
        ,,2023-01,,
        """,
    )
    vintages, _ = _vintages(workshop)
    assert vintages == [(date(2023, 1, 1), date(2023, 8, 24), 76.7)]
