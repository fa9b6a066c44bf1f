"""The skills pipeline: totals are the workbook's, small cells are withheld, what is not known is said."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard import address as addresses
from dashboard.components.skills_gap import held_shares, level_gaps, needed_shares
from dashboard.components.skills_tabs import skills_tabs
from dashboard.datastore import skills_projected
from dashboard.datastore.skills_counted import Counted, stock
from dashboard.datastore.skills_projected import covered, demand
from dashboard.pages import skills_pipeline
from dashboard.statements import skills_words as words
from tests.record.reading import text_of

GM, TEES = "E47000001", "E47000006"
HEAD = "area_code | breakdown | item | qualification | measure | year | value | status"
KIND = "occupation by qualification"


def cells(item, qualification, jobs, later, net, replaced, needed):
    """The five rows of one cell of the workbook, in thousands."""
    levels = [("employment", 2020, jobs), ("employment", 2035, later)]
    flows = [
        ("net change", 2035, net),
        ("replacement demand", 2035, replaced),
        ("total requirement", 2035, needed),
    ]
    return "\n".join(
        f"{GM} | {KIND} | {item} | {qualification} | {name} | {year} | {value} | "
        for name, year, value in (*levels, *flows)
    )


def test_the_occupations_sum_to_the_total_to_the_rounding_shown(site):
    found = demand(site.store, GM)
    assert len(found.needs) == 26
    for name in ("jobs", "later", "net", "replacement", "requirement"):
        parts = sum(getattr(need, name) for need in found.needs)
        assert parts == pytest.approx(getattr(found.total, name), abs=50), name
    assert words.people(found.total.requirement) == "852,100"


def test_new_jobs_and_replacement_make_the_requirement(site):
    for code in covered(site.store):
        for need in demand(site.store, code).needs:
            if need.requirement is not None:
                assert need.net + need.replacement == pytest.approx(need.requirement, abs=2)


def test_the_public_view_holds_no_cell_under_ten_thousand_and_the_office_none_under_one(site, public_site):
    for code in covered(site.store):
        for store, floor in ((public_site.store, 10_000), (site.store, 1_000)):
            found = demand(store, code)
            assert found.floor == floor
            assert all(need.jobs is None or need.jobs >= floor for need in found.needs)
    assert "skills_imperative_detail" not in public_site.store.tables()
    assert words.HIDDEN in words.rule(demand(public_site.store, TEES))


def test_thirteen_combined_authorities_are_projected_and_the_rest_say_so(public_site):
    assert len(covered(public_site.store)) == 13
    for region in public_site.geography.regions:
        address = addresses.read(public_site, [skills_pipeline], "/skills-pipeline", f"?region={region.code}")
        text = text_of(skills_pipeline.layout(public_site, address))
        projected = region.code in covered(public_site.store)
        assert ("There is no projection for" in text) != projected
        assert "Who is coming: supply" in text
        assert set(skills_pipeline.parts(public_site, address).children) == (
            {"demand", "mix"} if projected else set()
        )


def made(given, *blocks):
    return given(skills_imperative="\n".join([HEAD, *blocks]))


LEVELS = [each for parts in skills_projected.LEVELS.values() for each in parts]


def test_one_level_under_the_floor_is_what_the_others_leave_if_itself_large(given):
    others = [level for level in LEVELS if level != "RQF8 Doctorate"]
    blocks = [cells("21 Scientists", level, 20, 20, 0, 10, 10) for level in others]
    blocks += [
        cells("21 Scientists", "All qualifications", 185, 186, 1, 93, 94),
        cells("21 Scientists", "RQF8 Doctorate", "", "", "", "", ""),
        cells("All occupations", "All qualifications", 185, 186, 1, 93, 94),
    ]
    (need,) = demand(made(given, *blocks), GM).needs
    assert need.mix["Level 6 and above"] == 94_000 - 60_000
    assert need.mix["Below Level 2"] == 20_000


def test_a_level_that_is_itself_small_stays_withheld(given):
    others = [level for level in LEVELS if level != "RQF3 A level & equivalent"]
    blocks = [cells("21 Scientists", level, 20, 20, 0, 10, 10) for level in others]
    blocks += [
        cells("21 Scientists", "All qualifications", 164, 165, 1, 83, 84),
        cells("21 Scientists", "RQF3 A level & equivalent", "", "", "", "", ""),
        cells("All occupations", "All qualifications", 164, 165, 1, 83, 84),
    ]
    (need,) = demand(made(given, *blocks), GM).needs
    assert need.mix["Level 3"] is None


def test_the_gap_is_the_share_needed_less_the_share_held(site):
    found = demand(site.store, GM)
    mix = {"Below Level 2": -10, "Level 2": 10, "Level 3": 20, "Levels 4 and 5": 30, "Level 6 and above": 50}
    total = replace(found.total, requirement=100, mix=mix)
    people = Counted(None, {"Below Level 2": 1, "Level 2": 1, "Level 3": 1, "Level 4 and above": 1})
    rows = level_gaps(replace(found, total=total), people)
    assert rows == [
        ("Below Level 2", -10, 25, -35),
        ("Level 2", 10, 25, -15),
        ("Level 3", 20, 25, -5),
        ("Level 4 and above", 80, 25, 55),
    ]
    assert words.largest_gap([(row[0], row[3]) for row in rows]) == (
        "The gap is at Level 4 and above: needed in 55.0 points more of the jobs than people have it"
    )


def test_shares_that_rest_on_a_withheld_cell_are_withheld(public_site):
    assert needed_shares(demand(public_site.store, TEES))["Below Level 2"] is None
    assert "cannot be published" in words.largest_gap([("Level 2", -14.0), ("Level 4 and above", None)])
    assert "cannot be published" in words.mix_message(demand(public_site.store, TEES))
    assert "of the 11 occupations shown jobs go" in words.most(demand(public_site.store, TEES).needs)
    assert held_shares(Counted(None, {"Level 2": 1, "Level 3": None})) == {"Level 2": None, "Level 3": None}


def test_known_figures_of_supply(site):
    found = stock(site.store, GM)
    assert (found.period.year, found.values["Level 3"], found.values["Below Level 2"]) == (
        2024,
        340_600,
        202_600,
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [(852_085, "852,100"), (-11_650, "−11,700"), (-30, "0"), (50, "100"), (None, "[c]")],
)
def test_people_are_written_to_the_nearest_hundred(value, said):
    assert words.people(value) == said


@pytest.mark.parametrize(("audience", "shown"), [("office", True), ("public", False)])
def test_the_pages_about_skills_lead_to_each_other_and_the_offices_to_the_task_force(audience, shown):
    site = SimpleNamespace(settings=SimpleNamespace(audience=audience))
    here = SimpleNamespace(path="/skills-pipeline", region=SimpleNamespace(code="E47000001"))
    told = str(skills_tabs(site, here).to_plotly_json())
    assert "/theme/skills?region=E47000001" in told
    assert "Span(children='Skills pipeline to 2035', className='tab tab-current'" in told
    assert ("/task-force" in told) == shown
