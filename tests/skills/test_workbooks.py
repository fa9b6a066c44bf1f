"""Skills totals are the workbooks' own, for all nine combined authorities, read again in the plainest way."""

import warnings

import openpyxl
import pytest

from dashboard.datastore.skills_projected import covered, demand
from dashboard.statements import skills_words as words
from tests.conftest import SOURCES

FOLDER = SOURCES / "skills" / "skills-imperative-2035"
AUTHORITIES = {
    "CP": "E47000008", "GM": "E47000001", "LV": "E47000004", "NE": "E47000014", "SY": "E47000002",
    "TV": "E47000006", "WE": "E47000009", "WM": "E47000007", "WY": "E47000003",
}  # fmt: skip
FIGURES = ("jobs", "later", "net", "replacement", "requirement")


def workbook(short: str) -> dict[str, list[float]]:
    """Occupation (or all of them) -> its five figures in people, all qualifications together."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            FOLDER / f"{short}_MCA_MainTables.Main.xlsm", read_only=True, data_only=True
        )
    rows = [row for row in book["RD T1"].iter_rows(max_col=6, values_only=True) if row[0]]
    first = next(n for n, row in enumerate(rows) if str(row[0]).startswith("All qualifications"))
    return {str(row[0]).strip(): [1000 * cell for cell in row[1:]] for row in rows[first + 1 : first + 28]}


@pytest.mark.sources
@pytest.mark.parametrize("short", AUTHORITIES)
def test_every_total_shown_is_the_workbooks_to_the_rounding_shown(site, public_site, short):
    theirs = workbook(short)
    assert len(theirs) == 27
    for store in (site.store, public_site.store):
        found = demand(store, AUTHORITIES[short])
        ours = {f"{need.code} {need.name}".strip(): need for need in (*found.needs, found.total)}
        assert ours.keys() == theirs.keys()
        shown = 0
        for name, need in ours.items():
            for figure, number in zip(FIGURES, theirs[name], strict=True):
                value = getattr(need, figure)
                assert value is None or words.people(value) == words.people(number), (name, figure)
            jobs, later = theirs[name][:2]
            assert need.jobs is None or jobs >= found.floor, name
            assert need.later is None or later >= found.floor, name
            if min(jobs, later) < found.floor:  # what happens in between comes from both
                assert (need.net, need.replacement, need.requirement) == (None, None, None), name
            shown += sum(getattr(need, figure) is not None for figure in FIGURES)
        assert shown > (100 if found.floor == 1_000 else 50)
        assert found.total.requirement is not None, "the total of all occupations is never hidden"


@pytest.mark.parametrize("code", AUTHORITIES.values())
def test_where_anything_is_hidden_the_page_says_why(site, public_site, code):
    for store in (site.store, public_site.store):
        found = demand(store, code)
        if any(getattr(need, figure) is None for need in found.needs for figure in FIGURES):
            assert words.HIDDEN in words.rule(found)


def test_these_are_all_that_have_a_projection(public_site):
    assert set(covered(public_site.store)) == set(AUTHORITIES.values())
