"""Skills totals are the workbooks' own, for every area they stand for, read again in the plainest way."""

import warnings

import openpyxl
import pytest

from dashboard.datastore.skills_projected import covered, demand
from dashboard.ingest.adapters import NAMES
from dashboard.ingest.register.entry import load_source
from dashboard.pages.skills import words
from dashboard.settings import ROOT
from tests.conftest import SOURCES

REGISTER = ROOT / "data" / "sources"
FOLDER = SOURCES / "skills" / "skills-imperative-2035"
AUTHORITIES = {
    "CP_MCA": "E47000008", "DN_LSIP": "E47000013", "GM_MCA": "E47000001", "HU_LSIP": "E47000016",
    "LA_LSIP": "E47000018", "LV_MCA": "E47000004", "NE_MCA NT_MCA": "E47000014", "SY_MCA": "E47000002",
    "TV_MCA": "E47000006", "WE_MCA": "E47000009", "WM_MCA": "E47000007", "WY_MCA": "E47000003",
    "YY_LSIP": "E47000012", "CH_LSIP": "cheshire-and-warrington", "CU_LSIP": "cumbria",
    "BH_LSIP": "sussex-and-brighton", "GL_LSIP": "E12000007",
}  # fmt: skip
FIGURES = ("jobs", "later", "net", "replacement", "requirement")


def workbooks(shorts: str) -> dict[str, list[float]]:
    """Occupation (or all of them) -> its five figures in people, of all qualifications and workbooks."""
    found: dict[str, list[float]] = {}
    for short in shorts.split():
        for name, figures in workbook(short).items():
            found[name] = [a + b for a, b in zip(found.get(name, [0] * 5), figures, strict=True)]
    return found


def workbook(short: str) -> dict[str, list[float]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            FOLDER / f"{short}_MainTables.Main.xlsm", read_only=True, data_only=True
        )
    rows = [row for row in book["RD T1"].iter_rows(max_col=6, values_only=True) if row[0]]
    first = next(n for n, row in enumerate(rows) if str(row[0]).startswith("All qualifications"))
    rows = rows[first + 1 : first + 28]
    return {str(row[0]).strip(): [1000 * cell for cell in row[1:]] for row in rows}


@pytest.mark.sources
@pytest.mark.parametrize("short", AUTHORITIES)
def test_every_total_shown_is_the_workbooks_to_the_rounding_shown(site, public_site, short):
    theirs = workbooks(short)
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


@pytest.mark.parametrize(
    ("code", "jobs"),
    [
        ("E47000014", "898,400"),
        ("E47000008", "498,600"),
        ("E47000001", "1,487,600"),
        ("E47000013", "1,086,200"),
        ("E12000007", "5,942,500"),
        ("cumbria", "269,500"),
    ],
)
def test_the_jobs_of_2020_are_those_of_todays_districts(public_site, code, jobs):
    """North East: 478,926 jobs in four of its districts and 419,518 in the three north of the Tyne."""
    assert words.people(demand(public_site.store, code).total.jobs) == jobs


def test_no_half_of_the_north_east_is_published(public_site, site):
    for store, table in ((public_site.store, "skills_imperative"), (site.store, "skills_imperative_detail")):
        codes = {code for (code,) in store.rows(f"SELECT DISTINCT area_code FROM {table}")}  # noqa: S608
        assert codes == {"E92000001", *AUTHORITIES.values()}


def test_both_audiences_read_the_same_workbooks_for_the_same_areas():
    read = [load_source(REGISTER / f"skills_imperative{name}.toml", NAMES) for name in ("", "_detail")]
    assert read[0].options["areas"] == read[1].options["areas"]


def test_a_region_that_ons_does_not_have_has_the_districts_of_its_file(public_site):
    areas = load_source(REGISTER / "skills_imperative.toml", NAMES).options["areas"]
    founded = {code: area["founded"] for code, area in areas.items() if "founded" in area}
    assert set(founded) == {"cheshire-and-warrington", "cumbria", "sussex-and-brighton"}
    for code, districts in founded.items():
        assert {area.code for area in public_site.geography.members(code)} == set(districts)
